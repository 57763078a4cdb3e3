package dev.hone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.c.C;
import dev.hone.language.cpp.Cpp;
import dev.hone.language.go.Go;
import dev.hone.language.java.Java;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.language.rust.Rust;
import dev.hone.language.typescript.TypeScript;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffersTest {
  @TempDir Path cache;

  @Test
  void aPlanWithoutNamesTakesThoseOfTheCode() {
    String code = "def add(a: int, b: int = 0) -> int:\n    return a + b\n";
    Plan plan = complete(python(), code);
    assertThat(plan.signatures()).containsExactly("def add(a: int, b: int = 0) -> int");
    assertThat(plan.entryPoints()).containsExactly("add");
  }

  @Test
  void whatIsAskedForByNameStays() {
    Plan asked =
        new Plan(
            LanguageId.PYTHON,
            List.of("def sum_up(values)"),
            List.of("sum_up"),
            List.of("solution.py"),
            List.of(),
            List.of(),
            List.of());
    SourceFile code = new SourceFile("solution.py", "def add(a, b):\n    return a + b\n");
    assertThat(new Offers(python()).complete(asked, List.of(code))).isEqualTo(asked);
  }

  @Test
  void aFunctionThatAnotherOneCallsIsAPartOfIt() {
    String code =
        """
        def is_prime(n):
            return n > 1 and all(n % d for d in range(2, n))


        def primes(n):
            return [k for k in range(n) if is_prime(k)]
        """;
    assertThat(complete(python(), code).entryPoints()).containsExactly("primes");
  }

  @Test
  void aFunctionThatCallsItselfIsNot() {
    String code = "def fact(n):\n    return 1 if n < 2 else n * fact(n - 1)\n";
    assertThat(complete(python(), code).entryPoints()).containsExactly("fact");
  }

  @Test
  void aClassIsOffered() {
    String code =
        "class Stack:\n    def push(self, value):\n        pass\n\n\ndef _check(x):\n    pass\n";
    assertThat(complete(python(), code).signatures()).containsExactly("class Stack");
  }

  @Test
  void codeThatOffersNothingLeavesThePlan() {
    assertThat(complete(python(), "print('hello')\n").entryPoints()).isEmpty();
  }

  @Test
  void everyLanguageIsRead() {
    Progress silent = Progress.silent();
    assertThat(
            offered(
                new JavaScript(cache),
                "function half(x) {\n  return x / 2;\n}\nfunction add(a, b) {\n  return half(a) + b;\n}\nmodule.exports = { add };\n"))
        .containsExactly("function add(a, b)");
    assertThat(
            offered(
                new TypeScript(cache, silent),
                "export function add(a: number, b: number): number {\n  return a + b;\n}\n"))
        .containsExactly("function add(a: number, b: number): number");
    assertThat(
            offered(
                new Java(cache, silent),
                "public class Solution {\n  public static int add(int a, int b) {\n    return a + b;\n  }\n}\n"))
        .containsExactly("public static int add(int a, int b)");
    assertThat(
            offered(
                new Go(cache, silent),
                "package solution\n\nfunc Add(a, b int) int {\n\treturn a + b\n}\n"))
        .containsExactly("func Add(a, b int) int");
    assertThat(
            offered(new Rust(cache, silent), "pub fn add(a: i32, b: i32) -> i32 {\n    a + b\n}\n"))
        .containsExactly("pub fn add(a: i32, b: i32) -> i32");
    assertThat(offered(new C(cache, silent), "int add(int a, int b) {\n  return a + b;\n}\n"))
        .containsExactly("int add(int a, int b)");
    assertThat(offered(new Cpp(cache, silent), "int add(int a, int b) {\n  return a + b;\n}\n"))
        .containsExactly("int add(int a, int b)");
  }

  private Python python() {
    return new Python(cache, Progress.silent());
  }

  private static List<String> offered(Language language, String code) {
    return complete(language, code).signatures();
  }

  private static Plan complete(Language language, String code) {
    String path = "solution" + language.idioms().extension();
    Plan plan =
        new Plan(
            language.id(), List.of(), List.of(), List.of(path), List.of(), List.of(), List.of());
    return new Offers(language).complete(plan, List.of(new SourceFile(path, code)));
  }
}
