package dev.hone.language.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JavaTest {
  private static final Java JAVA = new Java(Path.of("unused"), Progress.silent());
  private static final SourceFile TESTS =
      new SourceFile(
          "SolutionTest.java",
          """
          class SolutionTest {
            @Test void plain() {}
            @ParameterizedTest
            @ValueSource(ints = {1, 2})
            void many(int n) {}
            @org.junit.jupiter.api.RepeatedTest(3) void again() {}
            void helper() {}
            @BeforeEach void setUp() {}
            @Nested
            class WhenEmpty {
              @Test
              void isEmpty() {
                int a = 1;
              }
            }
            class NotNested {
              @Test void unseen() {}
            }
          }
          class Other {
            @Test void beside() {}
          }
          abstract class Base {
            @Test void inherited() {}
          }
          class Old extends junit.framework.TestCase {
            public void testOld() {}
            void testHidden() {}
          }
          """);

  @Test
  void testsAreNamedAsJUnitReportsThem() {
    assertThat(JAVA.testNames(TESTS))
        .containsExactly(
            "plain", "many", "again", "WhenEmpty.isEmpty", "Other.beside", "Old.testOld");
  }

  @Test
  void aLineBelongsToTheTestAroundIt() {
    assertThat(JAVA.testAt(TESTS, 4)).isEqualTo(Optional.of("many"));
    assertThat(JAVA.testAt(TESTS, 13)).isEqualTo(Optional.of("WhenEmpty.isEmpty"));
    assertThat(JAVA.testAt(TESTS, 7)).isEmpty();
  }

  @Test
  void testsAreTakenOutWithTheirAnnotations() {
    SourceFile file =
        new SourceFile(
            "ATest.java",
            """
            class ATest {
              @Test
              void one() { int a = 1; }

              @Test
              void two() {}
            }
            """);

    assertThat(JAVA.withoutTests(file, Set.of("one")).content())
        .isEqualTo(
            """
            class ATest {

              @Test
              void two() {}
            }
            """);
  }

  @Test
  void typesAndMethodsAreOfferedUnlessTheyArePrivate() {
    SourceFile file =
        new SourceFile(
            "A.java",
            """
            public class A {
              private int hidden() { return 1; }
              static int open() { return 1; }
              record Pair(int left, int right) {}
              public static void main(String[] args) {}
            }
            interface Shape { double area(); }
            """);

    assertThat(JAVA.offeredNames(file)).containsExactly("A", "open", "Pair", "Shape", "area");
    assertThat(JAVA.offeredNames(new SourceFile("A.java", "int bare(int a) { return a; }\n")))
        .containsExactly("bare");
    assertThat(JAVA.offeredNames(new SourceFile("A.java", "There is no code here.\n"))).isEmpty();
  }

  @Test
  void testFilesStandBesideTheSolution() {
    assertThat(JAVA.testPath("Solution.java", "text")).isEqualTo("SolutionTextTest.java");
    assertThat(JAVA.testPath("com/acme/Stack.java", "generated"))
        .isEqualTo("com/acme/StackGeneratedTest.java");
    assertThat(JAVA.importName("com/acme/Stack.java")).isEqualTo("Stack");
  }

  @Test
  void aFileThatDoesNotParseHasASyntaxFault() {
    assertThat(JAVA.syntaxFaults(new SourceFile("A.java", "class A {\n  int f( { }\n}\n")))
        .hasSize(1);
    assertThat(JAVA.syntaxFaults(TESTS)).isEmpty();
  }

  @Test
  void aReportWithoutItsEndIsNotComplete() {
    assertThat(
            JAVA.report(
                "m {\"test\":\"a\",\"state\":\"passed\",\"message\":\"\"}\n{\"end\":0}\n", "", "m"))
        .isEqualTo(
            new TestReport(List.of(new Case("a", State.PASSED, "")), List.of(), List.of(), false));
  }

  @Test
  void examplesThatCannotBeWrittenAreLeftOut() {
    List<Example> examples =
        List.of(
            new Example(Kind.RETURNS, List.of(), "add(1, 2)", "3", ""),
            new Example(Kind.RETURNS, List.of(), "add(1, ...)", "3", ""),
            new Example(Kind.RETURNS, List.of(), "add(x, 2)", "3", ""),
            new Example(Kind.RETURNS, List.of(), "other.add(1, 2)", "3", ""),
            new Example(Kind.RETURNS, List.of(), "add(1, 2)", "the sum", ""),
            new Example(Kind.RETURNS, List.of(), "add(1, 2) + add(2, 3)", "8", ""),
            new Example(Kind.RAISES, List.of(), "add(null, 2)", "NullPointerException", ""));
    TestBrief brief =
        new TestBrief(
            "Solution.java", "SolutionTextTest.java", List.of("add"), List.of(), examples);

    assertThat(JAVA.exampleTests(brief).map(JAVA::testNames))
        .isEqualTo(Optional.of(List.of("test_example_1", "test_example_7")));
  }

  @Test
  void withoutExamplesThereIsNoTestFile() {
    TestBrief brief =
        new TestBrief("Solution.java", "SolutionTextTest.java", List.of(), List.of(), List.of());

    assertThat(JAVA.exampleTests(brief)).isEmpty();
  }

  @Test
  void whatAGeneratedTestFileForgotIsAdded() {
    SourceFile file =
        new SourceFile(
            "StackGeneratedTest.java",
            """
            public class StackTest {
              @Test
              void pops() {
                Stack stack = new Stack();
                assertEquals(List.of(1), stack.all());
              }
            }
            """);
    String whole =
        """
        import java.util.List;
        import org.junit.jupiter.api.Test;
        import static org.junit.jupiter.api.Assertions.*;

        public class StackGeneratedTest {
          @Test
          void pops() {
            Stack stack = new Stack();
            assertEquals(List.of(1), stack.all());
          }
        }
        """;

    assertThat(JAVA.withFramework(file)).isEqualTo(new SourceFile(file.path(), whole));
    assertThat(JAVA.withFramework(JAVA.withFramework(file))).isEqualTo(JAVA.withFramework(file));
  }

  @Test
  void aGeneratedTestFileBelongsToThePackageOfItsPath() {
    SourceFile file =
        new SourceFile(
            "com/acme/ATextTest.java",
            "import org.junit.jupiter.api.Test;\n\nclass ATextTest {\n  @Test void a() {}\n}\n");

    assertThat(JAVA.withFramework(file).content())
        .isEqualTo("package com.acme;\n\n" + file.content());
    assertThat(JAVA.withFramework(JAVA.withFramework(file))).isEqualTo(JAVA.withFramework(file));
  }

  @Test
  void aTestFileOfJUnit4IsLeftAlone() {
    SourceFile file =
        new SourceFile(
            "ATest.java",
            """
            import static org.junit.Assert.assertEquals;
            import org.junit.Test;
            public class ATest {
              @Test public void adds() { assertEquals(1, 1); }
            }
            """);

    assertThat(JAVA.withFramework(file)).isEqualTo(file);
  }
}
