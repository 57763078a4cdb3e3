package dev.hone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeantExamplesTest {
  @Test
  void anotherSpellingIsTheSameName() {
    assertThat(meant("MyFunction", "my_function(1)", "other(2)"))
        .containsExactly("MyFunction(1)", "other(2)");
  }

  @Test
  void aNearNameIsMeantWhereNoExampleHasTheRightOne() {
    assertThat(meant("sorted_words", "word_sort([])", "word_sort(['a'])"))
        .containsExactly("sorted_words([])", "sorted_words(['a'])");
    assertThat(meant("countVowels", "vowels_in('a')")).containsExactly("countVowels('a')");
  }

  @Test
  void aNearNameIsSomethingElseWhereTheRightOneIsThere() {
    assertThat(meant("sorted_words", "word_sort([])", "sorted_words([])"))
        .containsExactly("word_sort([])", "sorted_words([])");
  }

  @Test
  void ofTwoNamesNobodyKnowsWhichIsMeant() {
    assertThat(meant("sorted_words", "word_sort([])", "words([])"))
        .containsExactly("word_sort([])", "words([])");
  }

  @Test
  void aNameWithoutACommonWordIsSomethingElse() {
    assertThat(meant("sorted_words", "split('a')")).containsExactly("split('a')");
  }

  @Test
  void whatTheLanguageOffersIsSomethingElse() {
    assertThat(meant("sorted_words", "sorted([])")).containsExactly("sorted([])");
  }

  private static List<String> meant(String name, String... calls) {
    List<Example> examples =
        Arrays.stream(calls)
            .map(call -> new Example(Example.Kind.RETURNS, List.of(), call, "1", call))
            .toList();
    return new MeantExamples(name, Set.of("sorted"))
        .of(examples).stream().map(Example::call).toList();
  }
}
