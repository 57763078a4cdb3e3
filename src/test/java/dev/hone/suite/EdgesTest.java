package dev.hone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgesTest {
  @Test
  void aNumberGoesToNothingOneOneMoreTwiceAsMuchAndADigitMore() {
    assertThat(python("5")).containsExactly("0", "1", "6", "10", "53");
    assertThat(python("0")).containsExactly("1");
    assertThat(python("2.5")).containsExactly("0.0", "5.0");
  }

  @Test
  void aNumberBelowNothingIsMadeOnlyFromOne() {
    assertThat(python("-3")).containsExactly("0", "1", "-2", "-6", "-33", "-1");
  }

  @Test
  void theTypeBehindANumberStays() {
    assertThat(of(LanguageId.RUST, "3u32"))
        .containsExactly("0u32", "1u32", "4u32", "6u32", "33u32");
    assertThat(of(LanguageId.JAVA, "3L")).containsExactly("0L", "1L", "4L", "6L", "33L");
  }

  @Test
  void aTextIsEmptiedCutDoubledAndReversed() {
    assertThat(python("'abc'")).containsExactly("''", "'a'", "'aabbcc'", "'abcabc'", "'cba'");
    assertThat(of(LanguageId.RUST, "\"ab\".to_string()"))
        .containsExactly(
            "\"\".to_string()",
            "\"a\".to_string()",
            "\"aabb\".to_string()",
            "\"abab\".to_string()",
            "\"ba\".to_string()");
  }

  @Test
  void aCharacterOfTwoUnitsIsNotCutInHalf() {
    assertThat(python("'😀b'")).contains("'😀'");
  }

  @Test
  void aLetterIsLeftAlone() {
    assertThat(of(LanguageId.JAVA, "'a'")).isEmpty();
  }

  @Test
  void aTextWithEscapesIsLeftAlone() {
    assertThat(python("'a\\n'")).isEmpty();
  }

  @Test
  void aTruthIsTurnedRound() {
    assertThat(python("True")).containsExactly("False");
    assertThat(of(LanguageId.GO, "false")).containsExactly("true");
  }

  @Test
  void aRowIsEmptiedCutDoubledReversedMadeAllAlikeAndBegunOtherwise() {
    assertThat(python("[1, 2]"))
        .containsExactly("[]", "[1]", "[1, 2, 1, 2]", "[2, 1]", "[1, 1]", "[0, 2]", "[13, 2]");
    assertThat(of(LanguageId.JAVA, "List.of(1, 2)")).contains("List.of()", "List.of(2, 1)");
    assertThat(of(LanguageId.JAVA, "new int[]{1, 2}")).contains("new int[]{}", "new int[]{2, 1}");
    assertThat(of(LanguageId.GO, "[]int{1, 2}")).contains("[]int{}", "[]int{2, 1}");
    assertThat(of(LanguageId.RUST, "&vec![1, 2]")).contains("&vec![]", "&vec![2, 1]");
    assertThat(of(LanguageId.CPP, "{1, 2}")).contains("{}", "{2, 1}");
  }

  @Test
  void rowsInARowStayWhole() {
    assertThat(python("[[1, 2], [3]]")).contains("[]", "[[1, 2]]", "[[3], [1, 2]]");
  }

  @Test
  void anEmptyRowHasNoEdges() {
    assertThat(python("[]")).isEmpty();
  }

  @Test
  void aTupleAndAConstructorKeepTheirLength() {
    assertThat(python("(1, 2)")).isEmpty();
    assertThat(of(LanguageId.RUST, "Some(1)")).isEmpty();
    assertThat(of(LanguageId.JAVA, "new Point(1, 2)")).isEmpty();
  }

  @Test
  void inCARowKeepsItsLengthWhichStandsBesideIt() {
    assertThat(of(LanguageId.C, "(int[]){1, 2}"))
        .containsExactly("(int[]){2, 1}", "(int[]){1, 1}", "(int[]){0, 2}");
    assertThat(of(LanguageId.C, "7")).containsExactly("0", "1");
  }

  @Test
  void whatIsNotUnderstoodHasNoEdges() {
    assertThat(python("x + 1")).isEmpty();
    assertThat(python("{'a': 1}")).isEmpty();
    assertThat(python("")).isEmpty();
  }

  private static List<String> python(String value) {
    return of(LanguageId.PYTHON, value);
  }

  private static List<String> of(LanguageId language, String value) {
    return new Edges(language).of(value);
  }
}
