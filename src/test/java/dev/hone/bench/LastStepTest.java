package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastStepTest {
  private static final String WORD = "5eal";

  @Test
  void theLastStepOfAScriptStandsBehindAllOfIt() {
    assertThat(ended(LanguageId.PYTHON, "check.py", "assert 1\n", "python3 check.py"))
        .hasValueSatisfying(
            text -> assertThat(text).startsWith("assert 1\nwith ").contains("\"5eal\""));
    assertThat(ended(LanguageId.JAVASCRIPT, "check.mjs", "f()", "node check.mjs"))
        .hasValueSatisfying(text -> assertThat(text).startsWith("f()\n;process.once('beforeExit'"));
  }

  @Test
  void aMainFunctionOfCIsCalledByAnotherOneAndMayEndWithoutAValue() {
    String check = "#define main other\n#undef main\nint main() {\n  f(\"}\", '{'); // }\n}\n";

    assertThat(ended(LanguageId.CPP, "check.cpp", check, "g++ -o check check.cpp && ./check"))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("static int hone_check() {\n  f(\"}\", '{'); // }\nreturn 0;\n}\n")
                    .contains("int hone_status = hone_check();"));
  }

  @Test
  void theArgumentsOfAMainFunctionArePassedOn() {
    String check = "int main(int count, char **words) { return count; }\n";

    assertThat(ended(LanguageId.C, "check.c", check, "gcc check.c && ./a.out"))
        .hasValueSatisfying(text -> assertThat(text).contains("hone_check(argc, argv)"));
  }

  @Test
  void aFunctionBehindTheMainFunctionLeavesTheCheckAsItIs() {
    String check = "int main(void) { return f(); }\nint f(void) { return 0; }\n";

    assertThat(ended(LanguageId.C, "check.c", check, "gcc check.c && ./a.out")).isEmpty();
  }

  @Test
  void theMainMethodOfJavaKeepsWhatItThrows() {
    String check = "class Main {\n  public static void main(String[] a) throws Exception {}\n}\n";

    assertThat(ended(LanguageId.JAVA, "Main.java", check, "javac *.java && java Main"))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("static void honeCheck(String[] a) throws Exception {}")
                    .contains("public static void main(String[] honeArguments) throws Throwable"));
  }

  @Test
  void theTestsOfGoGetAFileBesideThem() {
    Problem problem =
        problem(LanguageId.GO, "a/x_test.go", "package solution\n", "cd a && go test -count=1 .");

    assertThat(LastStep.in(problem, WORD).orElseThrow())
        .extracting(SourceFile::path)
        .containsExactly("a/x_test.go", "a/hone_end_test.go");
  }

  @Test
  void aFileOfTestsGetsALastOne() {
    assertThat(
            ended(
                LanguageId.PYTHON,
                "tests/test_a.py",
                "def test_a(): pass\n",
                "cd x && python3 -m pytest -q -p no:cacheprovider tests/test_a.py"))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith("def test_a(): pass\n\n\ndef test_zzz_hone_end():\n    with ")
                    .contains("\n        hone_end.write(\"5eal\")"));
    assertThat(
            ended(
                LanguageId.RUST,
                "tests/check.rs",
                "#[test]\nfn a() {}\n",
                "cargo test -q --offline --test check -- --nocapture"))
        .hasValueSatisfying(
            text -> assertThat(text).contains("mod zzz_hone_end {").contains("\"5eal\""));
    assertThat(
            ended(
                LanguageId.JAVASCRIPT,
                "a.test.js",
                "const test = require('node:test');\n",
                "node --test a.test.js"))
        .hasValueSatisfying(text -> assertThat(text).contains(";process.once('beforeExit'"));
  }

  @Test
  void aCheckThatChoosesAmongItsTestsIsLeftAsItIs() {
    String python = "def test_a(): pass\n";
    String rust = "#[test]\nfn a() {}\n";

    for (String choice :
        List.of(
            "-k a test_a.py", "test_a.py::test_a", "-n 2", "--lf", "-m slow", "-p x test_a.py")) {
      assertThat(ended(LanguageId.PYTHON, "test_a.py", python, "python3 -m pytest " + choice))
          .as(choice)
          .isEmpty();
    }
    for (String choice : List.of("a", "--test check a", "-- a", "-- --test-threads=4", "--doc")) {
      assertThat(ended(LanguageId.RUST, "tests/check.rs", rust, "cargo test " + choice))
          .as(choice)
          .isEmpty();
    }
  }

  @Test
  void amongSeveralFilesOfTestsNoneIsTheLast() {
    Problem one = problem(LanguageId.PYTHON, "test_a.py", "def test_a(): pass\n", "pytest -q");
    List<SourceFile> two =
        List.of(
            one.hidden().checks().getFirst(), new SourceFile("test_b.py", "def test_b(): pass\n"));

    assertThat(LastStep.in(one, WORD)).isPresent();
    assertThat(LastStep.in(problem(LanguageId.PYTHON, two, "pytest -q"), WORD)).isEmpty();
  }

  @Test
  void aCheckOfAnotherFormIsLeftAsItIs() {
    assertThat(ended(LanguageId.PYTHON, "check.py", "", "python3 -m unittest check")).isEmpty();
    assertThat(ended(LanguageId.RUST, "benches/check.rs", "", "cargo bench")).isEmpty();
    assertThat(ended(LanguageId.JAVASCRIPT, "a.test.js", "", "npx mocha a.test.js")).isEmpty();
  }

  private static Optional<String> ended(
      LanguageId language, String path, String content, String run) {
    return LastStep.in(problem(language, path, content, run), WORD)
        .map(files -> files.getFirst().content());
  }

  private static Problem problem(LanguageId language, String path, String content, String run) {
    return problem(language, List.of(new SourceFile(path, content)), run);
  }

  private static Problem problem(LanguageId language, List<SourceFile> checks, String run) {
    return new Problem(
        0,
        "one",
        language,
        "",
        new Problem.Asked("", List.of()),
        new Problem.Hidden("", List.of("solution"), checks, run, List.of(), List.of()));
  }
}
