package dev.hone.language.gcc;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Builds what every run needs: the runner, the main program of tests, the headers compiled once,
/// and the settings that the runner reads. All of it is Hone's own text.
final class BuiltRunner {
  static final List<String> RUNNER =
      List.of(
          "runner.c",
          "text.c",
          "source.c",
          "project.c",
          "process.c",
          "settings.c",
          "report.c",
          "words.c",
          "frameworks.c",
          "gtest.c",
          "titled.c",
          "cases.c");
  static final List<String> RUNNER_HEADERS =
      List.of(
          "text.h",
          "source.h",
          "project.h",
          "process.h",
          "settings.h",
          "report.h",
          "words.h",
          "frameworks.h");
  static final List<String> SHARED = List.of("hone_main.c", "hone_report.h");
  private static final int MESSAGE_LINES = 6;
  private static final Path GTEST_SOURCE = Path.of("/usr/src/googletest/googletest");

  private final Dialect dialect;
  private final Compiler compiler;
  private final FrameworkPlaces places;

  BuiltRunner(Dialect dialect, Compiler compiler, FrameworkPlaces places) {
    this.dialect = dialect;
    this.compiler = compiler;
    this.places = places;
  }

  /// Fills a folder, whose files are used in another place later.
  void build(Path folder, Path place) throws IOException, InterruptedException {
    layOut(folder);
    List<String> runner = new ArrayList<>(List.of("-O1", "-o", in(folder, "runner")));
    RUNNER.forEach(file -> runner.add(in(folder, file)));
    // A C++ compiler takes them for C++, whatever it is told.
    must(dialect.isCpp() ? Compiler.find(Dialect.C) : compiler, runner);
    List<String> flags = flags(folder);
    List<String> settings = new ArrayList<>();
    settings.add("compiler=" + compiler.program());
    settings.add("extension=" + dialect.extension());
    settings.add("cpp=" + (dialect.isCpp() ? 1 : 0));
    flags.forEach(flag -> settings.add("flag=" + flag));
    settings.add("prefix=-I" + place);
    must(
        List.of(
            "-x",
            dialect.standard(),
            "-O1",
            "-c",
            in(folder, "hone_main.c"),
            "-o",
            in(folder, "hone_main.o")));
    settings.add("main=" + place.resolve("hone_main.o"));
    for (String part : dialect.parts()) {
      String object = part.replaceFirst("\\.\\w+$", ".o");
      must(List.of(standard(flags), "-O1", "-c", in(folder, part), "-o", in(folder, object)));
      settings.add("library=" + place.resolve(object));
    }
    places.flags().forEach(flag -> settings.add("framework.flag=" + flag));
    places.links().forEach(link -> settings.add("framework.library=" + link));
    // Check needs it on some systems and is built without it on others.
    if (builds(folder, List.of("-Wl,--no-as-needed", "-lsubunit"))) {
      settings.add("framework.library=-lsubunit");
    }
    dialect.libraries().forEach(library -> settings.add("library=" + library));
    settings.add("library=-Wl,--wrap=main");
    if (dialect.isCpp()) {
      precompile(folder, flags, dialect.prefix());
      settings.add("prefix=-include");
      settings.add("prefix=" + place.resolve(dialect.prefix()));
      settings.addAll(gtest(folder, place, flags));
    }
    Files.writeString(folder.resolve("settings"), String.join("\n", settings) + "\n");
  }

  private void layOut(Path folder) throws IOException {
    for (String name : Stream.of(RUNNER, RUNNER_HEADERS, SHARED).flatMap(List::stream).toList()) {
      Files.write(folder.resolve(name), Scripts.resource("gcc", name));
    }
    for (String name : dialect.headers()) {
      Files.write(folder.resolve(name), Scripts.resource(dialect.folder(), name));
    }
  }

  private static String in(Path folder, String name) {
    return folder.resolve(name).toString();
  }

  private static String standard(List<String> flags) {
    return flags.getFirst();
  }

  /// What every compiler command gets: as much of the checks as this compiler has.
  private List<String> flags(Path folder) throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(dialect.flags());
    flags.add("-fno-diagnostics-color");
    if (dialect.isCpp()) {
      // The line that asked for a template is worth more than how the library got there.
      flags.add("-ftemplate-backtrace-limit=0");
    }
    String sanitizer = "-fsanitize=" + dialect.sanitizer();
    List<String> optional =
        List.of(
            sanitizer,
            "-fno-sanitize-recover=all",
            "-fstack-protector-strong",
            // Variables without a value never look as if they were 0.
            "-ftrivial-auto-var-init=pattern");
    Path probe = folder.resolve("probe" + dialect.extension());
    Files.writeString(probe, "int main(void) { return 0; }\n");
    for (String flag : optional) {
      if (builds(folder, List.of(flag))) {
        flags.add(flag);
      }
    }
    // Clang's library for it is often a package of its own; without it a check ends the process.
    List<String> trapping =
        List.of(sanitizer, sanitizer.replace("-fsanitize=", "-fsanitize-trap="));
    if (!flags.contains(sanitizer) && builds(folder, trapping)) {
      flags.addAll(trapping);
    }
    return flags;
  }

  private boolean builds(Path folder, List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(words);
    command.addAll(List.of("-Werror", folder.resolve("probe" + dialect.extension()).toString()));
    command.addAll(List.of("-o", in(folder, "probe")));
    return tried(command).exit() == 0;
  }

  private void precompile(Path folder, List<String> flags, String header)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(flags);
    command.addAll(List.of("-x", "c++-header", in(folder, header), "-o"));
    command.add(in(folder, header + (compiler.isClang() ? ".pch" : ".gch")));
    must(command);
  }

  /// The settings for GoogleTest, or none where it is not installed.
  private List<String> gtest(Path folder, Path place, List<String> flags)
      throws IOException, InterruptedException {
    String object = in(folder, "hone_gtest.o");
    List<String> own = new ArrayList<>(List.of(standard(flags), "-O1"));
    own.addAll(places.flags());
    own.addAll(List.of("-c", in(folder, "hone_gtest.cpp"), "-o", object));
    if (!places.hasGoogleTest() || tried(own).exit() != 0) {
      return List.of();
    }
    List<String> libraries = gtestLibraries(folder, place, object);
    if (libraries.isEmpty()) {
      return List.of();
    }
    List<String> all = new ArrayList<>(flags);
    all.addAll(places.flags());
    precompile(folder, all, "hone_gtest.hpp");
    List<String> settings = new ArrayList<>();
    places.flags().forEach(flag -> settings.add("gtest.flag=" + flag));
    places.links().forEach(link -> settings.add("gtest.library=" + link));
    settings.add("gtest.flag=-I" + place);
    settings.add("gtest.flag=-include");
    settings.add("gtest.flag=" + place.resolve("hone_gtest.hpp"));
    settings.add("gtest.library=" + place.resolve("hone_gtest.o"));
    libraries.forEach(library -> settings.add("gtest.library=" + library));
    return settings;
  }

  private List<String> gtestLibraries(Path folder, Path place, String object)
      throws IOException, InterruptedException {
    String probe = in(folder, "probe");
    for (List<String> libraries : List.of(List.of("-lgmock", "-lgtest"), List.of("-lgtest"))) {
      List<String> command = new ArrayList<>(List.of(object));
      command.addAll(places.links());
      command.addAll(libraries);
      command.addAll(List.of("-lpthread", "-o", probe));
      if (tried(command).exit() == 0) {
        return libraries;
      }
    }
    // Debian had the source alone for long.
    Path source = GTEST_SOURCE.resolve("src/gtest-all.cc");
    if (!Files.isReadable(source)) {
      return List.of();
    }
    must(
        List.of(
            "-O1",
            "-I" + GTEST_SOURCE,
            "-I" + GTEST_SOURCE.resolve("include"),
            "-c",
            source.toString(),
            "-o",
            in(folder, "gtest-all.o")));
    return List.of(place.resolve("gtest-all.o").toString());
  }

  private Programs.Answer tried(List<String> arguments) throws IOException, InterruptedException {
    return run(compiler, arguments);
  }

  private void must(List<String> arguments) throws IOException, InterruptedException {
    must(compiler, arguments);
  }

  private static Programs.Answer run(Compiler compiler, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(compiler.program().toString()));
    command.addAll(arguments);
    return Programs.run(command);
  }

  private static void must(Compiler compiler, List<String> arguments)
      throws IOException, InterruptedException {
    Programs.Answer answer = run(compiler, arguments);
    if (answer.exit() != 0) {
      List<String> lines = answer.output().lines().filter(line -> !line.isBlank()).toList();
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "%s could not build the test runner; check that it compiles and links a small program (Debian: apt install build-essential). It said:\n%s"
              .formatted(
                  compiler.program(),
                  String.join("\n", lines.subList(0, Math.min(MESSAGE_LINES, lines.size())))));
    }
  }
}
