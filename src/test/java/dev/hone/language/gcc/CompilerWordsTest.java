package dev.hone.language.gcc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import org.junit.jupiter.api.Test;

class CompilerWordsTest {
  @Test
  void anErrorOfGccHasItsPlaceItsLineOfCodeAndItsAdvice() {
    assertThat(
            CompilerWords.read(
                """
                solution.c: In function 'size':
                solution.c:2:15: error: implicit declaration of function 'strlen' [-Werror=implicit-function-declaration]
                    2 |   return (int)strlen(s);
                      |               ^~~~~~
                solution.c:1:1: note: include '<string.h>' or provide a declaration of 'strlen'
                  +++ |+#include <string.h>
                    1 | int size(const char *s) {
                solution.c:2:15: warning: incompatible implicit declaration of built-in function 'strlen'
                cc1: some warnings being treated as errors
                """))
        .containsExactly(
            new Diagnostic(
                "solution.c",
                2,
                15,
                "implicit-function-declaration",
                "implicit declaration of function 'strlen'; include '<string.h>' or provide a"
                    + " declaration of 'strlen'",
                "return (int)strlen(s);"));
  }

  @Test
  void anErrorOfClangIsReadAlike() {
    assertThat(
            CompilerWords.read(
                """
                ./solution.cpp:3:10: error: use of undeclared identifier 'x'; did you mean 'y'?
                    3 |   return x;
                      |          ^
                1 error generated.
                """))
        .containsExactly(
            new Diagnostic(
                "solution.cpp",
                3,
                10,
                "",
                "use of undeclared identifier 'x'; did you mean 'y'?",
                "return x;"));
  }

  @Test
  void anErrorInsideTheLibraryIsPutWhereItWasAskedFor() {
    assertThat(
            CompilerWords.read(
                """
                In file included from /usr/include/c++/12/algorithm:61,
                                 from solution.cpp:1:
                /usr/include/c++/12/bits/stl_algo.h: In instantiation of 'void std::__sort(...)':
                solution.cpp:5:12:   required from here
                /usr/include/c++/12/bits/stl_algo.h:1938:50: error: no match for 'operator-'
                 1938 |                                 std::__lg(__last - __first) * 2,
                """))
        .containsExactly(new Diagnostic("solution.cpp", 5, 0, "", "no match for 'operator-'", ""));
  }

  @Test
  void typesAreSpelledAsPeopleWriteThem() {
    assertThat(
            CompilerWords.read(
                "s.cpp:1:1: error: could not convert 'std::__cxx11::basic_string<char>' to"
                    + " 'std::vector<int, std::allocator<int> >'\n"))
        .extracting(Diagnostic::message)
        .containsExactly("could not convert 'std::string' to 'std::vector<int>'");
  }

  @Test
  void theLinkerAndACompilerThatIsKilledAreHeard() {
    assertThat(
            CompilerWords.read(
                """
                /usr/bin/ld: .hone_tests.o: in function `test_add':
                .hone_tests.c:(.text+0x1f): undefined reference to `add'
                collect2: error: ld returned 1 exit status
                """))
        .containsExactly(new Diagnostic("", 0, 0, "link", "undefined reference to 'add'", ""));
    assertThat(
            CompilerWords.read(
                "gcc: fatal error: Killed signal terminated program cc1\ncompilation terminated.\n"))
        .containsExactly(
            new Diagnostic(
                "", 0, 0, "", "gcc: fatal error: Killed signal terminated program cc1", ""));
  }
}
