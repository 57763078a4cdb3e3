package dev.hone.language.gcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.c.C;
import dev.hone.language.cpp.Cpp;
import dev.hone.language.runner.Workbench;
import dev.hone.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs test files as people write them for the frameworks that are installed here. Each file has a
/// test that passes, one that fails, one that crashes, one that ends the process, and one after
/// those.
class FrameworksIT {
  private static final String CODE =
      """
      int add(int a, int b) { return a + b; }
      int first(const int *items) { return items[0]; }
      """;

  @TempDir private Path folder;

  @Test
  void titlesOfCatch2RunOneByOneWhateverMacroDeclaresThem() {
    assumeInstalled("catch2/catch.hpp", "Catch2 of version 2");
    TestReport report = cpp("#include <catch2/catch.hpp>\n" + TITLED.formatted("METHOD"));

    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("adds, and more", State.PASSED),
            tuple("fails", State.FAILED),
            tuple("crashes", State.ERROR),
            tuple("exits", State.ERROR),
            tuple("says \\\"two\\\" *", State.PASSED),
            tuple("of a fixture", State.PASSED),
            tuple("Scenario: a story", State.PASSED));
    assertThat(message(report, "fails"))
        .startsWith("test_solution.cpp:5: FAILED:")
        .contains("3 == 4");
    assertThat(message(report, "crashes")).contains("SIGSEGV");
  }

  @Test
  void theLibraryOfCatch2GivesTheMainProgramThatTheFileHasNot() {
    assumeInstalled("catch2/catch_test_macros.hpp", "Catch2 of version 3");
    TestReport report =
        cpp(
            """
            #include <catch2/catch_test_macros.hpp>
            #include "solution.hpp"
            TEST_CASE("adds") { CHECK(add(1, 2) == 3); }
            TEST_CASE("crashes") { CHECK(first(nullptr) == 1); }
            TEST_CASE("fails") { CHECK(add(1, 2) == 4); }
            TEST_CASE("skips") { SKIP("later"); }
            """);

    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("adds", State.PASSED),
            tuple("crashes", State.ERROR),
            tuple("fails", State.FAILED),
            tuple("skips", State.SKIPPED));
    assertThat(message(report, "fails")).contains("3 == 4");
  }

  @Test
  void aTestOfCatch2ThatIsHiddenOrHasNoTitleIsNoPassByMistake() {
    assumeInstalled("catch2/catch.hpp", "Catch2 of version 2");
    TestReport report =
        cpp(
            """
            #define CATCH_CONFIG_MAIN
            #include <catch2/catch.hpp>
            #include "solution.hpp"
            TEST_CASE() { CHECK(add(1, 2) == 3); }
            TEST_CASE("hidden", "[.]") { CHECK(add(1, 2) == 4); }
            TEMPLATE_TEST_CASE("of types", "[t]", int, long) { CHECK(TestType(1) == 2); }
            """);

    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("Anonymous test case 1", State.PASSED),
            tuple("hidden", State.SKIPPED),
            tuple("of types", State.FAILED));
  }

  @Test
  void titlesOfDoctestRunOneByOneInsideOfSuitesToo() {
    assumeInstalled("doctest/doctest.h", "doctest");
    TestReport report =
        cpp(
            "#include <doctest/doctest.h>\n"
                + TITLED.formatted("FIXTURE")
                + """
                TEST_SUITE("suite") {
                TEST_CASE("within") { CHECK(add(1, 1) == 2); }
                }
                TEST_CASE("left out" * doctest::skip()) { CHECK(false); }
                TEST_CASE_TEMPLATE("of types", T, int, long) { CHECK(T(1) == 2); }
                """);

    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("adds, and more", State.PASSED),
            tuple("fails", State.FAILED),
            tuple("crashes", State.ERROR),
            tuple("exits", State.ERROR),
            tuple("says \\\"two\\\" *", State.PASSED),
            tuple("of a fixture", State.PASSED),
            tuple("Scenario: a story", State.PASSED),
            tuple("within", State.PASSED),
            tuple("left out", State.SKIPPED),
            tuple("of types", State.FAILED));
    assertThat(message(report, "fails")).contains("test_solution.cpp:5:", "3 == 4");
  }

  @Test
  void aDisabledTestOfGoogleTestIsSkippedAndFunctionsOfTheFileAreNoTests() {
    assumeInstalled("gtest/gtest.h", "GoogleTest");
    TestReport report =
        cpp(
            """
            #include <gtest/gtest.h>
            #include "solution.hpp"
            void test_both(int *none) { EXPECT_EQ(first(none), 1); }
            void test_sum() { EXPECT_EQ(add(1, 2), 3); }
            TEST(Add, Adds) { test_sum(); }
            TEST(Add, Fails) { EXPECT_EQ(add(1, 2), 4) << "the sum"; }
            TEST(Add, Crashes) { test_both(nullptr); }
            TEST(Add, DISABLED_Later) { FAIL(); }
            TEST(Add, Last) { EXPECT_EQ(add(2, 2), 4); }
            """);

    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("Add.Adds", State.PASSED),
            tuple("Add.Fails", State.FAILED),
            tuple("Add.Crashes", State.ERROR),
            tuple("Add.DISABLED_Later", State.SKIPPED),
            tuple("Add.Last", State.PASSED));
    assertThat(message(report, "Add.Fails")).contains("the sum");
  }

  @Test
  void testsOfCmockaRunOneByOne() {
    assumeInstalled("cmocka.h", "cmocka");
    TestReport report =
        c(
            """
            #include <stdarg.h>
            #include <stddef.h>
            #include <setjmp.h>
            #include <cmocka.h>
            #include <stdlib.h>
            #include "solution.h"
            static int set_up(void **state) { *state = malloc(4); return 0; }
            static int tear_down(void **state) { free(*state); return 0; }
            static void adds(void **state) { (void)state; assert_int_equal(add(1, 2), 3); }
            static void fails(void **state) { (void)state; assert_int_equal(add(1, 2), 4); }
            static void crashes(void **state) { (void)state; assert_int_equal(first(0), 1); }
            static void exits(void **state) { (void)state; exit(0); }
            static void skips(void **state) { (void)state; skip(); }
            static void last(void **state) { assert_non_null(*state); }
            int main(void) {
              const struct CMUnitTest tests[] = {
                cmocka_unit_test(adds), cmocka_unit_test(fails), cmocka_unit_test(crashes),
                cmocka_unit_test(exits), cmocka_unit_test(skips),
                cmocka_unit_test_setup_teardown(last, set_up, tear_down),
              };
              return cmocka_run_group_tests(tests, NULL, NULL);
            }
            """);

    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("adds", State.PASSED),
            tuple("fails", State.FAILED),
            tuple("crashes", State.ERROR),
            tuple("exits", State.ERROR),
            tuple("skips", State.SKIPPED),
            tuple("last", State.PASSED));
    assertThat(message(report, "fails")).contains("0x3 != 0x4", "test_solution.c:10");
    assertThat(message(report, "crashes")).contains("null pointer");
  }

  @Test
  void testsOfUnityRunOneByOneWithTheirOwnMainProgramOrWithoutOne() {
    assumeInstalled("unity.h", "Unity");
    String tests =
        """
        #include "unity.h"
        #include "solution.h"
        #include <stdlib.h>
        void test_adds(void) { TEST_ASSERT_EQUAL_INT(3, add(1, 2)); }
        void test_fails(void) { TEST_ASSERT_EQUAL_INT_MESSAGE(4, add(1, 2), "the sum"); }
        void test_crashes(void) { TEST_ASSERT_EQUAL_INT(1, first(0)); }
        void test_exits(void) { exit(0); }
        void test_ignored(void) { TEST_IGNORE_MESSAGE("later"); }
        void test_last(void) { TEST_ASSERT_EQUAL_INT(4, add(2, 2)); }
        """;
    String main =
        """
        void setUp(void) {}
        void tearDown(void) {}
        int main(void) {
          UNITY_BEGIN();
          RUN_TEST(test_adds);
          RUN_TEST(test_fails);
          RUN_TEST(test_crashes);
          RUN_TEST(test_exits);
          RUN_TEST(test_ignored);
          RUN_TEST(test_last);
          return UNITY_END();
        }
        """;

    TestReport report = c(tests + main);

    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("test_adds", State.PASSED),
            tuple("test_fails", State.FAILED),
            tuple("test_crashes", State.ERROR),
            tuple("test_exits", State.ERROR),
            tuple("test_ignored", State.SKIPPED),
            tuple("test_last", State.PASSED));
    assertThat(message(report, "test_fails")).contains("test_solution.c:5:", "the sum");
    assertThat(c(tests)).isEqualTo(report);
  }

  @Test
  void testsOfCheckAreToldApartAndAnExitIsNoPass() {
    assumeInstalled("check.h", "Check");
    TestReport report =
        c(
            """
            #include <check.h>
            #include <stdlib.h>
            #include <unistd.h>
            #include "solution.h"
            START_TEST(adds) { ck_assert_int_eq(add(1, 2), 3); }
            END_TEST
            START_TEST(fails) { ck_assert_int_eq(add(1, 2), 4); }
            END_TEST
            START_TEST(crashes) { ck_assert_int_eq(first(0), 1); }
            END_TEST
            START_TEST(exits) { exit(0); }
            END_TEST
            START_TEST(exits_hard) { _exit(0); }
            END_TEST
            START_TEST(exits_by_the_standard) { _Exit(0); }
            END_TEST
            START_TEST(exits_quickly) { quick_exit(0); }
            END_TEST
            START_TEST(exits_as_told) { _Exit(3); }
            END_TEST
            START_TEST(last) { ck_assert_int_eq(add(2, 2), 4); }
            END_TEST
            int main(void) {
              Suite *suite = suite_create("Add");
              TCase *core = tcase_create("Core");
              tcase_add_test(core, adds);
              tcase_add_test(core, fails);
              tcase_add_test(core, crashes);
              tcase_add_test(core, exits);
              tcase_add_test(core, exits_hard);
              tcase_add_test(core, exits_by_the_standard);
              tcase_add_test(core, exits_quickly);
              tcase_add_exit_test(core, exits_as_told, 3);
              tcase_add_test(core, last);
              suite_add_tcase(suite, core);
              SRunner *runner = srunner_create(suite);
              srunner_set_fork_status(runner, CK_FORK);
              srunner_run_all(runner, CK_NORMAL);
              int failed = srunner_ntests_failed(runner);
              srunner_free(runner);
              exit(failed != 0);
            }
            """);

    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("adds", State.PASSED),
            tuple("fails", State.FAILED),
            tuple("crashes", State.ERROR),
            tuple("exits", State.ERROR),
            tuple("exits_hard", State.ERROR),
            tuple("exits_by_the_standard", State.ERROR),
            tuple("exits_quickly", State.ERROR),
            tuple("exits_as_told", State.PASSED),
            tuple("last", State.PASSED));
    assertThat(message(report, "fails")).contains("test_solution.c:7", "add(1, 2) == 3");
  }

  private static final String TITLED =
      """
      #include "solution.hpp"
      #include <cstdlib>
      TEST_CASE("adds, and more") { CHECK(add(1, 2) == 3); }
      TEST_CASE("fails") { CHECK(add(1, 2) == 4); }
      TEST_CASE("crashes") { CHECK(first(nullptr) == 1); }
      TEST_CASE("exits") { std::exit(0); }
      TEST_CASE("says \\"two\\" *") { CHECK(add(1, 1) == 2); }
      struct Fixture { int one = 1; };
      TEST_CASE_%s(Fixture, "of a fixture") { CHECK(add(one, 1) == 2); }
      SCENARIO("a story") { GIVEN("one") { CHECK(add(1, 0) == 1); } }
      """;

  private TestReport c(String tests) {
    return report(new C(Path.of("target", "toolchains"), Progress.silent()), ".c", tests);
  }

  private TestReport cpp(String tests) {
    return report(new Cpp(Path.of("target", "toolchains"), Progress.silent()), ".cpp", tests);
  }

  private TestReport report(Language language, String ending, String tests) {
    SourceFile file = new SourceFile("test_solution" + ending, tests);
    TestReport report =
        new Workbench(language, folder)
            .with("solution" + ending, CODE)
            .with(file)
            .report(file.path());
    assertThat(report.buildErrors()).isEmpty();
    assertThat(report.cases())
        .extracting(Case::name)
        .containsExactlyElementsOf(language.testNames(file));
    return report;
  }

  private static String message(TestReport report, String name) {
    return report.cases().stream()
        .filter(one -> one.name().equals(name))
        .map(Case::message)
        .findFirst()
        .orElseThrow();
  }

  private static void assumeInstalled(String header, String framework) {
    boolean there =
        Stream.concat(
                Stream.of("/usr/include", "/usr/local/include").map(Path::of),
                FrameworkPlaces.find().headers().stream())
            .anyMatch(place -> Files.isReadable(place.resolve(header)));
    assumeTrue(there, framework + " is not installed here");
  }
}
