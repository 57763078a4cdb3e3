package dev.hone.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import java.util.List;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

class LanguageDetectionTest {
  private final LanguageDetector detector = new LanguageDetector();

  @Test
  void rulesDecideTheRequirementsTheyWereMadeWith() {
    List<LabelledRequirement> rows = LabelledRequirement.seen();

    assertThat(rows).hasSize(150);
    assertThat(misread(rows)).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void rulesThatDecideARequirementKeptAsideAreRarelyWrong() {
    List<LabelledRequirement> rows = LabelledRequirement.heldOut();

    assertThat(rows).hasSize(50);
    assertThat(misread(rows)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void fewRequirementsNeedTheModel() {
    assertThat(LabelledRequirement.heldOut())
        .filteredOn(row -> detector.guess(row.text()) instanceof LanguageGuess.Unclear)
        .hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void aLongTextIsReadAtItsEnds() {
    String text = "x".repeat(100_000) + "\nbla bla ".repeat(12_000) + "\nWrite it in Rust.";

    assertThat(detector.guess(text))
        .isInstanceOfSatisfying(
            LanguageGuess.Named.class,
            named -> assertThat(named.language()).isEqualTo(LanguageId.RUST));
  }

  @Test
  void twoWantedLanguagesAreUnclear() {
    assertThat(detector.guess("Write a Python function and a Java class for a stack"))
        .isInstanceOf(LanguageGuess.Unclear.class);
  }

  @Test
  void aVersionInBracketsStandsBetweenALanguageAndItsNoun() {
    assertThat(detector.guess("Write the Rust (edition 2021) function `f` that uses no C library"))
        .is(named(LanguageId.RUST));
  }

  @Test
  void aLetterThatNamesSomethingIsNoLanguage() {
    assertThat(
            detector.guess(
                "Given the texts b and c, count in b what is also in c.\n```rust\nfn f()\n```"))
        .is(named(LanguageId.RUST));
    assertThat(detector.guess("Reverse a linked list in c. Free every node in c.\n"))
        .is(named(LanguageId.C));
  }

  @Test
  void aLineThatGoesOnEndsNoClause() {
    assertThat(detector.guess("Drop what is found in c\n  and then sort. Use Go."))
        .is(named(LanguageId.GO));
    assertThat(detector.guess("Reverse a linked list in c\nFree every node."))
        .is(named(LanguageId.C));
  }

  private static Condition<LanguageGuess> named(LanguageId language) {
    return new Condition<>(
        guess -> guess instanceof LanguageGuess.Named named && named.language() == language,
        language.id());
  }

  /// Unclear ones are left to the model and do not count as misread.
  private List<String> misread(List<LabelledRequirement> rows) {
    return rows.stream()
        .filter(row -> !(detector.guess(row.text()) instanceof LanguageGuess.Unclear))
        .filter(row -> !row.agreesWith(detector.guess(row.text())))
        .map(row -> row + " was read as " + detector.guess(row.text()))
        .toList();
  }
}
