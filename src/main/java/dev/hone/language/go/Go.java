package dev.hone.language.go;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.treesitter.TreeSitterGo;

/// Go 1.21 or later, tested by package testing. A run calls compiler and linker directly, against
/// archives of the standard library that were built once, and of packages that were fetched. Tests
/// may stand in the package under test or beside it, and the code may have packages in subfolders,
/// with a go.mod or without.
public final class Go implements Language {
  private static final Idioms IDIOMS =
      new Idioms(
          "solution.go",
          ".go",
          "go",
          "//",
          "testing",
          "Start the file with `package solution` and write a doc comment. No tests, no demo code.",
          "Start with `package {module}` and import \"testing\" and every other package that you"
              + " use. Write functions TestXxx(t *testing.T), each with one or two checks such as"
              + " `if got := F(1); got != 2 { t.Errorf(\"F(1) = %v, want 2\", got) }`; compare"
              + " slices and maps with reflect.DeepEqual. The tests stand in the same package: do"
              + " not import it and do not define the tested code again.");

  // Of these a test means the package, and hardly a variable of the code that it cannot see.
  private static final Set<String> TEST_PACKAGES =
      Set.of(
          "bytes", "errors", "fmt", "math", "os", "reflect", "slices", "sort", "strconv", "strings",
          "sync", "testing", "time");

  private final Path cacheFolder;
  private final GoToolchain toolchain;
  private final List<InstalledPackages> packages;

  /// Makes the language; nothing is looked for yet.
  ///
  /// @param cacheFolder where the standard library's archives and the test runner are kept
  /// @param progress is told when they are built
  public Go(Path cacheFolder, Progress progress) {
    this(cacheFolder, new GoToolchain(cacheFolder, progress), List.of());
  }

  private Go(Path cacheFolder, GoToolchain toolchain, List<InstalledPackages> packages) {
    this.cacheFolder = cacheFolder;
    this.toolchain = toolchain;
    this.packages = List.copyOf(packages);
  }

  @Override
  public LanguageId id() {
    return LanguageId.GO;
  }

  @Override
  public FailureWords failureWords() {
    return new FailureWords("returns an error", "returns an error");
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
    Toolchain plain = toolchain.toolchain();
    return packages.isEmpty() ? plain : showing(plain, packages.getFirst());
  }

  private static Toolchain showing(Toolchain plain, InstalledPackages packages) {
    Map<String, String> environment = new HashMap<>(plain.environment());
    environment.put(GoModules.FOLDER, packages.folder().toString());
    return new Toolchain(plain.program(), plain.version(), plain.readOnly(), environment)
        .with(List.of(packages.folder()));
  }

  @Override
  public Optional<PackageClient> packageClient() {
    return Optional.of(
        new GoModules(
            toolchain,
            cacheFolder,
            installed -> new Go(cacheFolder, toolchain, List.of(installed))));
  }

  @Override
  public Optional<String> firstUse() {
    return toolchain.firstUse();
  }

  @Override
  public Optional<Invocation> gate(List<String> paths) {
    return Optional.of(new Invocation(command("gate", paths), ""));
  }

  @Override
  public List<Diagnostic> diagnostics(int exit, String output, String errors) {
    return Reports.faults(exit, output, errors);
  }

  @Override
  public boolean testsBuild() {
    return true;
  }

  @Override
  public List<Diagnostic> syntaxFaults(SourceFile file) {
    return SyntaxFaults.of(new TreeSitterGo(), file);
  }

  @Override
  public List<String> testNames(SourceFile file) {
    return GoNames.tests(file.content());
  }

  @Override
  public Optional<String> testAt(SourceFile file, int line) {
    return GoNames.testAt(file.content(), line);
  }

  @Override
  public List<Diagnostic> signatureFaults(List<SourceFile> code, List<String> signatures) {
    return GoSignatures.faults(code, signatures);
  }

  @Override
  public Optional<Fix> fix(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    return new GoFixes(code, entryPoints).fix(faults);
  }

  @Override
  public Invocation tests(List<String> testPaths, String mark) {
    return new Invocation(command("tests", testPaths), mark + "\n");
  }

  @Override
  public Optional<Invocation> program(List<String> paths, String input) {
    return Optional.of(new Invocation(command("run", paths), input));
  }

  @Override
  public TestReport report(String output, String errors, String mark) {
    return Reports.tests(output, mark);
  }

  @Override
  public String testPath(String solutionPath, String origin) {
    return solutionPath.replaceFirst("\\.go$", "") + "_" + origin + "_test.go";
  }

  /// {@return the package's name: tests stand in the package and import nothing}
  @Override
  public String importName(String solutionPath) {
    Path folder = Path.of(solutionPath).getParent();
    String name = folder == null ? "solution" : folder.getFileName().toString();
    return name.matches("[a-z_]\\w*") ? name : "solution";
  }

  @Override
  public Optional<SourceFile> exampleTests(TestBrief brief) {
    return new GoExamples(brief, importName(brief.solutionPath()))
        .file()
        .map(content -> new SourceFile(brief.testPath(), content));
  }

  @Override
  public Optional<Observation> observation(SourceFile tests) {
    return GoObservation.of(tests);
  }

  @Override
  public SourceFile asGenerated(SourceFile examples) {
    return new SourceFile(
        examples.path(), examples.content().replace("func TestExample", "func TestGenerated"));
  }

  @Override
  public List<String> offeredNames(SourceFile file) {
    return GoNames.offered(file.content());
  }

  @Override
  public SourceFile withFramework(SourceFile file) {
    return new SourceFile(
        file.path(), new GoCleanup(List.of()).withImports(file.content(), TEST_PACKAGES::contains));
  }

  @Override
  public Project project(ProjectBrief brief) {
    return new GoProject(brief).project();
  }

  @Override
  public SourceFile withoutTests(SourceFile file, Set<String> names) {
    return new SourceFile(file.path(), GoNames.without(file.content(), names));
  }

  private List<String> command(String word, List<String> paths) {
    List<String> command = new ArrayList<>(List.of(toolchain.runner().toString(), word));
    command.addAll(paths);
    return command;
  }
}
