package dev.hone.plan;

import dev.hone.language.Diagnostic;
import dev.hone.language.Idioms;
import dev.hone.language.Invocation;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.Project;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport;
import dev.hone.language.Toolchain;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A language of which only the names are asked: all that a planner uses.
record IdiomsOnly(LanguageId id, Idioms idioms) implements Language {
  static Language named(String id) {
    LanguageId language = LanguageId.of(id).orElseThrow();
    Idioms idioms =
        switch (language) {
          case PYTHON -> idioms("solution.py", "python", "#");
          case JAVASCRIPT -> idioms("solution.mjs", "js", "//");
          case TYPESCRIPT -> idioms("solution.ts", "ts", "//");
          case JAVA -> idioms("Solution.java", "java", "//");
          case GO -> idioms("solution.go", "go", "//");
          case RUST -> idioms("solution.rs", "rust", "//");
          case C -> idioms("solution.c", "c", "//");
          case CPP -> idioms("solution.cpp", "cpp", "//");
        };
    return new IdiomsOnly(language, idioms);
  }

  private static Idioms idioms(String path, String fence, String comment) {
    return new Idioms(path, path.substring(path.indexOf('.')), fence, comment, "tests", "", "");
  }

  @Override
  public Toolchain toolchain() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Invocation> gate(List<String> paths) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Diagnostic> diagnostics(int exit, String output, String errors) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> testNames(SourceFile file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Invocation tests(List<String> testPaths, String mark) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TestReport report(String output, String errors, String mark) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String testPath(String solutionPath, String origin) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<SourceFile> exampleTests(TestBrief brief) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> offeredNames(SourceFile file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String importName(String solutionPath) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Project project(ProjectBrief brief) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SourceFile withoutTests(SourceFile file, Set<String> names) {
    throw new UnsupportedOperationException();
  }
}
