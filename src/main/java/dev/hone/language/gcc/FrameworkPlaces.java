package dev.hone.language.gcc;

import dev.hone.language.runner.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where test frameworks are installed, as far as the compiler does not know by itself.
///
/// @param headers folders of headers, in no order that matters
/// @param libraries folders of libraries
/// @param hasGoogleTest whether GoogleTest is in a folder that is known, since what is built of it
///   once must be built again when it comes or goes
/// @param hasCheck the same of Check, with which comes a library that tests are linked with
record FrameworkPlaces(
    List<Path> headers, List<Path> libraries, boolean hasGoogleTest, boolean hasCheck) {
  private static final List<Path> KNOWN =
      Stream.of("/usr/include", "/usr/local/include").map(Path::of).toList();
  private static final List<String> PACKAGES =
      List.of("gtest", "gmock", "catch2", "cmocka", "check", "unity");

  /// Copies the lists.
  FrameworkPlaces {
    headers = List.copyOf(headers);
    libraries = List.copyOf(libraries);
  }

  /// Asks pkg-config where it is there; without it only the compiler's own folders count.
  static FrameworkPlaces find() {
    List<Path> program = Programs.onPath("pkg-config", "pkgconf");
    return program.isEmpty()
        ? of(List.of())
        : of(PACKAGES.stream().flatMap(name -> ask(program.getFirst(), name)).toList());
  }

  private static Stream<String> ask(Path program, String name) {
    return Programs.ask(
            List.of(
                program.toString(), "--cflags-only-I", "--libs-only-L", "--silence-errors", name))
        .stream()
        .flatMap(line -> Stream.of(line.strip().split("\\s+", -1)));
  }

  /// Reads words such as `-I/opt/x/include` and `-L/opt/x/lib`; others and folders that are not
  /// there are passed over.
  static FrameworkPlaces of(List<String> words) {
    List<Path> headers = folders(words, "-I");
    List<Path> all = Stream.concat(KNOWN.stream(), headers.stream()).toList();
    // Its own installation puts Unity's header one folder deeper than test files include it.
    Stream<Path> unity =
        all.stream().map(folder -> folder.resolve("unity")).filter(FrameworkPlaces::holdsUnity);
    boolean gtest =
        all.stream().anyMatch(folder -> Files.isReadable(folder.resolve("gtest/gtest.h")));
    boolean check = all.stream().anyMatch(folder -> Files.isReadable(folder.resolve("check.h")));
    return new FrameworkPlaces(
        Stream.concat(headers.stream(), unity).toList(), folders(words, "-L"), gtest, check);
  }

  private static boolean holdsUnity(Path folder) {
    return Files.isReadable(folder.resolve("unity.h"));
  }

  private static List<Path> folders(List<String> words, String option) {
    return words.stream()
        .filter(word -> word.startsWith(option + "/"))
        .map(word -> Path.of(word.substring(option.length())).normalize())
        .filter(Files::isDirectory)
        .distinct()
        .toList();
  }

  /// The compiler's words for the headers; its own folders come first.
  List<String> flags() {
    return headers.stream().flatMap(folder -> Stream.of("-idirafter", folder.toString())).toList();
  }

  /// The linker's words for the libraries, which are found there when the tests run as well.
  List<String> links() {
    return libraries.stream()
        .flatMap(folder -> Stream.of("-L" + folder, "-Wl,-rpath," + folder))
        .toList();
  }

  /// Folders that a sandbox must show, beyond those of the system.
  List<Path> outside() {
    return Stream.concat(headers.stream(), libraries.stream())
        .filter(folder -> !folder.startsWith("/usr"))
        .distinct()
        .toList();
  }
}
