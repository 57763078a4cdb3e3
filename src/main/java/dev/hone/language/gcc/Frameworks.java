package dev.hone.language.gcc;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import java.util.Map;
import java.util.Optional;

/// Test frameworks that a person's own test files may use, and how each is installed.
final class Frameworks {
  private static final Map<String, String> HEADERS =
      Map.of(
          "gtest/gtest.h", "GoogleTest",
          "gmock/gmock.h", "GoogleTest",
          "catch2/", "Catch2",
          "catch.hpp", "Catch2",
          "doctest", "doctest",
          "unity.h", "Unity",
          "cmocka.h", "cmocka",
          "check.h", "Check");
  private static final Map<String, String> INSTALLED =
      Map.of(
          "GoogleTest",
              "Debian: apt install libgtest-dev libgmock-dev, Fedora: dnf install gtest-devel gmock-devel, macOS: brew install googletest",
          "Catch2",
              "Debian: apt install catch2, Fedora: dnf install catch-devel, macOS: brew install catch2",
          "doctest",
              "Debian: apt install doctest-dev, Fedora: dnf install doctest-devel, macOS: brew install doctest",
          "Unity", "put unity.h and unity.c beside the compiler's own headers",
          "cmocka",
              "Debian: apt install libcmocka-dev, Fedora: dnf install libcmocka-devel, macOS: brew install cmocka",
          "Check",
              "Debian: apt install check, Fedora: dnf install check-devel, macOS: brew install check");

  private Frameworks() {}

  static Optional<String> ofHeader(String message) {
    return HEADERS.entrySet().stream()
        .filter(
            entry -> message.matches("\\W?" + java.util.regex.Pattern.quote(entry.getKey()) + ".*"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  static ToolchainException missing(String framework) {
    return new ToolchainException(
        ErrorType.EXTERNAL,
        "the test file uses %s, which is not installed here; install it (%s) or write the tests as functions void test_...(void) with assert()"
            .formatted(framework, INSTALLED.getOrDefault(framework, "see its own pages")));
  }
}
