package dev.hone.language.gcc;

import dev.hone.language.runner.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A compiler of this machine.
///
/// @param program the program, links resolved
/// @param version what it says of itself, such as `12.2.0`
/// @param isClang whether it is clang, under whatever name
record Compiler(Path program, String version, boolean isClang) implements Programs.Versioned {
  private static final int OLDEST_GCC = 8;
  private static final int OLDEST_CLANG = 8;
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.\\d+)?");

  static Compiler find(Dialect dialect) {
    return find(dialect, dialect.programs());
  }

  /// Finds one among programs of these names alone.
  static Compiler find(Dialect dialect, List<String> programs) {
    boolean cpp = dialect.isCpp();
    return Programs.firstRecent(
        Programs.onPath(programs.toArray(String[]::new)),
        Compiler::ask,
        seen ->
            "%s %d or later, or clang, is not on the PATH%s; install it (Debian: apt install %s, Fedora: dnf install %s, macOS: xcode-select --install) or pass --language with another one"
                .formatted(
                    cpp ? "g++" : "gcc",
                    OLDEST_GCC,
                    seen,
                    cpp ? "g++" : "gcc libc6-dev",
                    cpp ? "gcc-c++" : "gcc"));
  }

  @Override
  public boolean isRecent() {
    int major = Integer.parseInt(version.substring(0, version.indexOf('.')));
    return major >= (isClang ? OLDEST_CLANG : OLDEST_GCC);
  }

  private static Optional<Compiler> ask(Path program) {
    Path real = resolved(program);
    // A cache in front of the compiler has no place to keep anything in the sandbox.
    if (real.getFileName().toString().matches("s?ccache|distcc|icecc")) {
      return Optional.empty();
    }
    List<String> answer = Programs.ask(List.of(real.toString(), "--version"));
    String first = answer.isEmpty() ? "" : answer.getFirst();
    // In brackets stands the packager's version, before the compiler's own.
    Matcher version = VERSION.matcher(first.replaceAll("\\([^)]*\\)", ""));
    return version.find()
        ? Optional.of(new Compiler(named(program, real), version.group(), first.contains("clang")))
        : Optional.empty();
  }

  // clang++ is a link to clang, which links the library of C++ only when it is called by that name.
  private static Path named(Path program, Path real) {
    Path beside = real.resolveSibling(program.getFileName());
    boolean cpp = program.toString().endsWith("++") && !real.toString().contains("++");
    return cpp ? (Files.isExecutable(beside) ? beside : program) : real;
  }

  private static Path resolved(Path program) {
    try {
      return program.toRealPath();
    } catch (IOException e) {
      // It went away while it was looked at; starting it will show that.
      return program;
    }
  }
}
