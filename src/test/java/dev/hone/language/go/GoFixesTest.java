package dev.hone.language.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoFixesTest {
  private static String code(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private static Optional<Fix> fix(String text, List<String> entryPoints, Diagnostic... faults) {
    return new GoFixes(List.of(new SourceFile("solution.go", text)), entryPoints)
        .fix(List.of(faults));
  }

  private static Fix fixed(String rule, String text) {
    return new Fix(List.of(rule), List.of(new SourceFile("solution.go", text)));
  }

  private static void mends(String rule, String wrong, String right, Diagnostic... faults) {
    assertThat(fix(wrong, List.of(), faults)).contains(fixed(rule, right));
    assertThat(fix(right, List.of(), faults)).isEmpty();
  }

  private static void leaves(String text, Diagnostic... faults) {
    assertThat(fix(text, List.of(), faults)).isEmpty();
  }

  private static Diagnostic fault(
      int line, int column, String code, String message, String source) {
    return new Diagnostic("solution.go", line, column, code, message, source);
  }

  @Test
  void proseAndFencesAroundCodeGo() {
    mends(
        "prose-around-code",
        "Here is the code:\n```go\npackage solution\n\nfunc F() {}\n```\nIt does nothing.\n",
        "package solution\n\nfunc F() {}\n");
    leaves("package solution\n\n// A ``` b\nfunc F() string { return `\n```\n` }\n");
    leaves("// Package solution is fine.\npackage solution\n");
  }

  @Test
  void aMissingPackageClauseIsAdded() {
    mends("missing-package", "func F() {}\n", "package solution\n\nfunc F() {}\n");
    leaves("");
    leaves("nothing that is code\n");
  }

  @Test
  void numbersOfTwoTypesAreConvertedWhereNothingIsLost() {
    String form = "package solution\n\nfunc F(n int64, base int) int64 {\n\t%s\n\treturn n\n}\n";
    mends(
        "number-types",
        form.formatted("n = n % base"),
        form.formatted("n = n % int64(base)"),
        fault(
            4,
            6,
            "MismatchedTypes",
            "invalid operation: n % base (mismatched types int64 and int)",
            "\tn = n % base"));
    mends(
        "number-types",
        form.formatted("n = base*n"),
        form.formatted("n = int64(base)*n"),
        fault(
            4,
            6,
            "MismatchedTypes",
            "invalid operation: base * n (mismatched types int and int64)",
            "\tn = base*n"));
    mends(
        "number-types",
        form.formatted("n /= base"),
        form.formatted("n /= int64(base)"),
        fault(
            4,
            2,
            "MismatchedTypes",
            "invalid operation: n /= base (mismatched types int64 and int)",
            "\tn /= base"));
    leaves(
        "package solution\n\nfunc F(n int, x float64) int {\n\tn += x\n\treturn n\n}\n",
        fault(
            4,
            2,
            "MismatchedTypes",
            "invalid operation: n += x (mismatched types int and float64)",
            "\tn += x"));
    leaves(
        "package solution\n\nfunc F(i, hi int, x float64) float64 {\n\treturn hi*x + i*x\n}\n",
        fault(
            4,
            16,
            "MismatchedTypes",
            "invalid operation: i * x (mismatched types int and float64)",
            "\treturn hi*x + i*x"));
    leaves(
        "package solution\n\nfunc F(n int, s string) bool {\n\treturn n == s\n}\n",
        fault(
            4,
            9,
            "MismatchedTypes",
            "invalid operation: n == s (mismatched types int and string)",
            "\treturn n == s"));
  }

  private static List<Diagnostic> signatureFaults(String text, String... asked) {
    return GoSignatures.faults(List.of(new SourceFile("solution.go", text)), List.of(asked));
  }

  @Test
  void aFunctionThatTakesOrReturnsSomethingElseIsAFault() {
    String asked = "func F(words []string, n int) (map[rune]int, bool)";
    assertThat(signatureFaults("package p\n\nfunc F(a []string, b int) (string, bool) {}\n", asked))
        .containsExactly(
            fault(
                3,
                1,
                "signature",
                "the requirement asks for `"
                    + asked
                    + "`, not `func F(a []string, b int) (string, bool)`",
                "func F(a []string, b int) (string, bool)"));
    assertThat(
            signatureFaults(
                "package p\n\nfunc F(a []string, b int) (m map[int32]int, ok bool) {}\n", asked))
        .isEmpty();
    assertThat(
            signatureFaults("package p\n\nfunc F(a, b int) int {}\n", "func F(x int, y int) int"))
        .isEmpty();
  }

  @Test
  void whatIsNoWholeSignatureIsNotHeldAgainstTheCode() {
    String code = "package p\n\nfunc F(a int) (int, error) { return a, nil }\n";
    assertThat(signatureFaults(code, "func F(a)", "func F(a int)", "type F struct", "F")).isEmpty();
    assertThat(signatureFaults(code, "func G(a int) int", "func F[T any](a T) T")).isEmpty();
  }

  @Test
  void otherWordsForWhatWasAskedAreNoFault() {
    String aliased = "package p\n\ntype Rows [][]int\n\nfunc F(r Rows) int { return 0 }\n";
    assertThat(signatureFaults(aliased, "func F(rows [][]int) int")).isEmpty();
    String named = "package p\n\nfunc F(f func(x int) int) int { return f(1) }\n";
    assertThat(signatureFaults(named, "func F(f func(int) int) int")).isEmpty();
    List<SourceFile> code =
        List.of(
            new SourceFile("lex/lex.go", "package lex\n\nfunc F(s string) int { return 0 }\n"),
            new SourceFile("solution.go", "package p\n\nfunc F(n int) int { return n }\n"));
    assertThat(GoSignatures.faults(code, List.of("func F(n int) int"))).isEmpty();
  }

  @Test
  void anErrorThatNobodyAskedForIsNotReturned() {
    String wrong =
        code(
                "package solution",
                "",
                "import \"errors\"",
                "",
                "// F does.",
                "func F(n int) string {",
                "\tif n < 0 {",
                "\t\treturn \"\", errors.New(\"n, negative\")",
                "\t}",
                "\treturn \"a\" + F(n-1), nil // done",
                "}")
            .replace("(n int) string", "(n int) (string, error)");
    String asked = "func F(n int) string";
    List<Diagnostic> faults = signatureFaults(wrong, asked);

    assertThat(fix(wrong, List.of(), faults.toArray(new Diagnostic[0])))
        .contains(
            new Fix(
                List.of("unasked-error", "unused-import"),
                List.of(
                    new SourceFile(
                        "solution.go",
                        code(
                            "package solution",
                            "",
                            "",
                            "// F does.",
                            "func F(n int) string {",
                            "\tif n < 0 {",
                            "\t\treturn \"\"",
                            "\t}",
                            "\treturn \"a\" + F(n-1) // done",
                            "}")))));
  }

  @Test
  void anErrorThatTheCodeItselfNeedsStays() {
    for (String body :
        List.of(
            "return G(n)",
            "if n > 1 {\n\t\treturn F(n - 1)\n\t}\n\treturn n, nil",
            "m, err := F(n - 1)\n\treturn m, err",
            "f := func() (int, error) { return 1, nil }\n\treturn f()")) {
      String text = "package p\n\nfunc F(n int) (int, error) {\n\t%s\n}\n".formatted(body);
      List<Diagnostic> faults = signatureFaults(text, "func F(n int) int");
      assertThat(faults).hasSize(1);
      leaves(text, faults.toArray(new Diagnostic[0]));
    }
  }

  @Test
  void namedResultsStay() {
    String text =
        "package p\n\nfunc F(n int) (v int, err error) {\n\tv, err = G(n)\n\treturn v, err\n}\n";
    leaves(text, signatureFaults(text, "func F(n int) int").toArray(new Diagnostic[0]));
  }

  @Test
  void missingImportsAreAddedAndUnusedOnesGo() {
    mends(
        "missing-import",
        "package solution\n\nfunc F(s string) string { return strings.ToUpper(s) }\n",
        code(
            "package solution",
            "",
            "import (",
            "\t\"strings\"",
            ")",
            "",
            "func F(s string) string { return strings.ToUpper(s) }"));
    mends(
        "missing-import",
        "package solution\n\nimport (\n\t\"os\"\n)\n\nvar A = os.Args\nvar B sync.Mutex\n",
        code(
            "package solution",
            "",
            "import (",
            "\t\"sync\"",
            "\t\"os\"",
            ")",
            "",
            "var A = os.Args",
            "var B sync.Mutex"));
    mends(
        "unused-import",
        "package solution\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nvar A = os.Args\n",
        "package solution\n\nimport (\n\t\"os\"\n)\n\nvar A = os.Args\n");
    mends(
        "unused-import",
        "package solution\n\nimport \"fmt\"\n\nvar A = 1\n",
        "package solution\n\n\nvar A = 1\n");
    leaves(
        code(
            "package solution",
            "",
            "import _ \"embed\"",
            "",
            "type list struct{ Len int }",
            "",
            "func F(sort list) int { return sort.Len }"));
    leaves("package solution\n\nimport \"own/thing\"\n\nvar A = 1\n");
    leaves("package solution\n\nfunc F() { nothing.Known() }\n");
  }

  @Test
  void experimentalPackagesBecomeThoseOfTheStandardLibrary() {
    mends(
        "experimental-package",
        code(
            "package solution",
            "",
            "import \"golang.org/x/exp/constraints\"",
            "",
            "func F[T constraints.Ordered](a T) T { return a }"),
        "package solution\n\nimport \"cmp\"\n\nfunc F[T cmp.Ordered](a T) T { return a }\n");
    leaves(
        code(
            "package solution",
            "",
            "import \"golang.org/x/exp/constraints\"",
            "",
            "func F[T constraints.Integer](a T) T { return a }"));
  }

  @Test
  void testsInTheCodeGo() {
    mends(
        "tests-in-code",
        code(
            "package solution",
            "",
            "import \"testing\"",
            "",
            "func F() {}",
            "",
            "// TestF is a test.",
            "func TestF(t *testing.T) { F() }"),
        "package solution\n\nfunc F() {}\n\n");
    leaves("package solution\n\nfunc Testify(n int) int { return n }\n");
  }

  @Test
  void anEntryPointGetsTheAskedSpelling() {
    String wrong =
        code(
            "package solution",
            "",
            "type t struct{ add int }",
            "",
            "func add(n int) int { return add(n - 1) }");

    assertThat(fix(wrong, List.of("Add")))
        .contains(
            fixed(
                "entry-point-name",
                code(
                    "package solution",
                    "",
                    "type t struct{ add int }",
                    "",
                    "func Add(n int) int { return Add(n - 1) }")));
    assertThat(fix(wrong, List.of("Sub"))).isEmpty();
    assertThat(fix(wrong + "\nfunc Add() {}\n", List.of("Add"))).isEmpty();
  }

  @Test
  void unusedVariablesAreUsed() {
    mends(
        "unused-variable",
        "package solution\n\nfunc F() int {\n\tx := 1\n\treturn 2\n}\n",
        "package solution\n\nfunc F() int {\n\tx := 1\n\t_ = x\n\treturn 2\n}\n",
        fault(4, 2, "UnusedVar", "declared and not used: x", "x := 1"));
    mends(
        "unused-variable",
        code(
            "package solution",
            "",
            "func F(a []int) int {",
            "\tfor i, v := range a {",
            "\t\treturn v",
            "\t}",
            "\treturn 2",
            "}"),
        code(
            "package solution",
            "",
            "func F(a []int) int {",
            "\tfor _, v := range a {",
            "\t\treturn v",
            "\t}",
            "\treturn 2",
            "}"),
        fault(4, 6, "UnusedVar", "declared and not used: i", "for i, v := range a {"));
    mends(
        "unused-variable",
        "package solution\n\nfunc F(a []int) {\n\tfor i := range a {\n\t}\n}\n",
        "package solution\n\nfunc F(a []int) {\n\tfor range a {\n\t}\n}\n",
        fault(4, 6, "UnusedVar", "declared and not used: i", "for i := range a {"));
    leaves(
        "package solution\n\nfunc F() { x := 1 }\n",
        fault(3, 12, "UnusedVar", "declared and not used: x", "func F() { x := 1 }"));
  }

  @Test
  void aRepeatedDeclarationBecomesAnAssignment() {
    mends(
        "no-new-variable",
        "package solution\n\nfunc F() int {\n\tx := 1\n\tx := 2\n\treturn x\n}\n",
        "package solution\n\nfunc F() int {\n\tx := 1\n\tx = 2\n\treturn x\n}\n",
        fault(5, 4, "NoNewVar", "no new variables on left side of :=", "x := 2"));
  }

  @Test
  void aFunctionWhoseEndIsNeverReachedSaysSo() {
    mends(
        "missing-return",
        code(
            "package solution",
            "",
            "func F(n int) int {",
            "\tif n > 0 {",
            "\t\treturn 1",
            "\t} else if n <= 0 {",
            "\t\treturn 2",
            "\t}",
            "}"),
        code(
            "package solution",
            "",
            "func F(n int) int {",
            "\tif n > 0 {",
            "\t\treturn 1",
            "\t} else if n <= 0 {",
            "\t\treturn 2",
            "\t}",
            "\tpanic(\"unreachable\")",
            "}"),
        fault(9, 1, "MissingReturn", "missing return", "}"));
  }

  @Test
  void aProgramThatIsTestedAsAPackageBecomesOne() {
    Diagnostic fault =
        fault(
            1,
            1,
            "MultiplePackages",
            "this file is in package main, but solution_text_test.go is in package solution",
            "package main");

    mends(
        "package-name",
        "package main\n\nfunc F() {}\n\nfunc main() {}\n",
        "package solution\n\nfunc F() {}\n\nfunc main() {}\n",
        fault);
    leaves("package main\n\nfunc F() {}\n\nfunc main() {}\n");
  }
}
