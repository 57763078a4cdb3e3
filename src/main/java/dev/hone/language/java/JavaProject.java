package dev.hone.language.java;

import dev.hone.language.PackageName;
import dev.hone.language.Project;
import dev.hone.language.Project.Commands;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Template;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A project of Maven, tested by JUnit. A file stands in the folder of the package that it
/// declares.
final class JavaProject {
  private static final String BUILD = "pom.xml";
  private static final Pattern OLD_JUNIT =
      Pattern.compile(
          "import\\s+(?:static\\s+)?(?:org\\.junit\\.(?!jupiter\\b|platform\\b)|junit\\.framework\\.)");
  // Maven wants a version, and takes the newest of those that are in a range.
  private static final String ANY = "[0,)";

  private final ProjectBrief brief;
  private final List<SourceFile> code;

  JavaProject(ProjectBrief brief) {
    this.brief = brief;
    this.code = brief.code().stream().map(file -> placed(file, "src/main/java/")).toList();
  }

  Project project() {
    List<SourceFile> tests =
        brief.tests().stream().map(file -> placed(file, "src/test/java/")).toList();
    return new Project(
        code,
        tests,
        List.of(),
        brief.hasCode(BUILD) ? List.of() : List.of(build()),
        new Commands(
            "",
            tests.isEmpty() ? "" : "mvn test",
            brief.program() ? "java " + code.getFirst().path() : ""),
        List.of());
  }

  private static SourceFile placed(SourceFile file, String root) {
    if (!file.path().endsWith(".java")) {
      return file;
    }
    String folder =
        JavaNames.packageOf(JavaNames.parse(file.content()))
            .filter(name -> !name.isEmpty())
            .map(name -> name.replace('.', '/') + "/")
            .orElse("");
    return new SourceFile(root + folder + JavaNames.stem(file.path()) + ".java", file.content());
  }

  private SourceFile build() {
    boolean old = brief.tests().stream().anyMatch(f -> OLD_JUNIT.matcher(f.content()).find());
    return new SourceFile(
        BUILD,
        Template.filled(
            "java",
            "project/pom.xml",
            Map.of(
                "name",
                brief.name(),
                "release",
                brief.version().replaceFirst("\\D.*", ""),
                "dependencies",
                brief.packages().stream()
                    .map(JavaProject::dependency)
                    .collect(Collectors.joining("\n")),
                "vintage",
                old
                    ? Template.filled("java", "project/vintage.xml", Map.of()).stripTrailing()
                    : "")));
  }

  private static String dependency(PackageName name) {
    String[] words = name.name().split(":", 2);
    return Template.filled(
            "java",
            "project/dependency.xml",
            Map.of(
                "group",
                words[0],
                "artifact",
                words[words.length - 1],
                "version",
                name.version().isEmpty() ? ANY : name.version()))
        .stripTrailing();
  }
}
