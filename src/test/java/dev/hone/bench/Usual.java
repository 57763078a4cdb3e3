package dev.hone.bench;

import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/// What a person types to run tests, with the files that Hone does without.
///
/// @param command the shell command
/// @param extra files that it needs beside solution and tests
record Usual(String command, List<SourceFile> extra) {
  static Usual of(Language language, List<SourceFile> tests, LanguageBenchmark benchmark) {
    String files = tests.stream().map(SourceFile::path).collect(Collectors.joining(" "));
    return switch (language.id()) {
      case PYTHON -> plain(language.toolchain().program() + " -m pytest -q " + files);
      case JAVASCRIPT -> plain("node --test " + files);
      // Without the types of Node the compiler complains of its modules and writes the code anyway.
      case TYPESCRIPT ->
          plain(
              "node %s/bin/tsc --module commonjs --target es2022 --esModuleInterop --skipLibCheck --outDir out %s; node --test out/*.test.js"
                  .formatted(benchmark.typeScript(language.toolchain().program()), files));
      case JAVA ->
          plain(
              "javac -d out -cp %1$s *.java && java -jar %1$s execute -cp out --scan-class-path"
                  .formatted(benchmark.junit()));
      case GO ->
          new Usual(
              "go test -count=1 .",
              List.of(new SourceFile("go.mod", "module solution\n\ngo 1.21\n")));
      case RUST ->
          new Usual(
              "rustc --edition 2021 -A warnings --test -o tests.bin lib.rs && ./tests.bin -q",
              List.of(new SourceFile("lib.rs", "mod solution;\nmod solution_test;\n")));
      case C -> withMain("cc -o tests.bin main.c -lm && ./tests.bin", "c", "h", language, tests);
      case CPP ->
          withMain(
              "g++ -std=c++17 -o tests.bin main.cpp && ./tests.bin", "cpp", "hpp", language, tests);
    };
  }

  /// {@return the command without the places of this machine}
  String shown() {
    return command.replaceAll("/\\S*/", "");
  }

  private static Usual plain(String command) {
    return new Usual(command, List.of());
  }

  // Tests in C are functions that somebody must call.
  private static Usual withMain(
      String command, String code, String header, Language language, List<SourceFile> tests) {
    String includes =
        tests.stream()
            .map(test -> "#include \"" + test.path() + "\"\n")
            .collect(Collectors.joining());
    String calls =
        tests.stream()
            .flatMap(test -> language.testNames(test).stream())
            .map(name -> "  " + name + "();\n")
            .collect(Collectors.joining());
    return new Usual(
        command,
        List.of(
            new SourceFile(
                "solution." + header, "#pragma once\n#include \"solution.%s\"\n".formatted(code)),
            new SourceFile(
                "main." + code, includes + "int main(void) {\n" + calls + "  return 0;\n}\n")));
  }
}
