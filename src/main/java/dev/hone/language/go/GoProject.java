package dev.hone.language.go;

import dev.hone.language.PackageName;
import dev.hone.language.Project;
import dev.hone.language.Project.Commands;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A module with a `go.mod`. Every file stays at its place, since the folder is the package.
final class GoProject {
  private static final String BUILD = "go.mod";

  private final ProjectBrief brief;

  GoProject(ProjectBrief brief) {
    this.brief = brief;
  }

  Project project() {
    GoTestFiles tests = GoTestFiles.of(brief.tests());
    boolean tested = tests.leftOut().size() < brief.tests().size();
    return new Project(
        brief.code(),
        tests.files(),
        List.of(),
        brief.hasCode(BUILD) ? List.of() : List.of(build()),
        new Commands(
            brief.packages().isEmpty() ? "" : "go mod tidy",
            tested ? "go test ./..." : "",
            brief.program() ? "go run ." : ""),
        tests.leftOut());
  }

  private SourceFile build() {
    String required =
        brief.packages().stream()
            .filter(name -> !name.version().isEmpty())
            .map(name -> "\t%s %s\n".formatted(name.name(), name.version()))
            .collect(Collectors.joining());
    return new SourceFile(
        BUILD,
        Template.filled(
            "go",
            "project/go.mod.txt",
            Map.of(
                "module",
                module().orElse(brief.name()),
                "version",
                brief.shortVersion(),
                "requires",
                required.isEmpty() ? "" : "\nrequire (\n" + required + ")")));
  }

  /// The path by which files name packages of the module, where one does.
  private Optional<String> module() {
    GoPackages standard = new GoPackages();
    return Stream.concat(brief.tests().stream(), brief.code().stream())
        .filter(file -> file.path().endsWith(".go"))
        .flatMap(file -> GoImports.of(GoNames.parse(file.content())).stream())
        .map(GoImports.Import::path)
        .filter(path -> !standard.isStandard(path) && !isFetched(path))
        .map(this::withoutFolder)
        .filter(path -> !path.isEmpty())
        .findFirst();
  }

  private boolean isFetched(String path) {
    return brief.packages().stream().map(PackageName::name).anyMatch(path::startsWith);
  }

  private String withoutFolder(String path) {
    return brief.code().stream()
        .map(file -> file.path().substring(0, Math.max(0, file.path().lastIndexOf('/'))))
        .filter(folder -> !folder.isEmpty() && ("/" + path).endsWith("/" + folder))
        .findFirst()
        .map(folder -> path.substring(0, Math.max(0, path.length() - folder.length() - 1)))
        .orElse(path);
  }
}
