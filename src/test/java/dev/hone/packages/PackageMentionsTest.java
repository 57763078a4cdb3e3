package dev.hone.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.PackageName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageMentionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Write mean(xs) using numpy                              | numpy
          Use NumPy and pandas to join two tables                 | numpy pandas
          Sum it up with the help of numpy, scipy and pandas.     | numpy scipy pandas
          Fetch a page with the requests library                  | requests
          Parse HTML using BeautifulSoup                          | beautifulsoup4
          Write a function that does this, based on sympy         | sympy
          from bs4 import BeautifulSoup                           | beautifulsoup4
          import requests                                         | requests
          """)
  void aPackageIsFoundInThePhraseThatAsksForIt(String text, String names) {
    assertThat(named(LanguageId.PYTHON, text)).containsExactly(names.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Write mean(xs) without using numpy",
        "Do not use pandas for this",
        "Don't use the requests library",
        "Compute the mean of a list, like numpy does",
        "Handle a queue with requests per second",
        "Count the arrows and the rich people who click",
        "Use numpy where you like, but the standard library only",
        "Sum numbers using numpydoc style, no third-party packages",
        "Write a web server with express delivery in mind",
        "Use the standard library instead of numpy",
      })
  void aPackageThatIsOnlyMentionedOrRefusedIsNotFound(String text) {
    assertThat(named(LanguageId.PYTHON, text)).isEmpty();
    assertThat(named(LanguageId.JAVASCRIPT, text)).isEmpty();
  }

  @Test
  void javaScriptAndTypeScriptHaveTheSamePackages() {
    String text = "Group the items, use lodash. const _ = require('lodash'); then format by dayjs";

    assertThat(named(LanguageId.JAVASCRIPT, text)).containsExactly("lodash");
    assertThat(named(LanguageId.TYPESCRIPT, text)).containsExactly("lodash");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GO   | Make an id using github.com/google/uuid              | github.com/google/uuid
          GO   | Title-case it with the golang.org/x/text package     | golang.org/x/text
          GO   | import "gopkg.in/yaml.v3"                            | gopkg.in/yaml.v3
          RUST | Join the words using itertools and the regex crate   | itertools regex
          RUST | use regex::Regex;                                    | regex
          RUST | Derive it with serde and serde_json                  | serde serde_json
          JAVA | Write it as JSON using Gson                          | com.google.code.gson:gson
          JAVA | Build an immutable list with the Guava library       | com.google.guava:guava
          JAVA | import com.google.common.collect.ImmutableList;      | com.google.guava:guava
          """)
  void modulesCratesAndLibrariesAreFoundToo(LanguageId language, String text, String names) {
    assertThat(named(language, text)).containsExactlyInAnyOrder(names.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Match the text with a regex",
        "Write it using regex if that helps",
        "Return either the time or a uuid using the csv",
        "Use time in seconds and rand for chance",
        "Parse the cart of a shop that sells guava and jackson fruit",
        "Use lo and hi as bounds, with text and errors",
        "Join with itertools-like code but without crates",
        "Split a module path such as github.com/google/uuid into its parts",
      })
  void ordinaryWordsAreNoModulesCratesOrLibraries(String text) {
    for (LanguageId language : List.of(LanguageId.GO, LanguageId.RUST, LanguageId.JAVA)) {
      assertThat(named(language, text)).as(language.title()).isEmpty();
    }
  }

  @Test
  void aLanguageWithoutPackagesHasNone() {
    assertThat(named(LanguageId.C, "Write it using numpy")).isEmpty();
  }

  private static List<String> named(LanguageId language, String text) {
    return new PackageMentions(language).in(text).stream().map(PackageName::written).toList();
  }
}
