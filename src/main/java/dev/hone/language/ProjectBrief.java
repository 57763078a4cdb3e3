package dev.hone.language;

import java.util.List;
import java.util.Locale;

/// What a ready project is made from.
///
/// @param code source files under their paths in the run, the file under test first; never empty
/// @param tests test files under their paths in the run
/// @param packages third-party packages that the code may import, with the version where it is
///   known
/// @param version what the toolchain that judged the code says of itself, such as `3.11.7`
/// @param program whether the code is a whole program, which reads standard input and prints
public record ProjectBrief(
    List<SourceFile> code,
    List<SourceFile> tests,
    List<PackageName> packages,
    String version,
    boolean program) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if there is no code
  public ProjectBrief {
    code = List.copyOf(code);
    tests = List.copyOf(tests);
    packages = List.copyOf(packages);
    if (code.isEmpty()) {
      throw new IllegalArgumentException("a project has at least one source file");
    }
  }

  /// {@return the name of the file under test without folders and ending}
  public String stem() {
    String path = code.getFirst().path();
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /// {@return a name that every build tool takes: lower-case letters, digits and underscores, a
  /// letter first}
  public String name() {
    String plain = stem().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return plain.matches("[a-z].*") ? plain : "project_" + plain;
  }

  /// {@return the first two numbers of the toolchain's version, such as `3.11`}
  public String shortVersion() {
    return version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }

  /// {@return whether a source file has this path}
  ///
  /// @param path a path in the run
  public boolean hasCode(String path) {
    return code.stream().anyMatch(file -> file.path().equals(path));
  }
}
