package dev.hone.language.python;

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
import dev.hone.progress.Progress;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Python 3.9 or later, tested by pytest. Code sees the standard library and its own files, and no
/// package that happens to be installed on the machine.
public final class Python implements Language {
  private static final Idioms IDIOMS =
      new Idioms(
          "solution.py",
          ".py",
          "python",
          "#",
          "pytest",
          "Use type hints and a short docstring. No tests, no demo code.",
          "Write plain pytest functions named test_..., each with one or two asserts. Import what"
              + " is tested with `from {module} import ...`, use pytest.raises for errors, and do"
              + " not define the tested code again.");

  // Behind the standard library, as in the gate and the runner.
  private static final String BESIDE_PACKAGES =
      "import runpy, sys; sys.path += sys.argv[2:]; del sys.argv[2:]; sys.argv = sys.argv[1:];"
          + " runpy.run_path(sys.argv[0], run_name='__main__')";

  private final Path cacheFolder;
  private final PythonToolchain toolchain;
  private final List<InstalledPackages> packages;

  /// Makes the language; nothing is looked for yet.
  ///
  /// @param cacheFolder where the test runner is kept
  /// @param progress is told when the test runner is fetched
  public Python(Path cacheFolder, Progress progress) {
    this(cacheFolder, progress, Map.of());
  }

  /// Makes the language; nothing is looked for yet.
  ///
  /// @param cacheFolder where the test runner is kept
  /// @param progress is told when the test runner is fetched
  /// @param environment the person's variables; `HONE_MYPY=1` has the types of candidates checked
  ///   by the mypy of the interpreter
  public Python(Path cacheFolder, Progress progress, Map<String, String> environment) {
    this(
        cacheFolder,
        new PythonToolchain(
            cacheFolder, progress, "1".equals(environment.get(PythonToolchain.TYPES))),
        List.of());
  }

  private Python(Path cacheFolder, PythonToolchain toolchain, List<InstalledPackages> packages) {
    this.cacheFolder = cacheFolder;
    this.toolchain = toolchain;
    this.packages = List.copyOf(packages);
  }

  @Override
  public LanguageId id() {
    return LanguageId.PYTHON;
  }

  @Override
  public Idioms idioms() {
    return packages.stream().reduce(IDIOMS, Idioms::withPackages, (_, b) -> b);
  }

  @Override
  public FailureWords failureWords() {
    return new FailureWords("raises a ValueError", "raises ValueError");
  }

  @Override
  public Toolchain installed() {
    return toolchain.installed();
  }

  @Override
  public Toolchain toolchain() {
    Toolchain plain = toolchain.toolchain();
    return packages.isEmpty() ? plain : showing(plain);
  }

  @Override
  public Optional<String> firstUse() {
    return toolchain.firstUse();
  }

  private Toolchain showing(Toolchain plain) {
    List<Path> readOnly = new ArrayList<>(plain.readOnly());
    packages.forEach(one -> readOnly.add(one.folder()));
    Map<String, String> environment = new HashMap<>(plain.environment());
    // Libraries for numbers start a thread for each processor of the machine otherwise, more than
    // a box may have.
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    environment.put("MKL_NUM_THREADS", "1");
    return new Toolchain(plain.program(), plain.version(), readOnly, environment);
  }

  @Override
  public Optional<PackageClient> packageClient() {
    return Optional.of(
        new PythonPackages(
            toolchain,
            cacheFolder,
            installed -> new Python(cacheFolder, toolchain, List.of(installed))));
  }

  @Override
  public Optional<Invocation> gate(List<String> paths) {
    return Optional.of(new Invocation(command("gate.py", paths), ""));
  }

  @Override
  public List<Diagnostic> diagnostics(int exit, String output, String errors) {
    return Reports.faults(exit, output, errors);
  }

  @Override
  public List<String> testNames(SourceFile file) {
    return PythonNames.tests(file.content());
  }

  @Override
  public Optional<Fix> fix(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    return new PythonFixes(entryPoints, faults).of(code);
  }

  @Override
  public Invocation tests(List<String> testPaths, String mark) {
    String paths = String.join("\0", testPaths);
    return new Invocation(command("runner.py", List.of()), mark + "\n" + paths, true);
  }

  @Override
  public Optional<Invocation> program(List<String> paths, String input) {
    List<String> command = new ArrayList<>(interpreter());
    if (!packages.isEmpty()) {
      command.add("-c");
      command.add(BESIDE_PACKAGES);
    }
    command.add(paths.getFirst());
    packages.forEach(one -> command.add(one.folder().toString()));
    return Optional.of(new Invocation(command, input));
  }

  @Override
  public TestReport report(String output, String errors, String mark) {
    return Reports.tests(output, mark);
  }

  @Override
  public String testPath(String solutionPath, String origin) {
    int slash = solutionPath.lastIndexOf('/') + 1;
    String name = solutionPath.substring(slash).replaceFirst("\\.py$", "");
    return solutionPath.substring(0, slash) + "test_" + name + "_" + origin + ".py";
  }

  @Override
  public String importName(String solutionPath) {
    return PythonNames.module(solutionPath);
  }

  @Override
  public Optional<SourceFile> exampleTests(TestBrief brief) {
    return new PythonExamples(brief.solutionPath(), brief.entryPoints())
        .file(brief.examples())
        .map(content -> new SourceFile(brief.testPath(), content));
  }

  @Override
  public Optional<Observation> observation(SourceFile tests) {
    return PythonObservation.of(tests);
  }

  @Override
  public List<String> offeredNames(SourceFile file) {
    return PythonNames.offered(file.content());
  }

  @Override
  public SourceFile withFramework(SourceFile file) {
    boolean forgot =
        file.content().contains("pytest.") && !file.content().contains("import pytest");
    return forgot ? new SourceFile(file.path(), "import pytest\n" + file.content()) : file;
  }

  @Override
  public SourceFile mendedTests(SourceFile file, List<String> entryPoints) {
    SourceFile mended =
        fix(List.of(file), entryPoints, List.of()).map(fix -> fix.code().getFirst()).orElse(file);
    return withFramework(mended);
  }

  @Override
  public Project project(ProjectBrief brief) {
    return new PythonProject(brief).project();
  }

  @Override
  public SourceFile withoutTests(SourceFile file, Set<String> names) {
    return new SourceFile(file.path(), PythonNames.without(file.content(), names));
  }

  private List<String> command(String script, List<String> paths) {
    List<String> command = new ArrayList<>(interpreter());
    command.add(toolchain.script(script).toString());
    command.add(path());
    command.addAll(paths);
    return command;
  }

  private List<String> interpreter() {
    // No site module and no bytecode: what else is installed must not decide how a test ends, and
    // the folders are read-only. Not `-I`, which would ignore the fixed PYTHONHASHSEED.
    return List.of(toolchain.toolchain().program().toString(), "-s", "-S", "-B", "-X", "utf8");
  }

  /// The folder of the test runner, and behind it those of packages.
  private String path() {
    return Stream.concat(
            Stream.of(toolchain.site()), packages.stream().map(InstalledPackages::folder))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
