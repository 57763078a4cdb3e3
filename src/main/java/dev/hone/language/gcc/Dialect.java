package dev.hone.language.gcc;

import java.util.List;

/// How one of the two languages is compiled.
///
/// @param folder the folder of its own resources
/// @param standard the word of the compiler for it, such as `c` after `-x`
/// @param extension the ending of a source file, with its dot
/// @param programs names of compilers, the likeliest first
/// @param flags what every compiler command gets, beyond what is asked of the compiler itself
/// @param sanitizer the checks of undefined behaviour that are built in where the compiler can
/// @param headers headers and sources of Hone's assertions
/// @param prefix the header that is compiled once and stands before each test file; empty for none
/// @param parts sources that are compiled once and linked to each test
/// @param libraries what is linked at the end
record Dialect(
    String folder,
    String standard,
    String extension,
    List<String> programs,
    List<String> flags,
    String sanitizer,
    List<String> headers,
    String prefix,
    List<String> parts,
    List<String> libraries) {
  static final Dialect C =
      new Dialect(
          "c",
          "c",
          ".c",
          List.of("gcc", "cc", "clang"),
          List.of(
              "-std=c11",
              // What POSIX adds, such as strdup, is what people expect of a C library.
              "-D_GNU_SOURCE",
              "-O1",
              "-Werror=implicit-function-declaration",
              "-Werror=implicit-int",
              "-Werror=int-conversion",
              "-Werror=incompatible-pointer-types",
              "-Werror=return-type"),
          "undefined",
          List.of("hone_test.h", "hone_check.c"),
          "",
          List.of("hone_check.c"),
          List.of("-lm", "-lpthread"));

  static final Dialect CPP =
      new Dialect(
          "cpp",
          "c++",
          ".cpp",
          List.of("g++", "c++", "clang++"),
          List.of("-std=c++17", "-D_GLIBCXX_ASSERTIONS", "-Werror=return-type"),
          // Not all checks: the one for null, say, costs a third of the time to compile.
          "signed-integer-overflow,integer-divide-by-zero,bounds,shift,return,unreachable",
          List.of(
              "hone_test.hpp",
              "hone_literal.hpp",
              "hone_describe.hpp",
              "hone_value.hpp",
              "hone_value.cpp",
              "hone_standard.hpp",
              "hone_gtest.cpp",
              "hone_gtest.hpp"),
          "hone_test.hpp",
          List.of("hone_value.cpp"),
          List.of("-lpthread"));

  boolean isCpp() {
    return standard.equals("c++");
  }
}
