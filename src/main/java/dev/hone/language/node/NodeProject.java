package dev.hone.language.node;

import dev.hone.language.PackageName;
import dev.hone.language.Project;
import dev.hone.language.Project.Commands;
import dev.hone.language.Project.LeftOut;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A project with a `package.json`, tested by the runner of Node.js. Code and tests stand in `src`,
/// or where they are if code is there already.
public final class NodeProject {
  private static final String SOURCES = "src/";
  private static final String PACKAGE = "package.json";
  private static final String SETTINGS = "tsconfig.json";
  private static final Set<String> BUILD = Set.of(PACKAGE, SETTINGS);
  private static final Pattern OWN_RUNNER =
      Pattern.compile("(?:from|import|require\\(|import\\()\\s*['\"](?:node:)?test['\"]");
  private static final Pattern MODULE =
      Pattern.compile("(?m)^(?:export\\b|import\\s+(?!\\()['\"{*\\w])");

  private final ProjectBrief brief;
  private final boolean typed;
  private final boolean placed;
  private final List<SourceFile> code;
  private final List<SourceFile> tests;
  private final List<LeftOut> leftOut;

  private NodeProject(ProjectBrief brief, boolean typed) {
    this.brief = brief;
    this.typed = typed;
    // Tests import the code by relative paths, so either all files move or none.
    this.placed = brief.code().stream().anyMatch(file -> file.path().startsWith(SOURCES));
    this.code = brief.code().stream().map(this::at).toList();
    this.tests = brief.tests().stream().map(this::at).toList();
    this.leftOut =
        tests.stream()
            .filter(test -> !OWN_RUNNER.matcher(test.content()).find())
            .map(test -> new LeftOut(test.path(), "it is written for Jest, Vitest or Mocha"))
            .toList();
  }

  /// {@return the project in JavaScript}
  ///
  /// @param brief what it is made from
  public static Project javaScript(ProjectBrief brief) {
    return new NodeProject(brief, false).project();
  }

  /// {@return the project in TypeScript, which is compiled to `dist` before it is tested}
  ///
  /// @param brief what it is made from
  public static Project typeScript(ProjectBrief brief) {
    return new NodeProject(brief, true).project();
  }

  private SourceFile at(SourceFile file) {
    return placed || BUILD.contains(file.path())
        ? file
        : new SourceFile(SOURCES + file.path(), file.content());
  }

  private Project project() {
    List<SourceFile> build = new ArrayList<>();
    if (!brief.hasCode(PACKAGE)) {
      build.add(new SourceFile(PACKAGE, packageFile()));
    }
    if (typed && !brief.hasCode(SETTINGS)) {
      Map<String, String> root = Map.of("root", placed ? "." : "src");
      build.add(
          new SourceFile(SETTINGS, Template.filled("typescript", "project/" + SETTINGS, root)));
    }
    String main = "node " + started(code.getFirst());
    boolean tested = tests.size() > leftOut.size();
    return new Project(
        code,
        tests,
        List.of(),
        build,
        new Commands(
            typed || !brief.packages().isEmpty() ? "npm install" : "",
            tested ? "npm test" : "",
            brief.program() ? (typed ? "npx tsc && " : "") + main : ""),
        leftOut);
  }

  private String packageFile() {
    String dependencies =
        brief.packages().stream()
            .map(NodeProject::dependency)
            .collect(Collectors.joining(",", "", brief.packages().isEmpty() ? "" : "\n  "));
    return Template.filled(
        typed ? "typescript" : "node",
        "project/" + PACKAGE,
        Map.of(
            "name",
            brief.name(),
            "type",
            typed ? "" : type(),
            "test",
            "node --test"
                + tests.stream()
                    .filter(test -> leftOut.stream().noneMatch(o -> o.path().equals(test.path())))
                    .map(test -> " " + started(test))
                    .collect(Collectors.joining()),
            "dependencies",
            dependencies));
  }

  private static String dependency(PackageName name) {
    return "\n    \"%s\": \"%s\""
        .formatted(name.name(), name.version().isEmpty() ? "*" : name.version());
  }

  /// The file that Node.js starts.
  private String started(SourceFile file) {
    return typed
        ? ("dist/" + (placed ? file.path() : file.path().substring(SOURCES.length())))
            .replaceFirst("\\.([mc]?)tsx?$", ".$1js")
        : file.path();
  }

  /// Where files are of both kinds, Node.js looks at each by itself.
  private String type() {
    List<SourceFile> plain = new ArrayList<>(code);
    plain.addAll(tests);
    plain.removeIf(file -> !file.path().endsWith(".js"));
    long modules = plain.stream().filter(f -> MODULE.matcher(f.content()).find()).count();
    if (modules > 0 && modules < plain.size()) {
      return "";
    }
    return "  \"type\": \"%s\",".formatted(modules > 0 ? "module" : "commonjs");
  }
}
