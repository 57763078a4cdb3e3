package dev.hone.language.gcc;

import dev.hone.language.Project;
import dev.hone.language.Project.Commands;
import dev.hone.language.Project.LeftOut;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Scripts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A project with `src`, `tests` and a `Makefile`. Hone's assertions come along in `tests/hone`,
/// with a main program for each test file that has none.
final class GccProject {
  static final String SOURCES = "src/";
  static final String TESTS = "tests/";
  static final String FRAME = "tests/hone/";
  private static final String BUILD = "Makefile";
  private static final Pattern FRAMEWORK =
      Pattern.compile(
          "#\\s*include\\s*[<\"](?:[^<\">]*/)?(?:(?:gtest|gmock|doctest|unity|cmocka|check)\\.h"
              + "|catch\\w*\\.hpp|catch2/|doctest)");

  private final Dialect dialect;
  private final CodeNames names;
  private final ProjectBrief brief;
  private final List<SourceFile> code;
  private final List<SourceFile> tests;
  private final List<LeftOut> leftOut;

  GccProject(Dialect dialect, CodeNames names, ProjectBrief brief) {
    this.dialect = dialect;
    this.names = names;
    this.brief = brief;
    this.code =
        brief.code().stream()
            .map(file -> file.path().equals(BUILD) ? file : file.within(SOURCES))
            .toList();
    this.tests = brief.tests().stream().map(file -> file.within(TESTS)).toList();
    this.leftOut =
        tests.stream()
            .filter(test -> FRAMEWORK.matcher(test.content()).find())
            .map(test -> new LeftOut(test.path(), "it needs a test framework to be installed"))
            .toList();
  }

  Project project() {
    List<SourceFile> run = tests.stream().filter(this::isRun).toList();
    ProjectIncludes includes = new ProjectIncludes(code, run);
    List<SourceFile> support = new ArrayList<>(includes.written());
    if (!run.isEmpty()) {
      support.addAll(frame());
    }
    run.stream().filter(test -> !hasMain(test)).map(this::main).forEach(support::add);
    Makefile makefile = new Makefile(dialect, brief, includes);
    List<Makefile.Test> built =
        run.stream()
            .map(
                test ->
                    new Makefile.Test(stem(test), hasMain(test) ? test.path() : main(test).path()))
            .toList();
    return new Project(
        code,
        tests,
        support,
        brief.hasCode(BUILD) ? List.of() : List.of(new SourceFile(BUILD, makefile.text(built))),
        new Commands(
            "",
            run.isEmpty() ? "" : "make test",
            brief.program() ? "make && build/" + brief.name() : ""),
        leftOut);
  }

  private boolean isRun(SourceFile test) {
    return test.path().matches(".*\\.c(?:c|pp|xx)?")
        && leftOut.stream().noneMatch(one -> one.path().equals(test.path()));
  }

  private boolean hasMain(SourceFile test) {
    return names.tests(test.content()).equals(List.of("main"));
  }

  private static String stem(SourceFile test) {
    String name = test.path().substring(test.path().lastIndexOf('/') + 1);
    return name.substring(0, name.lastIndexOf('.'));
  }

  /// The test file and a list of its tests as one file, which sees functions that are static.
  private SourceFile main(SourceFile test) {
    StringBuilder text = new StringBuilder("/* Runs the tests of %s. */\n".formatted(test.path()));
    if (dialect.isCpp()) {
      text.append("#include \"%s\"\n".formatted(dialect.prefix()));
    }
    text.append("#include \"%s\"\n#include \"hone_report.h\"\n\n".formatted(test.path()));
    if (dialect.isCpp()) {
      text.append("extern \"C\" ");
    }
    text.append("const struct hone_test hone_tests[];\nconst struct hone_test hone_tests[] = {\n");
    names.tests(test.content()).forEach(n -> text.append("  {\"%s\", %s},\n".formatted(n, n)));
    text.append("  {0, 0},\n};\n\n#include \"hone_run.c\"\n");
    return new SourceFile(FRAME + "run_" + stem(test) + dialect.extension(), text.toString());
  }

  private List<SourceFile> frame() {
    Stream<SourceFile> own =
        dialect.headers().stream()
            .filter(name -> !name.contains("gtest"))
            .map(name -> resource(dialect.folder(), name, name));
    Stream<SourceFile> shared =
        Stream.concat(
            BuiltRunner.SHARED.stream().map(name -> resource("gcc", name, name)),
            Stream.of(resource("gcc", "project/hone_run.c", "hone_run.c")));
    return Stream.concat(own, shared).toList();
  }

  private static SourceFile resource(String folder, String path, String name) {
    return new SourceFile(
        FRAME + name, new String(Scripts.resource(folder, path), StandardCharsets.UTF_8));
  }
}
