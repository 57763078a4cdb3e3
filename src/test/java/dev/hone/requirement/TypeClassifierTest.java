package dev.hone.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeClassifierTest {
  private final TypeClassifier classifier = new TypeClassifier();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Check whether a string is a palindrome|STRINGS",
        "Parse a CSV line with quotes|PARSING",
        "Implement a stack with push and pop|DATA_STRUCTURE",
        "Find the shortest path in a maze|ALGORITHM",
        "Check whether a number is prime|NUMERIC",
        "Days between two dates|DATE_TIME",
        "Flatten a nested list|COLLECTIONS",
        "Rename all files in a folder|FILES",
        "A thread-safe counter|CONCURRENCY",
        "Call a REST API with retry|API_CLIENT",
        "A class BankAccount with deposit and withdraw|STATE",
        "Something nice|OTHER"
      })
  void theWordsThatWeighMostDecide(String text, RequirementType type) {
    assertThat(classifier.classify(text)).isEqualTo(type);
  }

  // Labelled by hand, by somebody who had not seen the words of the classes; nothing was changed to
  // suit them.
  @Test
  void ofTwoHundredLabelledRequirementsMostAreTold() {
    List<List<String>> labelled = Resource.table("type-labels.tsv");
    long told =
        labelled.stream()
            .filter(
                row -> classifier.classify(row.get(1).replace('¶', '\n')).id().equals(row.get(0)))
            .count();
    assertThat(labelled).hasSize(200);
    assertThat(told).isGreaterThanOrEqualTo(170);
  }

  @Test
  void filesAndSignaturesDoNotDecide() {
    String text =
        "In the file `solution.cpp` write `std::string join_all(const std::vector<std::string> &parts)`.";
    assertThat(Gist.of(text).names()).isEmpty();
    assertThat(Gist.of(text).prose()).isEqualTo("write join all .");
    assertThat(Gist.of("Write the Go function `func SumAmounts(text string) int`").names())
        .isEqualTo("sum amounts");
  }

  @Test
  void aVeryLongTextIsCut() {
    assertThat(classifier.classify("bla ".repeat(50_000) + "stack"))
        .isEqualTo(RequirementType.OTHER);
  }
}
