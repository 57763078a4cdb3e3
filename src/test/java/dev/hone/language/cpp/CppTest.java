package dev.hone.language.cpp;

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

class CppTest {
  private static final Cpp LANGUAGE = new Cpp(Path.of("target", "toolchains"), Progress.silent());
  private static final List<String> WANTED = List.of("count", "Stack");

  @Test
  void testsAreFunctionsAndTestsOfFrameworks() {
    assertThat(
            names("void test_a() {}\nstatic void test_b(void) {}\nbool test_c() { return true; }"))
        .containsExactly("test_a", "test_b");
    assertThat(
            names(
                """
                #include <gtest/gtest.h>
                namespace {
                TEST(Add, Adds) { EXPECT_EQ(1, 1); }
                TEST_F(Fixture, Works) {}
                }
                TEST_P(Many, Each) {}
                int main(int argc, char **argv) { return RUN_ALL_TESTS(); }
                """))
        .containsExactly("Add.Adds", "Fixture.Works", "Many.Each");
    assertThat(names("TEST_CASE(\"adds two numbers\", \"[add]\") { REQUIRE(true); }"))
        .containsExactly("adds two numbers");
  }

  @Test
  void testsOfMacrosAreNamedByTheirTitlesAndFunctionsBesideThemAreNone() {
    SourceFile file =
        new SourceFile(
            "test_a.cpp",
            """
            #include <catch2/catch.hpp>
            #define CASE TEST_CASE("no test")
            // TEST_CASE("none either") {}
            void test_helper() {}
            TEST_SUITE("s") { TEST_CASE("first \\"one\\"", "[tag]") { CHECK("TEST_CASE(\\"x\\")"); } }
            TEST_CASE_METHOD(Fixture, "second") {
              CHECK(1);
            }
            SCENARIO("third") {}
            TEST_CASE() {}
            TEMPLATE_TEST_CASE("fourth", "", int, long) {}
            """);

    assertThat(LANGUAGE.testNames(file))
        .containsExactly(
            "first \\\"one\\\"", "second", "Scenario: third", "Anonymous test case 1", "fourth");
    assertThat(LANGUAGE.testAt(file, 7)).contains("second");
    assertThat(LANGUAGE.withoutTests(file, Set.of("second")).content())
        .doesNotContain("Fixture")
        .contains("SCENARIO");
  }

  @Test
  void aTitleThatIsCutOffNamesNoTest() {
    String cut = "#include <catch2/catch_test_macros.hpp>\nTEST_CASE(\"adds";
    assertThat(LANGUAGE.testNames(new SourceFile("t.cpp", cut))).isEmpty();
  }

  @Test
  void aTestIsTakenOut() {
    SourceFile file = new SourceFile("t.cpp", "TEST(A, B) { EXPECT_EQ(1, 1); }\n\nTEST(A, C) {}\n");

    assertThat(LANGUAGE.withoutTests(file, Set.of("A.B")).content())
        .isEqualTo("\n\nTEST(A, C) {}\n");
  }

  @Test
  void whatOthersCanUseIsOffered() {
    assertThat(
            LANGUAGE.offeredNames(
                new SourceFile(
                    "solution.cpp",
                    """
                    namespace shop {
                    class Basket { public: void add(int price); };
                    void Basket::add(int price) {}
                    }
                    template <class T> T largest(T a, T b) { return a > b ? a : b; }
                    const std::string &name() { static std::string s; return s; }
                    enum class Colour { Red };
                    using Row = std::vector<int>;
                    int main() {}
                    """)))
        .containsExactly("Basket", "largest", "name", "Colour", "Row");
  }

  @Test
  void headersOfStandardNamesAreAdded() {
    assertThat(fixed("#include <string>\n\nstd::vector<int> count(std::string s) { return {}; }\n"))
        .contains(
            fix(
                "#include <string>\n#include <vector>\n\nstd::vector<int> count(std::string s) { return {}; }\n",
                "missing-include"));
    assertThat(
            fixed(
                "#include <vector>\nusing namespace std;\nint count(vector<int> v) { sort(v.begin(), v.end()); return 0; }\n"))
        .contains(
            fix(
                "#include <vector>\n#include <algorithm>\nusing namespace std;\nint count(vector<int> v) { sort(v.begin(), v.end()); return 0; }\n",
                "missing-include"));
  }

  @Test
  void typesWithoutTheirNamespaceAreBroughtIn() {
    assertThat(fixed("#include <vector>\n\nint count(const vector<int> &v) { return v.size(); }\n"))
        .contains(
            fix(
                "#include <vector>\nusing std::vector;\n\nint count(const vector<int> &v) { return v.size(); }\n",
                "missing-std"));
  }

  @Test
  void aNameIsQualifiedWhereTheCompilerSaysSo() {
    Diagnostic fault =
        new Diagnostic(
            "solution.cpp",
            3,
            3,
            "",
            "'sort' was not declared in this scope; did you mean 'std::sort'?",
            "sort(v.begin(), v.end());");
    SourceFile file =
        new SourceFile(
            "solution.cpp",
            "#include <algorithm>\nvoid count(int *v) {\n  sort(v.begin(), v.end());\n}\n");

    assertThat(LANGUAGE.fix(List.of(file), WANTED, List.of(fault)))
        .contains(
            fix(
                "#include <algorithm>\nvoid count(int *v) {\n  std::sort(v.begin(), v.end());\n}\n",
                "qualified-name"));
  }

  @Test
  void aClassGetsItsSemicolon() {
    Diagnostic fault =
        new Diagnostic("solution.cpp", 3, 2, "", "expected ';' after class definition", "}");
    SourceFile file =
        new SourceFile("solution.cpp", "class Stack {\n  int top;\n}\nint count() { return 1; }\n");

    assertThat(LANGUAGE.fix(List.of(file), WANTED, List.of(fault)))
        .contains(
            fix("class Stack {\n  int top;\n};\nint count() { return 1; }\n", "missing-semicolon"));
  }

  @Test
  void aMapThatMustNotChangeIsAskedByAt() {
    String before =
        "#include <map>\nstd::map<int, V> m;\nV get(int k) const { return m[k] + m[n[k]]; }\n";
    String after =
        "#include <map>\nstd::map<int, V> m;\nV get(int k) const { return m.at(k) + m.at(n[k]); }\n";
    String line = before.lines().skip(2).findFirst().orElseThrow();
    String words =
        "passing 'const std::map<int, V>' as 'this' argument discards qualifiers [-fpermissive]";
    List<Diagnostic> faults =
        List.of(
            new Diagnostic("solution.cpp", 3, line.indexOf("m[k]") + 4, "", words, line),
            new Diagnostic("solution.cpp", 3, line.indexOf("m[n[k]]") + 7, "", words, line));
    SourceFile file = new SourceFile("solution.cpp", before);

    assertThat(LANGUAGE.fix(List.of(file), WANTED, faults)).contains(fix(after, "const-subscript"));
  }

  @Test
  void rightCodeIsLeftAlone() {
    assertThat(
            fixed(
                """
                #include <iostream>
                #include <map>
                #include <vector>

                namespace {
                int helper(int a) { return a; }
                }  // namespace

                class Stack {
                 public:
                  void push(int a) { items.push_back(a); }
                  bool find(int a) const { return map.count(a) > 0; }
                 private:
                  std::vector<int> items;
                  std::map<int, int> map;
                };
                int count(const std::string &s) { std::size_t n = s.size(); return helper(static_cast<int>(n)); }
                """))
        .isEmpty();
    assertThat(
            fixed(
                "#include <bits/stdc++.h>\nusing namespace std;\nint count(vector<int> v) { return accumulate(v.begin(), v.end(), 0); }\n"))
        .isEmpty();
  }

  private static List<String> names(String text) {
    return LANGUAGE.testNames(new SourceFile("test_solution.cpp", text));
  }

  private static Optional<Fix> fixed(String text) {
    Optional<Fix> fix =
        LANGUAGE.fix(List.of(new SourceFile("solution.cpp", text)), WANTED, List.of());
    fix.ifPresent(
        once ->
            assertThat(LANGUAGE.fix(once.code(), WANTED, List.of())).as("applied again").isEmpty());
    return fix;
  }

  private static Fix fix(String text, String... rules) {
    return new Fix(List.of(rules), List.of(new SourceFile("solution.cpp", text)));
  }
}
