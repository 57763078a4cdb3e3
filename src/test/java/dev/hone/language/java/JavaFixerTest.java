package dev.hone.language.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What each rule mends, and what it leaves alone.
class JavaFixerTest {
  private static final Java JAVA = new Java(Path.of("unused"), Progress.silent());
  private static final String GOOD =
      """
      import java.util.List;

      public class Solution {
          static int size(List<String> all) { return all.size(); }
          public static void main(String[] args) { System.out.println(size(List.of())); }
      }
      """;

  @Test
  void aFenceAndTheWordsAroundItGoAway() {
    String code = "Here is the code:\n```java\n" + GOOD + "```\nIt counts.\n";

    assertThat(fix("Solution.java", code)).isEqualTo(mended("markdown", "Solution.java", GOOD));
    assertThat(fix("Solution.java", "```java\n" + GOOD))
        .isEqualTo(mended("markdown", "Solution.java", GOOD));
  }

  @Test
  void bareMethodsGetTheirClass() {
    String code =
        """
        import java.util.List;

        // Adds all.
        static int sum(List<Integer> all) {
            return all.stream().mapToInt(i -> i).sum();
        }
        """;

    assertThat(fix("Sums.java", code))
        .isEqualTo(
            mended(
                "bare-methods",
                "Sums.java",
                """
                import java.util.List;

                public class Sums {
                    // Adds all.
                    static int sum(List<Integer> all) {
                        return all.stream().mapToInt(i -> i).sum();
                    }
                }
                """));
  }

  @Test
  void theClassIsCalledAsItsFile() {
    assertThat(
            fix(
                "Solution.java",
                """
                // Main adds.
                public class Main {
                    private final String name = "Main";
                    public Main() {}
                    static Main of() { return new Main(); }
                }
                """))
        .isEqualTo(
            mended(
                "class-name",
                "Solution.java",
                """
                // Main adds.
                public class Solution {
                    private final String name = "Main";
                    public Solution() {}
                    static Solution of() { return new Solution(); }
                }
                """));
  }

  @Test
  void aClassThatIsAskedForByNameKeepsItInAFileOfAnotherName() {
    assertThat(fix("Solution.java", "public final class Stack {}\n", "Stack"))
        .isEqualTo(mended("class-name", "Solution.java", "final class Stack {}\n"));
    assertThat(fix("Solution.java", "class Stack {}\n", "Stack")).isEmpty();
  }

  @Test
  void onlyTheClassOfTheFileIsPublic() {
    assertThat(fix("A.java", "public class A {}\npublic record B(int x) {}\n"))
        .isEqualTo(
            mended("two-public-classes", "A.java", "public class A {}\nrecord B(int x) {}\n"));
  }

  @Test
  void whatIsAskedForIsNotPrivate() {
    assertThat(fix("A.java", "class A {\n  private static int f() { return g(); }\n}\n", "f"))
        .isEqualTo(
            mended(
                "private-entry-point",
                "A.java",
                "class A {\n  static int f() { return g(); }\n}\n"));
    assertThat(fix("A.java", "class A {\n  private int g() { return 1; }\n}\n", "f")).isEmpty();
  }

  @Test
  void aPathOfAPackageSaysWhichPackage() {
    assertThat(fix("com/acme/A.java", "class A {}\n"))
        .isEqualTo(mended("package", "com/acme/A.java", "package com.acme;\n\nclass A {}\n"));
    assertThat(fix("src/main/java/com/acme/A.java", "package com.other;\n\nclass A {}\n"))
        .isEqualTo(
            mended(
                "package", "src/main/java/com/acme/A.java", "package com.acme;\n\nclass A {}\n"));
    assertThat(fix("lib/A.java", "class A {}\n")).isEmpty();
  }

  @Test
  void aPackageThatHidesTheClassFromItsTestGoesAway() {
    Diagnostic missed = unknown("ATest.java", "class A; location: class ATest");
    String code = "package com.example;\n\nclass A {}\n";

    assertThat(JAVA.fix(files("A.java", code), List.of(), List.of(missed)))
        .isEqualTo(mended("package", "A.java", "class A {}\n"));
    assertThat(fix("A.java", code)).isEmpty();
  }

  @Test
  void missingImportsOfTheJdkAreAddedWhereTheCompilerMissesThem() {
    String code = "import java.util.List;\n\nclass A {\n  List<String> a = new ArrayList<>();\n}\n";
    List<Diagnostic> faults =
        List.of(
            unknown("A.java", "class ArrayList; location: class A"),
            unknown("A.java", "variable Collectors; location: class A"),
            unknown("A.java", "class Thingummy; location: class A"),
            unknown("A.java", "class List; location: class A"));

    assertThat(JAVA.fix(files("A.java", code), List.of(), faults))
        .isEqualTo(
            mended(
                "missing-import",
                "A.java",
                """
                import java.util.ArrayList;
                import java.util.stream.Collectors;
                import java.util.List;

                class A {
                  List<String> a = new ArrayList<>();
                }
                """));
  }

  @Test
  void anImportStandsBehindThePackage() {
    assertThat(
            JAVA.fix(
                files("A.java", "package x;\n\nclass A {}\n"),
                List.of(),
                List.of(unknown("A.java", "class Path; location: class x.A"))))
        .isEqualTo(
            mended(
                "missing-import",
                "A.java",
                "package x;\n\nimport java.nio.file.Path;\n\nclass A {}\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "class Solution {}\nclass Helper {}\n",
        "class One {}\nclass Two {}\n",
        "public interface Solution { int f(); }\n",
        "class Solution { String s = \"a ``` b\"; }\n",
        "int broken( {\n",
        ""
      })
  void otherCodeIsLeftAlone(String code) {
    assertThat(fix("Solution.java", code)).isEmpty();
  }

  @Test
  void aMethodThatIsCalledWithoutAnObjectBecomesStatic() {
    String code =
        """
        public class S {
            private int twice(int n) { return 2 * n; }
            public static int f(int n) { return twice(n); }
        }
        """;

    assertThat(
            fixed(
                code,
                fault(
                    code,
                    3,
                    "non-static method twice(int) cannot be referenced from a static context")))
        .isEqualTo(
            mended("missing-static", "S.java", code.replace("private int", "private static int")));
  }

  @Test
  void anExceptionIsDeclaredWhereItIsThrownAndByItsCallers() {
    String code =
        """
        import java.nio.file.*;

        public class S {
            public static int f(String p) { return size(p); }
            static int size(String p) throws RuntimeException {
                return Files.readString(Path.of(p)).length();
            }
            static int g() { return 1; }
        }
        """;
    String words = "unreported exception IOException; must be caught or declared to be thrown";

    assertThat(fixed(code, fault(code, 6, words)))
        .isEqualTo(
            mended(
                "missing-throws",
                "S.java",
                code.replace("import java.nio", "import java.io.IOException;\nimport java.nio")
                    .replace("f(String p)", "f(String p) throws IOException")
                    .replace("RuntimeException {", "RuntimeException, IOException {")));
  }

  @Test
  void anExceptionInALambdaOrAnOverrideIsNotDeclared() {
    String words = "unreported exception IOException; must be caught or declared to be thrown";
    String lambda =
        """
        public class S {
            static Runnable f() {
                return () -> {
                    Files.readString(p);
                };
            }
            @Override
            public String toString() {
                return Files.readString(p);
            }
        }
        """;

    assertThat(fixed(lambda, fault(lambda, 4, words))).isEmpty();
    assertThat(fixed(lambda, fault(lambda, 9, words))).isEmpty();
  }

  @Test
  void aComponentOfARecordIsReadByItsAccessor() {
    String code =
        """
        public class S {
            record Item(int price) {}
            static int f(Item item) { return item.price + item.price() + item.prices; }
        }
        """;
    String words =
        "cannot find symbol; symbol: variable price; location: variable item of type Item";

    assertThat(fixed(code, fault(code, 3, words)))
        .isEqualTo(
            mended("record-accessor", "S.java", code.replace("item.price +", "item.price() +")));
    assertThat(fixed(code, fault(code, 3, words.replace("price", "prices")))).isEmpty();
  }

  @Test
  void fixedCodeIsNotFixedAgain() {
    String code =
        "```java\npublic static int f() { return new ArrayList<Integer>().size(); }\n```\n";
    List<Diagnostic> faults = List.of(unknown("a/b/S.java", "class ArrayList; location: class S"));
    Fix once = JAVA.fix(files("a/b/S.java", code), List.of("f"), faults).orElseThrow();

    assertThat(once.rules())
        .containsExactly("markdown", "bare-methods", "package", "missing-import");
    assertThat(JAVA.fix(once.code(), List.of("f"), faults)).isEmpty();
  }

  private static Optional<Fix> fix(String path, String code, String... entryPoints) {
    return JAVA.fix(files(path, code), List.of(entryPoints), List.of());
  }

  private static Optional<Fix> fixed(String code, Diagnostic fault) {
    return JAVA.fix(files("S.java", code), List.of("f"), List.of(fault));
  }

  private static Diagnostic fault(String code, int line, String message) {
    String source = code.lines().skip(line - 1).findFirst().orElseThrow().strip();
    return new Diagnostic("S.java", line, 1, "", message, source);
  }

  private static Optional<Fix> mended(String rule, String path, String code) {
    return Optional.of(new Fix(List.of(rule), files(path, code)));
  }

  private static List<SourceFile> files(String path, String code) {
    return List.of(new SourceFile(path, code));
  }

  private static Diagnostic unknown(String path, String symbol) {
    return new Diagnostic(
        path, 1, 1, "cant.resolve.location", "cannot find symbol; symbol: " + symbol, "");
  }
}
