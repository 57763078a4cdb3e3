package dev.hone.language.c;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CTest {
  private static final C LANGUAGE = new C(Path.of("target", "toolchains"), Progress.silent());

  @Test
  void testsAreFunctionsOfTheirOwnOrTheProgramItself() {
    assertThat(
            names("static void test_a(void) {}\nvoid test_b() {}\nint test_c(void) { return 0; }"))
        .containsExactly("test_a", "test_b");
    assertThat(names("void test_a(void) {}\nint main(void) { test_a(); return 0; }"))
        .containsExactly("test_a");
    assertThat(names("#include <assert.h>\nint main(void) { assert(1); }")).containsExactly("main");
    assertThat(names("int add(int a) { return a; }")).isEmpty();
  }

  @Test
  void aLineBelongsToTheTestAroundIt() {
    SourceFile file = new SourceFile("t.c", "int x;\nvoid test_a(void) {\n  x = 1;\n}\n");

    assertThat(LANGUAGE.testAt(file, 3)).contains("test_a");
    assertThat(LANGUAGE.testAt(file, 1)).isEmpty();
  }

  @Test
  void testsOfUnityCmockaAndCheckAreThoseThatTheFrameworkIsGiven() {
    SourceFile unity =
        new SourceFile(
            "test_a.c",
            """
            #include "unity.h"
            void test_one(void) {}
            void test_not_run(void) {}
            int main(void) { UNITY_BEGIN(); RUN_TEST(test_one); return UNITY_END(); }
            """);
    SourceFile cmocka =
        new SourceFile(
            "test_b.c",
            """
            #include <cmocka.h>
            static void one(void **state) {}
            static void two(void **state) {}
            int main(void) {
              const struct CMUnitTest all[] = {
                cmocka_unit_test(one), cmocka_unit_test_setup(two, up)};
              return cmocka_run_group_tests(all, 0, 0);
            }
            """);
    SourceFile check =
        new SourceFile(
            "test_c.c", "#include <check.h>\nSTART_TEST(one) {}\nEND_TEST\nint main(void) {}\n");
    SourceFile fixture =
        new SourceFile("test_d.c", "#include <unity.h>\nint main(void) { return 0; }\n");

    assertThat(LANGUAGE.testNames(unity)).containsExactly("test_one");
    assertThat(LANGUAGE.testNames(cmocka)).containsExactly("one", "two");
    assertThat(LANGUAGE.testNames(check)).containsExactly("one");
    assertThat(LANGUAGE.testNames(fixture)).containsExactly("main");
    assertThat(LANGUAGE.withoutTests(cmocka, Set.of("one")).content())
        .doesNotContain("one")
        .contains("cmocka_unit_test_setup(two, up)");
  }

  @Test
  void aTestIsTakenOutWithItsCall() {
    SourceFile file =
        new SourceFile(
            "t.c",
            "void test_a(void) {}\n\nvoid test_b(void) {}\n\nint main(void) { test_a(); test_b(); }\n");

    assertThat(LANGUAGE.withoutTests(file, Set.of("test_a")).content())
        .isEqualTo("\n\nvoid test_b(void) {}\n\nint main(void) {  test_b(); }\n");
  }

  @Test
  void whatOthersCanUseIsOffered() {
    assertThat(
            LANGUAGE.offeredNames(
                new SourceFile(
                    "solution.c",
                    """
                    typedef struct { int x; } point;
                    struct node { int value; };
                    static int hidden(void) { return 0; }
                    char *twice(const char *s) { return 0; }
                    int main(void) { return 0; }
                    """)))
        .containsExactly("point", "node", "twice");
  }

  @Test
  void headersThatTheNamesNeedAreAdded() {
    assertThat(
            fixed(
                "#include <stdio.h>\n\nbool same(const char *a, const char *b) { return strcmp(a, b) == 0; }\n"))
        .contains(
            fix(
                "#include <stdio.h>\n#include <stdbool.h>\n#include <string.h>\n\nbool same(const char *a, const char *b) { return strcmp(a, b) == 0; }\n",
                "missing-include"));
  }

  @Test
  void theCompilersAdviceIsFollowed() {
    Diagnostic fault =
        new Diagnostic(
            "solution.c",
            1,
            1,
            "",
            "implicit declaration of 'getcwd'; include '<unistd.h>' or provide a declaration of 'getcwd'",
            "");

    assertThat(
            LANGUAGE.fix(
                List.of(new SourceFile("solution.c", "int f(void) { return 1; }\n")),
                List.of("f"),
                List.of(fault)))
        .contains(fix("#include <unistd.h>\nint f(void) { return 1; }\n", "missing-include"));
  }

  @Test
  void helpersThatStandBelowGetAPrototype() {
    assertThat(
            fixed(
                """
                struct point { int x; };

                // Adds.
                int outer(int a) { return helper(a) + 1; }

                static int helper(int a) { return a; }
                """))
        .contains(
            fix(
                """
                struct point { int x; };

                static int helper(int a);

                // Adds.
                int outer(int a) { return helper(a) + 1; }

                static int helper(int a) { return a; }
                """,
                "missing-prototype"));
    assertThat(
            fixed(
                """
                #include <stdlib.h>

                void outer(int *v, int n) { qsort(v, n, sizeof *v, less); }

                int less(const void *a, const void *b) { return *(int *)a - *(int *)b; }
                """))
        .contains(
            fix(
                """
                #include <stdlib.h>

                int less(const void *a, const void *b);

                void outer(int *v, int n) { qsort(v, n, sizeof *v, less); }

                int less(const void *a, const void *b) { return *(int *)a - *(int *)b; }
                """,
                "missing-prototype"));
  }

  @Test
  void aDemoProgramIsTakenOutWhereFunctionsAreAskedFor() {
    String text =
        "int add(int a, int b) { return a + b; }\n\nint main(void) { return add(1, 2); }\n";
    SourceFile file = new SourceFile("solution.c", text);

    assertThat(LANGUAGE.fix(List.of(file), List.of("add"), List.of()))
        .contains(fix("int add(int a, int b) { return a + b; }\n", "demo-main"));
    assertThat(LANGUAGE.fix(List.of(file), List.of(), List.of())).isEmpty();
    assertThat(LANGUAGE.fix(List.of(file), List.of("main"), List.of())).isEmpty();
  }

  @Test
  void fencesProseAndWrongHeadersAreCorrected() {
    assertThat(fixed("Here is the code:\n\n```c\nint add(int a) { return a; }\n```\nIt adds.\n"))
        .contains(fix("int add(int a) { return a; }\n", "markdown-fence"));
    assertThat(
            fixed(
                "Here is the code you want:\n\nint add(int a) { return a; }\n\nThis function adds a number.\n"))
        .contains(fix("int add(int a) { return a; }\n", "prose"));
    assertThat(fixed("#include <bool.h>\nbool yes(void) { return true; }\n"))
        .contains(fix("#include <stdbool.h>\nbool yes(void) { return true; }\n", "wrong-header"));
    assertThat(fixed("#include \"add.h\"\nint add(int a) { return a; }\n"))
        .contains(fix("int add(int a) { return a; }\n", "unknown-header"));
  }

  @Test
  void aSemicolonIsPutWhereTheCompilerMissesIt() {
    Diagnostic fault =
        new Diagnostic("solution.c", 2, 11, "", "expected ';' before '}' token", "return a");
    SourceFile file = new SourceFile("solution.c", "int add(int a) {\n  return a\n}\n");

    assertThat(LANGUAGE.fix(List.of(file), List.of("add"), List.of(fault)))
        .contains(fix("int add(int a) {\n  return a;\n}\n", "missing-semicolon"));
  }

  @Test
  void rightCodeIsLeftAlone() {
    assertThat(
            fixed(
                """
                #include "solution.h"
                #include <stdlib.h>
                #include <string.h>

                static int compare(const void *a, const void *b);
                size_t count(const char *s) { return s == NULL ? 0 : strlen(s); }
                void order(int *a, size_t n) { qsort(a, n, sizeof *a, compare); }
                static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
                int index(int abs) { return abs; }
                """,
                new SourceFile("solution.h", "#include <stddef.h>\n")))
        .isEmpty();
  }

  @Test
  void aTestFileGetsTheHeaderOfTheAssertionsThatItUses() {
    assertThat(
            LANGUAGE
                .withFramework(new SourceFile("t.c", "void test_a(void) { CHECK_EQ(1, 1); }"))
                .content())
        .isEqualTo("#include \"hone_test.h\"\nvoid test_a(void) { CHECK_EQ(1, 1); }");
  }

  private static List<String> names(String text) {
    return LANGUAGE.testNames(new SourceFile("test_solution.c", text));
  }

  private static Optional<Fix> fixed(String text, SourceFile... others) {
    List<SourceFile> code = new java.util.ArrayList<>(List.of(new SourceFile("solution.c", text)));
    code.addAll(List.of(others));
    Optional<Fix> fix =
        LANGUAGE.fix(code, List.of("add", "same", "outer", "yes", "count"), List.of());
    fix.ifPresent(
        once ->
            assertThat(
                    LANGUAGE.fix(
                        once.code(), List.of("add", "same", "outer", "yes", "count"), List.of()))
                .as("applied again")
                .isEmpty());
    return fix;
  }

  private static Fix fix(String text, String... rules) {
    return new Fix(List.of(rules), List.of(new SourceFile("solution.c", text)));
  }
}
