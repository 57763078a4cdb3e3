package dev.hone.verdict.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutationsTest {
  @Test
  void eachMutantHasOneFault() {
    String code =
        "def f(n):\n    if n < 0 and not n == -7:\n        return True\n    return n + 1\n";
    List<Mutant> mutants = mutants(LanguageId.PYTHON, code);
    assertThat(mutants)
        .extracting(mutant -> mutant.line() + " " + mutant.before() + " " + mutant.after())
        .containsExactly(
            "2 < <=",
            "2 0 1",
            "2 and or",
            "2 not ",
            "2 == !=",
            "2 - +",
            "2 7 8",
            "3 True False",
            "4 + -",
            "4 1 2");
    assertThat(mutants.getFirst().file().content()).isEqualTo(code.replace("<", "<="));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          JAVASCRIPT ~ export const f = (a) => a === 3 || !a;      ~ === 3 || !
          TYPESCRIPT ~ function f(a: Array<number>) { a[0] += 2; } ~ 0 += 2
          JAVA       ~ class A { List<B> f(int a) { return a >= 1 && true; } } ~ >= 1 && true
          GO         ~ func f(p *int) bool { return *p % 2 != 0 } ~ % 2 != 0
          RUST       ~ fn f(v: &Vec<u8>) -> bool { v.len() > 4 && !v.is_empty() } ~ > 4 && !
          C          ~ int f(int *p) { return p[0] * 5 - 1; }      ~ 0 * 5 - 1
          CPP        ~ std::vector<int> f(int a) { return {a / 2, a <= 9}; } ~ / 2 <= 9
          """)
  void whatIsNoOperatorStaysAsItIs(LanguageId language, String code, String changed) {
    assertThat(mutants(language, code))
        .extracting(Mutant::before)
        .containsExactly(changed.split(" "));
  }

  @Test
  void aFewOfManyComeFromAllOverTheFile() {
    String code = "x = 1\n".repeat(90);
    List<Mutant> few = new Mutations(LanguageId.PYTHON).of(new SourceFile("solution.py", code), 3);
    assertThat(few).extracting(Mutant::line).containsExactly(1, 31, 61);
  }

  @Test
  void lettersOfSeveralBytesDoNotShiftAFault() {
    assertThat(mutants(LanguageId.PYTHON, "x = 'äöü€'\ny = x == 'é'\n"))
        .extracting(mutant -> mutant.file().content())
        .containsExactly("x = 'äöü€'\ny = x != 'é'\n");
  }

  @Test
  void codeWithNothingToChangeHasNone() {
    assertThat(mutants(LanguageId.PYTHON, "def f(a):\n    return a\n")).isEmpty();
  }

  private static List<Mutant> mutants(LanguageId language, String code) {
    return new Mutations(language).of(new SourceFile("solution", code), 100);
  }
}
