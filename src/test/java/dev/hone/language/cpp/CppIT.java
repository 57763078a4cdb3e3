package dev.hone.language.cpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hone.language.Diagnostic;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.runner.Workbench;
import dev.hone.progress.Progress;
import dev.hone.verdict.ObservedRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compiles and runs prepared files by the real compiler.
class CppIT {
  private static final Cpp LANGUAGE = new Cpp(Path.of("target", "toolchains"), Progress.silent());
  private static final String ADD = "int add(int a, int b) { return a + b; }\n";

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(LANGUAGE, folder);
  }

  @Test
  void everyOutcomeIsReportedByNameAndOneEndsNoOther() {
    bench
        .with("solution.cpp", "#include <vector>\n" + ADD)
        .with(
            "test_solution.cpp",
            """
            #include "solution.hpp"
            #include "hone_test.hpp"

            static void test_right() { CHECK_EQ(add(1, 2), 3); }
            static void test_wrong() { CHECK_EQ(std::vector<int>{add(1, 2)}, {4}); }
            void test_assert() { assert(add(1, 2) == 4); }
            void test_exit() { std::exit(0); }
            void test_throws() { std::vector<int>{}.at(3); }
            void test_throws_number() { throw 3; }
            void test_expects_throw() { CHECK_THROWS_AS(add(1, 2), std::invalid_argument); }
            void test_index() { std::vector<int> none; CHECK_EQ(none[3], 1); }
            void test_undefined() { CHECK_EQ(add(2147483647, 1), 0); }
            void test_last() { CHECK_THROWS(std::stoi("x")); }
            """);

    TestReport report = bench.report("test_solution.cpp");

    assertThat(report.buildErrors()).isEmpty();
    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("test_right", State.PASSED),
            tuple("test_wrong", State.FAILED),
            tuple("test_assert", State.FAILED),
            tuple("test_exit", State.ERROR),
            tuple("test_throws", State.ERROR),
            tuple("test_throws_number", State.ERROR),
            tuple("test_expects_throw", State.FAILED),
            tuple("test_index", State.ERROR),
            tuple("test_undefined", State.ERROR),
            tuple("test_last", State.PASSED));
    assertThat(report.cases())
        .extracting(Case::message)
        .contains(
            "test_solution.cpp:5: equal(std::vector<int>{add(1, 2)}, {4}): the first is {3}, the"
                + " second {4}",
            "it threw a value of type int",
            "test_solution.cpp:10: add(1, 2) threw nothing, expected std::invalid_argument")
        .anyMatch(message -> message.startsWith("it threw std::out_of_range: vector::_M_range"));
    assertThat(report.complete()).isTrue();
  }

  @Test
  void aForgottenHeaderIsAFaultThoughTheTestIncludesIt() {
    bench
        .with("solution.cpp", "std::vector<int> none() { return {}; }\n")
        .with(
            "test_solution.cpp",
            """
            #include <vector>
            #include "solution.hpp"
            #include "hone_test.hpp"
            void test_none() { CHECK_EQ(none(), {}); }
            """);

    TestReport report = bench.report("test_solution.cpp");

    assertThat(report.cases()).isEmpty();
    assertThat(report.buildErrors().getFirst().path()).isEqualTo("solution.cpp");
  }

  @Test
  void aFaultInsideTheStandardLibraryIsPutWhereItWasAskedFor() {
    bench
        .with(
            "solution.cpp",
            """
            #include <algorithm>
            #include <list>

            void sorted(std::list<int> &items) {
              std::sort(items.begin(), items.end());
            }
            """)
        .with("test_solution.cpp", "#include \"solution.hpp\"\nvoid test_none() {}\n");

    assertThat(bench.report("test_solution.cpp").buildErrors())
        .extracting(Diagnostic::path, Diagnostic::line)
        .first()
        .isEqualTo(tuple("solution.cpp", 5));
  }

  @Test
  void aNameThatAHeaderOfHoneBringsInDoesNotClashWithTheSolution() {
    bench
        .with(
            "solution.cpp",
            """
            #include <string>
            using namespace std;
            int variant = 0;
            int next_one() { return ++variant; }
            """)
        .with(
            "test_solution.cpp",
            """
            #include "solution.hpp"
            #include "hone_test.hpp"
            void test_next() { CHECK_EQ(next_one(), 1); }
            """);

    TestReport report = bench.report("test_solution.cpp");

    assertThat(report.buildErrors()).isEmpty();
    assertThat(report.cases()).containsExactly(new Case("test_next", State.PASSED, ""));
  }

  @Test
  void testsOfGoogleTestRunUnchanged() {
    SourceFile file =
        new SourceFile(
            "add_test.cpp",
            """
            #include <gtest/gtest.h>
            #include "solution.h"

            namespace {
            TEST(Add, Adds) { EXPECT_EQ(add(1, 2), 3); }
            TEST(Add, Fails) { EXPECT_EQ(add(1, 2), 4); }
            TEST(Add, Exits) { std::exit(0); }
            TEST(Add, Skipped) { GTEST_SKIP() << "later"; }
            class Even : public testing::TestWithParam<int> {};
            TEST_P(Even, IsEven) { EXPECT_EQ(GetParam() % 2, 0); }
            INSTANTIATE_TEST_SUITE_P(All, Even, testing::Values(2, 5));
            }  // namespace

            int main(int argc, char **argv) {
              testing::InitGoogleTest(&argc, argv);
              return RUN_ALL_TESTS();
            }
            """);

    TestReport report = bench.with("solution.cpp", ADD).with(file).report("add_test.cpp");

    assertThat(report.buildErrors()).isEmpty();
    assertThat(report.cases())
        .extracting(Case::name)
        .containsExactlyElementsOf(LANGUAGE.testNames(file));
    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("Add.Adds", State.PASSED),
            tuple("Add.Fails", State.FAILED),
            tuple("Add.Exits", State.ERROR),
            tuple("Add.Skipped", State.SKIPPED),
            tuple("Even.IsEven", State.FAILED));
    assertThat(report.cases().get(1).message())
        .startsWith("add_test.cpp:6: Expected equality of these values:");
  }

  @Test
  void examplesOfEveryKindOfValueRun() {
    bench.with(
        "solution.cpp",
        """
        #include <algorithm>
        #include <iostream>
        #include <map>
        #include <memory>
        #include <optional>
        #include <set>
        #include <stdexcept>
        #include <string>
        #include <string_view>
        #include <tuple>
        #include <unordered_map>
        #include <variant>
        #include <vector>

        static volatile double zero = 0;
        int add(int a, int b) { return a + b; }
        double half(double a) { return a / 2; }
        bool even(int a) { return a % 2 == 0; }
        char first(const std::string &s) { return s.at(0); }
        std::string twice(std::string s) { return s + s; }
        std::size_t size(std::string_view s) { return s.size(); }
        void shout(std::string &s) { for (char &c : s) c = static_cast<char>(c - 32); }
        std::vector<std::vector<int>> rows(const std::vector<std::vector<int>> &r) { return r; }
        std::unordered_map<std::string, int> ages(const std::map<std::string, int> &m) {
          return {m.begin(), m.end()};
        }
        std::set<int> unique(const std::vector<int> &v) { return {v.begin(), v.end()}; }
        std::pair<int, std::string> pair(std::pair<int, std::string> p) { return p; }
        std::optional<int> found(std::optional<int> i) { return i; }
        template <class T>
        T largest(const std::vector<T> &v) { return *std::max_element(v.begin(), v.end()); }
        struct Point { int x; int y; };
        Point mirrored(const Point &p) { return {p.y, p.x}; }
        void refuse(int a) { if (a < 0) throw std::invalid_argument("negative"); }
        struct ParseError : std::runtime_error { using std::runtime_error::runtime_error; };
        void parse(const std::string &s) { throw ParseError(s); }
        void greet(const std::string &name) { std::cout << "Hello, " << name << "\\n"; }
        unsigned long long wide() { return ~0ULL; }
        double nan() { return 0.0 / zero; }
        class Opaque { int a_ = 3; public: bool operator==(int) const { return true; } };
        Opaque opaque() { return Opaque(); }
        std::unique_ptr<std::string> held() { return std::make_unique<std::string>("a"); }
        std::variant<int, std::string> either() { return std::string("\u00e9\\n"); }
        std::vector<bool> bits() { return {true, false}; }
        std::map<int, std::vector<std::string>> scores() { return {{1, {"a"}}}; }
        class Stack {
         public:
          void push(int a) { items_.push_back(a); }
          int top() const { return items_.back(); }
         private:
          std::vector<int> items_;
        };
        """);
    List<Example> examples =
        List.of(
            returns("add(1, 2)", "3"),
            returns("half(1)", "0.5"),
            returns("even(4)", "True"),
            returns("first('abc')", "'a'"),
            returns("twice(\"ab\")", "\"abab\""),
            returns("size(\"abc\")", "3"),
            returns("shout(\"ab\")", "\"AB\""),
            returns("rows({{1, 2}, {}})", "[[1, 2], []]"),
            returns("ages({'a': 1, 'b': 2})", "{\"b\": 2, \"a\": 1}"),
            returns("unique([3, 1, 3])", "{1, 3}"),
            returns("pair((1, 'x'))", "{1, \"x\"}"),
            returns("found(None)", "None"),
            returns("found(3)", "3"),
            returns("largest([1.5, 2])", "2"),
            returns("mirrored({1, 2})", "{2, 1}"),
            raises("refuse(-1)", "std::invalid_argument"),
            raises("refuse(-1)", "ValueError"),
            raises("parse(\"x\")", "ParseError"),
            new Example(Kind.PRINTS, List.of(), "greet(\"Ada\")", "Hello, Ada", ""),
            new Example(Kind.ASSERTS, List.of("int x = add(1, 1);"), "x == 2", "", ""),
            new Example(Kind.RETURNS, List.of("Stack s;", "s.push(3);"), "s.top()", "3", ""),
            returns("twice(unknown)", "3"),
            returns("rows({{1}})", "{{2}}"),
            returns("wide()", "18446744073709551615"),
            returns("nan()", "0.5"),
            returns("opaque()", "3"),
            returns("held()", "\"a\""),
            returns("either()", "\"é\\n\""),
            returns("bits()", "[true, false]"),
            returns("scores()", "{1: [\"a\"]}"),
            raises("refuse(1)", "std::invalid_argument"),
            raises("refuse(-1)", "std::out_of_range"),
            raises("refuse(-1)", "std::logic_error"),
            raises("parse(\"x\")", "OtherError"));
    TestBrief brief =
        new TestBrief(
            "solution.cpp",
            "test_solution_text.cpp",
            List.of("add"),
            List.of(
                "char first(const std::string &s)",
                "void shout(std::string &s)",
                "std::optional<int> found(std::optional<int> i)",
                "template <class T> T largest(const std::vector<T> &v)"),
            examples);

    SourceFile tests = LANGUAGE.exampleTests(brief).orElseThrow();
    TestReport report = bench.with(tests).report("test_solution_text.cpp");

    // Values that are compared outside are the same ones.
    assertThat(new ObservedRun(LANGUAGE, bench).report(tests).cases())
        .extracting(Case::name, Case::state, Case::message)
        .containsExactlyElementsOf(
            report.cases().stream()
                .map(one -> tuple(one.name(), one.state(), one.message()))
                .toList());
    assertThat(report.buildErrors()).isEmpty();
    assertThat(report.cases())
        .filteredOn(one -> one.state() != State.PASSED)
        .extracting(Case::name, Case::state, one -> one.message().replaceFirst("^.*?: ", ""))
        .containsExactly(
            tuple("test_example_23", State.FAILED, "rows({{1}}) returned {{1}}, expected {{2}}"),
            tuple("test_example_25", State.FAILED, "nan() returned -nan, expected 0.5"),
            tuple(
                "test_example_26",
                State.FAILED,
                "opaque() returned a value of type Opaque, expected 3"),
            tuple(
                "test_example_31",
                State.FAILED,
                "refuse(1) threw nothing, expected std::invalid_argument"),
            tuple(
                "test_example_32",
                State.FAILED,
                "refuse(-1) threw std::invalid_argument (negative), expected std::out_of_range"),
            tuple(
                "test_example_34",
                State.FAILED,
                "parse(\"x\") threw ParseError (x), expected OtherError"));
    assertThat(report.cases()).hasSize(33);
  }

  private static Example returns(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, call + " == " + expected);
  }

  private static Example raises(String call, String expected) {
    return new Example(Kind.RAISES, List.of(), call, expected, call);
  }
}
