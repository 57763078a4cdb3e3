package dev.hone.requirement;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void aVeryLongTextIsCut() {
    assertThat(classifier.classify("bla ".repeat(50_000) + "stack"))
        .isEqualTo(RequirementType.OTHER);
  }
}
