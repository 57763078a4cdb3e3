package dev.hone.language.java;

import dev.hone.language.Diagnostic;
import dev.hone.language.FailureWords;
import dev.hone.language.Fix;
import dev.hone.language.Idioms;
import dev.hone.language.InstalledPackages;
import dev.hone.language.Invocation;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.Observation;
import dev.hone.language.PackageClient;
import dev.hone.language.Project;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport;
import dev.hone.language.Toolchain;
import dev.hone.language.runner.Reports;
import dev.hone.language.syntax.SyntaxFaults;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.treesitter.TreeSitterJava;

/// Java 17 or later, tested by JUnit. Tests of JUnit 4, 5 and 6 run alike. One process in the
/// sandbox compiles in memory and runs the tests. Code is compiled for the JDK that is there,
/// without `--release`: models write features of every version up to the newest, and what they name
/// must not fail for being too new.
///
/// A test's name is that of its method. Classes inside of the one that the file is named after, and
/// other classes of the file, stand before it with a dot.
public final class Java implements Language {
  private static final Idioms IDIOMS =
      new Idioms(
          "Solution.java",
          ".java",
          "java",
          "//",
          "JUnit 5",
          "Import every class that you use and write a short Javadoc comment. No tests, no demo code.",
          "Write one class with package-private methods, each annotated with @Test, that use"
              + " assertEquals, assertTrue or assertThrows. Import org.junit.jupiter.api.Test, the"
              + " static methods of org.junit.jupiter.api.Assertions and every class of java.util"
              + " that you use. The class under test is {module}; do not define it again.");

  /// So much of the mark starts a line of the report; the whole one starts the last.
  private static final int MARK_OF_LINES = 16;

  private final Path cacheFolder;
  private final JavaToolchain toolchain;
  private final List<InstalledPackages> packages;

  /// Makes the language; nothing is looked for yet.
  ///
  /// @param cacheFolder where the test runner is kept
  /// @param progress is told when the test runner is prepared
  public Java(Path cacheFolder, Progress progress) {
    this(cacheFolder, new JavaToolchain(cacheFolder, progress), List.of());
  }

  private Java(Path cacheFolder, JavaToolchain toolchain, List<InstalledPackages> packages) {
    this.cacheFolder = cacheFolder;
    this.toolchain = toolchain;
    this.packages = List.copyOf(packages);
  }

  @Override
  public LanguageId id() {
    return LanguageId.JAVA;
  }

  @Override
  public FailureWords failureWords() {
    return new FailureWords(
        "throws an IllegalArgumentException", "throws IllegalArgumentException");
  }

  @Override
  public Idioms idioms() {
    return packages.stream().reduce(IDIOMS, Idioms::withPackages, (_, b) -> b);
  }

  @Override
  public Toolchain installed() {
    return toolchain.installed();
  }

  @Override
  public Toolchain toolchain() {
    return toolchain.toolchain().with(packages.stream().map(InstalledPackages::folder).toList());
  }

  @Override
  public Optional<PackageClient> packageClient() {
    return Optional.of(
        new JavaLibraries(
            toolchain,
            cacheFolder,
            installed -> new Java(cacheFolder, toolchain, List.of(installed))));
  }

  @Override
  public Optional<String> firstUse() {
    return toolchain.firstUse();
  }

  @Override
  public Optional<Invocation> gate(List<String> paths) {
    return Optional.of(new Invocation(command("check", paths), ""));
  }

  @Override
  public List<Diagnostic> diagnostics(int exit, String output, String errors) {
    return Reports.faults(exit, output, errors);
  }

  @Override
  public List<String> testNames(SourceFile file) {
    return JavaNames.tests(file).stream().map(JavaNames.Named::name).distinct().toList();
  }

  @Override
  public Optional<String> testAt(SourceFile file, int line) {
    return JavaNames.tests(file).stream()
        .filter(test -> test.node().line() <= line && line <= test.node().lastLine())
        .map(JavaNames.Named::name)
        .findFirst();
  }

  @Override
  public boolean testsBuild() {
    return true;
  }

  @Override
  public List<Diagnostic> syntaxFaults(SourceFile file) {
    return SyntaxFaults.of(new TreeSitterJava(), file);
  }

  @Override
  public Optional<Fix> fix(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    return JavaFixer.fix(code, entryPoints, faults);
  }

  @Override
  public Invocation tests(List<String> testPaths, String mark) {
    String paths = testPaths.stream().map(path -> path + "\0").collect(Collectors.joining());
    return new Invocation(command("test", List.of()), paths + "\0" + mark + "\n", true);
  }

  @Override
  public Optional<Invocation> program(List<String> paths, String input) {
    return Optional.of(
        new Invocation(
            List.of(
                toolchain().program().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                paths.getFirst()),
            input));
  }

  @Override
  public TestReport report(String output, String errors, String mark) {
    String first = mark.substring(0, Math.min(mark.length(), MARK_OF_LINES));
    return Reports.tests(output, first, mark);
  }

  @Override
  public String testPath(String solutionPath, String origin) {
    String folder = solutionPath.substring(0, solutionPath.lastIndexOf('/') + 1);
    String word = Character.toUpperCase(origin.charAt(0)) + origin.substring(1);
    return folder + JavaNames.stem(solutionPath) + word + "Test.java";
  }

  @Override
  public String importName(String solutionPath) {
    return JavaNames.stem(solutionPath);
  }

  @Override
  public Optional<SourceFile> exampleTests(TestBrief brief) {
    return new JavaExamples(brief).file();
  }

  @Override
  public Optional<Observation> observation(SourceFile tests) {
    return JavaObservation.of(tests);
  }

  @Override
  public List<String> offeredNames(SourceFile file) {
    return JavaNames.offered(file.content());
  }

  @Override
  public SourceFile withFramework(SourceFile file) {
    return JUnitImports.completed(file);
  }

  @Override
  public Project project(ProjectBrief brief) {
    return new JavaProject(brief).project();
  }

  @Override
  public SourceFile withoutTests(SourceFile file, Set<String> names) {
    return new SourceFile(file.path(), JavaNames.without(file, names));
  }

  private List<String> command(String mode, List<String> files) {
    List<Path> libraries =
        packages.stream().flatMap(one -> JavaLibraries.jars(one).stream()).toList();
    List<String> command = new ArrayList<>(toolchain.command(libraries));
    command.add(mode);
    command.addAll(files);
    return command;
  }
}
