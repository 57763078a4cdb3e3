package dev.hone.language.rust;

import dev.hone.language.PackageName;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Test files as crates of their own in `tests`.
final class RustTestFiles {
  private static final Pattern NAMED = Pattern.compile("(?m)^\\s*use ([a-z][a-z0-9_]*)::");
  private static final Pattern NAME =
      Pattern.compile("(?m)^\\[package]\\n(?:[^\\[\\n].*\\n)*?name\\s*=\\s*\"([\\w-]+)\"");
  private static final List<String> NO_CRATES =
      List.of("std", "core", "alloc", "super", "crate", "self", "tests", "test");

  private final ProjectBrief brief;
  private final String crate;

  RustTestFiles(ProjectBrief brief) {
    this.brief = brief;
    this.crate = chosen();
  }

  /// {@return the name by which the tests know the crate}
  String crate() {
    return crate;
  }

  List<SourceFile> files() {
    return brief.tests().stream().map(this::placed).toList();
  }

  /// {@return the name of a file's module}
  static String stem(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.rs$", "").replace('-', '_');
  }

  private String chosen() {
    Optional<String> manifest =
        brief.code().stream()
            .filter(file -> file.path().equals("Cargo.toml"))
            .flatMap(file -> NAME.matcher(file.content()).results())
            .map(name -> name.group(1).replace('-', '_'))
            .findFirst();
    String stem = stem(brief.code().getFirst().path());
    if (manifest.isPresent() || !isRoot(stem)) {
      return manifest.orElse(stem);
    }
    Set<String> others = new HashSet<>(NO_CRATES);
    brief.packages().stream()
        .map(PackageName::name)
        .map(name -> name.replace('-', '_'))
        .forEach(others::add);
    return brief.tests().stream()
        .flatMap(test -> NAMED.matcher(test.content()).results())
        .map(name -> name.group(1))
        .filter(name -> !others.contains(name))
        .findFirst()
        .orElse("solution");
  }

  private static boolean isRoot(String stem) {
    return stem.equals("lib") || stem.equals("main");
  }

  private SourceFile placed(SourceFile file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    return new SourceFile("tests/" + name, outside(file.content()));
  }

  /// The text of a test where paths to the code lead through its crate.
  private String outside(String text) {
    String main = stem(brief.code().getFirst().path());
    // Else the file is the root of the crate, or the root offers what it offers.
    boolean below = brief.hasCode("src/lib.rs") && !isRoot(main);
    String named =
        text.replaceAll("(?m)^\\s*(?:pub )?mod %s;\\n".formatted(main), "")
            .replaceAll(
                "\\b(?:(?:super::)+|crate::)%s\\b".formatted(main),
                below ? crate + "::" + main : crate)
            .replaceAll("(?m)^use super::", "use " + crate + "::");
    for (String other : modules().filter(stem -> !stem.equals(main)).toList()) {
      named = named.replaceAll("\\b(?:super::)+%s\\b".formatted(other), crate + "::" + other);
    }
    return named.replaceAll("(?<![$\\w])crate::", crate + "::");
  }

  private Stream<String> modules() {
    return brief.code().stream()
        .map(SourceFile::path)
        .filter(path -> path.endsWith(".rs"))
        .map(RustTestFiles::stem);
  }
}
