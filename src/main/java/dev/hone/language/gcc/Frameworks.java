package dev.hone.language.gcc;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Test frameworks that a person's own test files may use, and how each is installed.
final class Frameworks {
  private static final Map<String, String> HEADERS =
      Map.of(
          "gtest/gtest.h", "GoogleTest",
          "gmock/gmock.h", "GoogleTest",
          "catch2/", "Catch2",
          "catch.hpp", "Catch2",
          "catch_amalgamated.hpp", "Catch2",
          "doctest", "doctest",
          "unity.h", "Unity",
          "unity/unity.h", "Unity",
          "cmocka.h", "cmocka",
          "check.h", "Check");
  private static final Map<String, String> INSTALLED =
      Map.of(
          "GoogleTest",
              "Debian: apt install libgtest-dev libgmock-dev, Fedora: dnf install gtest-devel gmock-devel, macOS: brew install googletest",
          "Catch2",
              "Debian: apt install catch2, which is version 2 before Debian 13, Fedora: dnf install catch-devel, macOS: brew install catch2",
          "doctest",
              "Debian: apt install doctest-dev, Fedora: dnf install doctest-devel, macOS: brew install doctest",
          "Unity",
              "no package of a distribution: build and install its sources with CMake or Meson, or give hone judge unity.c, unity.h and unity_internals.h with --code",
          "cmocka",
              "Debian: apt install libcmocka-dev, Fedora: dnf install libcmocka-devel, macOS: brew install cmocka",
          "Check",
              "Debian: apt install check, Fedora: dnf install check-devel, macOS: brew install check");

  private Frameworks() {}

  static Optional<String> ofHeader(String message) {
    return HEADERS.entrySet().stream()
        .filter(entry -> message.matches("\\W?" + Pattern.quote(entry.getKey()) + ".*"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The framework of a library that the linker did not find, such as `cmocka`.
  static Optional<String> ofLibrary(String library) {
    return switch (library) {
      case "Catch2", "Catch2Main" -> Optional.of("Catch2");
      case "unity" -> Optional.of("Unity");
      case "cmocka" -> Optional.of("cmocka");
      case "check" -> Optional.of("Check");
      default -> Optional.empty();
    };
  }

  static ToolchainException missing(String framework) {
    return new ToolchainException(
        ErrorType.EXTERNAL,
        "the test file uses %s, which is not installed here; install it (%s) or write the tests as functions void test_...(void) with assert()"
            .formatted(framework, INSTALLED.getOrDefault(framework, "see its own pages")));
  }
}
