package dev.hone.language.rust;

import dev.hone.language.PackageName;
import dev.hone.language.Project;
import dev.hone.language.Project.Commands;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A crate with its code in `src` and its tests in `tests`, built by cargo. In a run the tests are
/// a module beside the code; here they are crates of their own, which name the code by its crate.
final class RustProject {
  private static final String SOURCES = "src/";
  private static final String BUILD = "Cargo.toml";
  private static final Pattern MODULE =
      Pattern.compile("(?m)^\\s*(?:pub(?:\\([^)]*\\))?\\s+)?mod\\s+\\w+\\s*;");
  // What a run switches on for every crate that has it.
  private static final Map<String, String> FEATURES =
      Map.of("serde", "derive", "clap", "derive", "tokio", "full");

  private final ProjectBrief brief;
  private final String root;

  RustProject(ProjectBrief brief) {
    this.brief = brief;
    this.root = SOURCES + (brief.program() ? "main.rs" : "lib.rs");
  }

  Project project() {
    List<SourceFile> code = code();
    RustTestFiles tests = new RustTestFiles(brief);
    List<SourceFile> support = new ArrayList<>();
    if (code.stream().noneMatch(f -> f.path().matches("src/(?:lib|main)\\.rs"))) {
      support.add(new SourceFile(root, modules(code)));
    }
    boolean library = !brief.program() && !brief.hasCode(SOURCES + "main.rs");
    return new Project(
        code,
        tests.files(),
        support,
        brief.hasCode(BUILD) ? List.of() : List.of(build(tests.crate(), library)),
        new Commands(
            "", brief.tests().isEmpty() ? "" : "cargo test", brief.program() ? "cargo run" : ""),
        List.of());
  }

  private List<SourceFile> code() {
    SourceFile main = brief.code().getFirst();
    boolean placed = brief.code().stream().anyMatch(file -> file.path().startsWith(SOURCES));
    boolean alone = brief.program() || sources().size() == 1;
    boolean isRoot = !placed && (alone || MODULE.matcher(main.content()).find());
    return brief.code().stream()
        .map(
            file -> {
              if (isRoot && file.equals(main)) {
                return new SourceFile(root, file.content());
              }
              return file.path().endsWith(".rs") ? file.within(SOURCES) : file;
            })
        .toList();
  }

  private List<SourceFile> sources() {
    return brief.code().stream().filter(file -> file.path().endsWith(".rs")).toList();
  }

  /// The root of a crate whose files do not name each other: what the first one offers is offered
  /// by the crate.
  private static String modules(List<SourceFile> code) {
    String first = RustTestFiles.stem(code.getFirst().path());
    return "pub mod %s;\n%spub use %s::*;\n"
        .formatted(
            first,
            code.stream()
                .skip(1)
                .filter(file -> file.path().matches("src/\\w+\\.rs"))
                .map(file -> "pub mod " + RustTestFiles.stem(file.path()) + ";\n")
                .collect(Collectors.joining()),
            first);
  }

  private SourceFile build(String crate, boolean library) {
    return new SourceFile(
        BUILD,
        Template.filled(
            "rust",
            "project/Cargo.toml",
            Map.of(
                "name",
                crate,
                // Examples in comments are written for readers, and nothing has judged them.
                "library",
                library ? "\n[lib]\ndoctest = false" : "",
                "dependencies",
                brief.packages().stream()
                    .map(RustProject::dependency)
                    .collect(Collectors.joining("\n")))));
  }

  private static String dependency(PackageName name) {
    String version = name.version().isEmpty() ? "*" : name.version();
    String feature = FEATURES.get(name.name());
    return feature == null
        ? "%s = \"%s\"".formatted(name.name(), version)
        : "%s = { version = \"%s\", features = [\"%s\"] }".formatted(name.name(), version, feature);
  }
}
