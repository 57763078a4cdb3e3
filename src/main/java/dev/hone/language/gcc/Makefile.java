package dev.hone.language.gcc;

import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The build file of a project.
///
/// @param dialect the language
/// @param brief what the project is made from
/// @param includes which files include which
record Makefile(Dialect dialect, ProjectBrief brief, ProjectIncludes includes) {
  /// A program that runs tests.
  ///
  /// @param name its name
  /// @param source what has its main program
  record Test(String name, String source) {}

  String text(List<Test> tests) {
    String programs =
        tests.stream().map(test -> " build/" + test.name()).collect(Collectors.joining());
    String rules = tests.stream().map(this::rule).collect(Collectors.joining("\n"));
    String program = "build/" + brief.name();
    return Template.filled(
        "gcc",
        "project/Makefile",
        Map.of(
            "also",
            brief.program() ? ", make builds the program" : "",
            "flags",
            "%s ?= %s".formatted(flags(), options()),
            "tests",
            "TESTS =" + programs,
            "all",
            brief.program() ? program : "$(TESTS)",
            "rules",
            brief.program() ? rules + (rules.isEmpty() ? "" : "\n") + program(program) : rules));
  }

  private String flags() {
    return dialect.isCpp() ? "CXXFLAGS" : "CFLAGS";
  }

  private String options() {
    return dialect.isCpp() ? "-std=c++17 -O1 -g" : "-std=c11 -D_GNU_SOURCE -O1 -g";
  }

  private String compile() {
    return "$(%s) $(%s)".formatted(dialect.isCpp() ? "CXX" : "CC", flags());
  }

  private String rule(Test test) {
    String frame =
        dialect.parts().stream()
            .map(part -> " " + GccProject.FRAME + part)
            .collect(Collectors.joining("", GccProject.FRAME + "hone_main.c", ""));
    String linked = includes.linked();
    return "build/%s: $(FILES)\n\t@mkdir -p build\n\t%s $(PLACES) -o $@ %s%s %s %s\n"
        .formatted(
            test.name(),
            compile(),
            test.source(),
            linked.isEmpty() ? "" : " " + linked,
            frame,
            String.join(" ", dialect.libraries()));
  }

  private String program(String name) {
    String sources =
        brief.code().stream()
            .map(file -> file.within(GccProject.SOURCES))
            .map(SourceFile::path)
            .filter(path -> path.matches(".*\\.c\\w*"))
            .collect(Collectors.joining(" "));
    return "%s: $(FILES)\n\t@mkdir -p build\n\t%s -iquote src -o $@ %s -lm\n"
        .formatted(name, compile(), sources);
  }
}
