package dev.hone.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class EssenceTest {
  private static final String CODE = "def f(a):\n    if a:\n        return 1\n    return 2\n";

  @Test
  void commentsAndLayoutAreNoPartOfIt() {
    String other =
        "# Says it.\ndef f( a ):\n  '''Says it.'''\n  if a: # or not\n    return 1\n\n  return 2\n";
    assertThat(python(other)).isEqualTo(python(CODE));
  }

  @Test
  void whereAStatementBelongsIs() {
    assertThat(python("def f(a):\n    if a:\n        return 1\n        return 2\n"))
        .isNotEqualTo(python(CODE));
  }

  @Test
  void textsInCodeAre() {
    assertThat(python("x = 'a'\n")).isNotEqualTo(python("x = 'b'\n"));
  }

  @Test
  void aLanguageWithBracesHasOneToo() {
    String plain = "int f(int a) { return a; }";
    assertThat(of(LanguageId.C, "/* Says it. */\nint f(int a)\n{\n  return a; // it\n}\n"))
        .isEqualTo(of(LanguageId.C, plain))
        .isNotEqualTo(of(LanguageId.C, "int f(int a) { return a + 1; }"));
  }

  private static String python(String code) {
    return of(LanguageId.PYTHON, code);
  }

  private static String of(LanguageId language, String code) {
    return Essence.of(language, List.of(new SourceFile("solution", code)));
  }
}
