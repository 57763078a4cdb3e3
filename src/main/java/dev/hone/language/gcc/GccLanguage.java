package dev.hone.language.gcc;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.Invocation;
import dev.hone.language.Language;
import dev.hone.language.Project;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import dev.hone.language.Toolchain;
import dev.hone.language.runner.BuiltProgram;
import dev.hone.language.runner.Once;
import dev.hone.language.syntax.SyntaxFaults;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.treesitter.TSLanguage;

/// What C and C++ do alike. Each test runs in a process of its own, so a crash, an exit or a stack
/// that overflows ends one test only. A header that a test file includes and that was not given
/// stands for the source file of its name.
public abstract class GccLanguage implements Language {
  // A grammar is a native library, which most commands do without.
  private final Once<TSLanguage> grammar;
  private final Once<CodeNames> names;
  private final Once<Fixers> fixers;
  private final GccToolchain toolchain;
  private final String framework;
  private final String standard;
  private final Dialect dialect;

  /// Makes the language; nothing is looked for yet.
  ///
  /// @param cpp whether it is C++
  /// @param grammar loads its grammar
  /// @param cacheFolder where the test runner is kept
  /// @param progress is told when the test runner is built
  protected GccLanguage(
      boolean cpp, Supplier<TSLanguage> grammar, Path cacheFolder, Progress progress) {
    this.grammar = new Once<>(grammar);
    this.names = new Once<>(() -> new CodeNames(this.grammar.get()));
    this.fixers = new Once<>(() -> new Fixers(cpp, this.grammar.get()));
    this.dialect = cpp ? Dialect.CPP : Dialect.C;
    this.toolchain = new GccToolchain(dialect, cacheFolder, progress);
    this.standard = cpp ? "-std=c++17" : "-std=gnu11";
    this.framework = cpp ? "hone_test.hpp" : "hone_test.h";
  }

  @Override
  public Toolchain installed() {
    return toolchain.installed();
  }

  @Override
  public Toolchain toolchain() {
    return toolchain.toolchain();
  }

  @Override
  public Optional<String> firstUse() {
    return toolchain.firstUse();
  }

  @Override
  public boolean testsBuild() {
    return true;
  }

  @Override
  public Optional<Invocation> gate(List<String> paths) {
    return Optional.of(toolchain.invocation("check", paths, ""));
  }

  @Override
  public List<Diagnostic> diagnostics(int exit, String output, String errors) {
    return GccReports.check(exit, output, errors);
  }

  @Override
  public Invocation tests(List<String> testPaths, String mark) {
    return toolchain.invocation("tests", testPaths, mark + "\n");
  }

  @Override
  public Optional<Invocation> program(List<String> paths, String input) {
    List<String> arguments = new ArrayList<>(List.of(standard, "-O1", "-w"));
    arguments.addAll(paths.stream().filter(path -> path.matches(".*\\.c\\w*")).toList());
    arguments.add("-lm");
    return Optional.of(BuiltProgram.command(toolchain().program(), arguments, input));
  }

  @Override
  public TestReport report(String output, String errors, String mark) {
    return GccReports.tests(output, mark);
  }

  @Override
  public List<String> testNames(SourceFile file) {
    return names.get().tests(file.content());
  }

  @Override
  public Optional<String> testAt(SourceFile file, int line) {
    return names.get().testAt(file.content(), line);
  }

  @Override
  public SourceFile withoutTests(SourceFile file, Set<String> left) {
    return new SourceFile(file.path(), names.get().without(file.content(), left));
  }

  @Override
  public List<String> offeredNames(SourceFile file) {
    return names.get().offered(file.content());
  }

  @Override
  public List<Diagnostic> syntaxFaults(SourceFile file) {
    return SyntaxFaults.of(grammar.get(), file);
  }

  @Override
  public Optional<Fix> fix(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    return fixers.get().fix(code, entryPoints, faults);
  }

  @Override
  public SourceFile withFramework(SourceFile file) {
    String text = file.content();
    boolean googleTest = text.matches("(?s).*\\bTEST(?:_F|_P)?\\(.*");
    String header = googleTest ? "gtest/gtest.h" : framework;
    boolean uses =
        googleTest || text.matches("(?s).*\\b(?:CHECK|EXPECT|ASSERT|REQUIRE|assert)\\w*\\(.*");
    boolean has = text.contains(header) || text.contains("doctest") || text.contains("catch");
    String quoted = googleTest ? "<" + header + ">" : '"' + header + '"';
    return uses && !has
        ? new SourceFile(file.path(), "#include %s\n%s".formatted(quoted, text))
        : file;
  }

  @Override
  public Project project(ProjectBrief brief) {
    return new GccProject(dialect, names.get(), brief).project();
  }

  @Override
  public String testPath(String solutionPath, String origin) {
    int slash = solutionPath.lastIndexOf('/') + 1;
    return solutionPath.substring(0, slash)
        + "test_"
        + stem(solutionPath.substring(slash))
        + "_"
        + origin
        + idioms().extension();
  }

  /// {@return a file's name without its ending}
  ///
  /// @param name the name
  protected static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
