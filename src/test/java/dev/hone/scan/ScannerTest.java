package dev.hone.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.scan.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The scanner with the rules that come with Hone.
class ScannerTest {
  private final Scanner scanner = new Scanner();

  @TestFactory
  Stream<DynamicTest> aRuleFindsItsObjectionableExamples() {
    return scanner.rules().stream()
        .flatMap(
            rule ->
                rule.objectionable().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                rule.language().id() + " " + rule.id() + ": " + example.line(),
                                () ->
                                    assertThat(scan(rule.language(), example))
                                        .extracting(Finding::rule)
                                        .contains(rule.id()))));
  }

  @TestFactory
  Stream<DynamicTest> noRuleFindsAHarmlessExample() {
    return scanner.rules().stream()
        .flatMap(
            rule ->
                rule.harmless().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                rule.language().id() + " " + rule.id() + ": " + example.line(),
                                () -> assertThat(scan(rule.language(), example)).isEmpty())));
  }

  @Test
  void aFindingNamesRuleLineCallAndWhy() {
    List<Finding> found = scan(LanguageId.PYTHON, "import os as o\n\no.system(\n    'ls')\n");

    assertThat(found)
        .containsExactly(
            new Finding(
                "process",
                Severity.BLOCK,
                "solution",
                3,
                "o.system( 'ls')",
                "It starts, signals or ends processes outside the code's own work."));
  }

  @Test
  void findingsStandInTheOrderOfFilesAndLines() {
    List<SourceFile> files =
        List.of(
            new SourceFile("b.py", "eval('1')\nexec('2')"), new SourceFile("a.py", "eval('3')"));

    assertThat(scanner.scan(LanguageId.PYTHON, files, Set.of()))
        .extracting(finding -> finding.path() + ":" + finding.line())
        .containsExactly("b.py:1", "b.py:2", "a.py:1");
  }

  @Test
  void anAllowedRuleGivesNoFinding() {
    List<SourceFile> files =
        List.of(new SourceFile("a.py", "import os\nos.remove('a')\neval('1')"));

    assertThat(scanner.scan(LanguageId.PYTHON, files, Set.of("file-removal")))
        .extracting(Finding::rule)
        .containsExactly("dynamic-code");
  }

  @Test
  void anUnknownRuleIsWrongUseThatNamesTheNearest() {
    assertThatThrownBy(() -> scanner.scan(LanguageId.PYTHON, List.of(), Set.of("netwrok")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no rule is called 'netwrok'; did you mean --allow network?");
  }

  @Test
  void everyLanguageHasRules() {
    assertThat(scanner.rules()).extracting(Rule::language).contains(LanguageId.values());
  }

  @Test
  void rulesOfOtherLanguagesAreReadOnlyWhereANameIsInNoneOfThisOne() {
    List<LanguageId> read = new ArrayList<>();
    Scanner lazy =
        new Scanner(
            language -> {
              read.add(language);
              return Rules.load(language);
            });
    List<SourceFile> files = List.of(new SourceFile("a.py", "eval('1')"));

    assertThat(lazy.scan(LanguageId.PYTHON, files, Set.of())).hasSize(1);
    assertThat(lazy.scan(LanguageId.PYTHON, files, Set.of("dynamic-code"))).isEmpty();
    assertThat(read).containsExactly(LanguageId.PYTHON);
    assertThat(lazy.scan(LanguageId.PYTHON, files, Set.of("unsafe-code"))).hasSize(1);
    assertThat(read).containsExactlyInAnyOrder(LanguageId.values());
  }

  @Test
  void brokenCodeIsScannedAsFarAsItCanBeRead() {
    assertThat(scan(LanguageId.PYTHON, "import os\ndef f(:\n  os.system('ls')\n)))"))
        .extracting(Finding::rule)
        .containsExactly("process");
    assertThat(scan(LanguageId.JAVASCRIPT, "eval('1'); function ( { ] ]")).isNotEmpty();
    assertThat(scan(LanguageId.PYTHON, "\0\uD800 é")).isEmpty();
    assertThat(scan(LanguageId.JAVASCRIPT, "")).isEmpty();
  }

  @Test
  void codeNestedDeeperThanTheStackIsScanned() {
    int depth = 20_000;
    String brackets = "(".repeat(depth) + "eval" + ")".repeat(depth);

    assertThat(scan(LanguageId.JAVASCRIPT, "a" + ".b".repeat(depth) + ";eval('1')")).hasSize(1);
    assertThat(scan(LanguageId.PYTHON, "x = " + "'a' + ".repeat(depth) + "'b'\neval(x)"))
        .hasSize(1);
    assertThat(scan(LanguageId.JAVASCRIPT, "x = " + brackets + ";")).hasSize(1);
    assertThat(scan(LanguageId.PYTHON, "-".repeat(depth) + "1\neval('1')")).hasSize(1);
  }

  @Test
  void aFileIsReadWithWhatItImportsFromTheOthers() {
    List<SourceFile> files =
        List.of(
            new SourceFile("helper.py", "from os import system as run\n"),
            new SourceFile("solution.py", "from helper import run\nrun('ls')\n"));

    assertThat(scanner.scan(LanguageId.PYTHON, files, Set.of()))
        .extracting(finding -> finding.path() + ":" + finding.line() + " " + finding.rule())
        .containsExactly("solution.py:2 process");
  }

  @Test
  void aFunctionThatAnotherFileDefinesIsNotTheLibrarys() {
    List<SourceFile> files =
        List.of(
            new SourceFile(
                "solution.c", "#include \"list.h\"\nint f(int *a) { return unlink(a); }"),
            new SourceFile("list.c", "int unlink(int *a) { return *a; }"));

    assertThat(scanner.scan(LanguageId.C, files, Set.of())).isEmpty();
  }

  @Test
  void anEscapedOrSplicedNameIsReadAsTheCompilerReadsIt() {
    assertThat(scan(LanguageId.JAVA, "class A { Object a = new \\u0050rocessBuilder(); }"))
        .extracting(Finding::rule)
        .containsExactly("process");
    assertThat(scan(LanguageId.C, "int f(void) { return sys\\\ntem(\"ls\"); }\n"))
        .extracting(Finding::rule)
        .containsExactly("process");
  }

  private List<Finding> scan(LanguageId language, String code) {
    return scan(language, new Example(Example.ANY, code));
  }

  private List<Finding> scan(LanguageId language, Example example) {
    SourceFile file = new SourceFile(example.path(), example.code());
    return scanner.scan(language, List.of(file), Set.of());
  }
}
