package dev.hone.language.rust;

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
import dev.hone.language.runner.BuiltProgram;
import dev.hone.language.syntax.SyntaxFaults;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.treesitter.TreeSitterRust;

/// Rust of the edition 2021, or the one that a `Cargo.toml` names, tested by the compiler's
/// built-in tests without cargo. Code sees the standard library, its own files and crates that were
/// fetched. A test's name is its path in the test file, such as `tests::adds`.
public final class Rust implements Language {
  private static final String ENDING = ".rs";
  private static final Idioms IDIOMS =
      new Idioms(
          "solution.rs",
          ENDING,
          "rust",
          "//",
          "Rust's built-in tests",
          "Make everything that is asked for `pub` and write a short doc comment. No tests, no demo code.",
          "Start with `use {module}::*;`. Write functions with #[test], each with one or two"
              + " assert_eq! or assert!, with arguments of exactly the types of the signature"
              + " (String::from or &str, vec! or &[...]). Do not define the tested code again, no"
              + " `mod`, no main.");

  private final Path cacheFolder;
  private final RustToolchain toolchain;
  private final List<InstalledPackages> packages;

  /// Makes the language; nothing is looked for yet.
  ///
  /// @param cacheFolder where the script that runs tests is kept
  /// @param progress is told of what is prepared, which for Rust is nothing
  public Rust(Path cacheFolder, Progress progress) {
    this(cacheFolder, new RustToolchain(cacheFolder), List.of());
  }

  private Rust(Path cacheFolder, RustToolchain toolchain, List<InstalledPackages> packages) {
    this.cacheFolder = cacheFolder;
    this.toolchain = toolchain;
    this.packages = List.copyOf(packages);
  }

  @Override
  public LanguageId id() {
    return LanguageId.RUST;
  }

  @Override
  public FailureWords failureWords() {
    return new FailureWords("returns an Err", "returns Err");
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
    environment.put(RustCrates.FOLDER, packages.folder().toString());
    return new Toolchain(plain.program(), plain.version(), plain.readOnly(), environment)
        .with(List.of(packages.folder()));
  }

  @Override
  public Optional<PackageClient> packageClient() {
    return Optional.of(
        new RustCrates(
            toolchain,
            cacheFolder,
            installed -> new Rust(cacheFolder, toolchain, List.of(installed))));
  }

  @Override
  public Optional<Invocation> gate(List<String> paths) {
    return Optional.of(new Invocation(command("check", paths), ""));
  }

  @Override
  public List<Diagnostic> diagnostics(int exit, String output, String errors) {
    if (exit == 0) {
      return List.of();
    }
    List<Diagnostic> found = RustMessages.read(errors);
    String last = errors.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b).strip();
    String message = last.isEmpty() ? "the compiler ended with exit code " + exit : last;
    return found.isEmpty() ? List.of(new Diagnostic("", 0, 0, "", message, "")) : found;
  }

  @Override
  public boolean testsBuild() {
    return true;
  }

  @Override
  public List<String> testNames(SourceFile file) {
    return RustNames.tests(file.content());
  }

  @Override
  public Optional<String> testAt(SourceFile file, int line) {
    return RustNames.testAt(file.content(), line);
  }

  @Override
  public List<Diagnostic> syntaxFaults(SourceFile file) {
    return SyntaxFaults.of(new TreeSitterRust(), file);
  }

  @Override
  public List<Diagnostic> signatureFaults(List<SourceFile> code, List<String> signatures) {
    return RustSignatures.faults(code, signatures);
  }

  @Override
  public Optional<Fix> fix(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    return RustFixes.of(code, new RustFixes.Asked(entryPoints, faults));
  }

  @Override
  public Invocation tests(List<String> testPaths, String mark) {
    return new Invocation(command("test", testPaths), mark + "\n");
  }

  @Override
  public Optional<Invocation> program(List<String> paths, String input) {
    List<String> arguments =
        List.of(
            "--edition", "2021", "-Awarnings", "-Cdebuginfo=0", "-Copt-level=1", paths.getFirst());
    return Optional.of(BuiltProgram.command(toolchain().program(), arguments, input));
  }

  @Override
  public TestReport report(String output, String errors, String mark) {
    return RustReport.read(output, errors, mark);
  }

  @Override
  public String testPath(String solutionPath, String origin) {
    int slash = solutionPath.lastIndexOf('/') + 1;
    String folder = solutionPath.startsWith("src/") ? "tests/" : solutionPath.substring(0, slash);
    String name = solutionPath.substring(slash).replaceFirst("\\.rs$", "");
    return folder + name + "_" + origin + "_test" + ENDING;
  }

  @Override
  public String importName(String solutionPath) {
    String stem = stem(solutionPath);
    return stem.equals("lib") || stem.equals("main") ? "super" : "super::" + stem;
  }

  @Override
  public Optional<SourceFile> exampleTests(TestBrief brief) {
    return new RustExamples(brief, importName(brief.solutionPath()))
        .file()
        .map(content -> new SourceFile(brief.testPath(), content));
  }

  @Override
  public Optional<Observation> observation(SourceFile tests) {
    return RustObservation.of(tests);
  }

  @Override
  public List<String> offeredNames(SourceFile file) {
    return RustNames.offered(file.content());
  }

  @Override
  public SourceFile withFramework(SourceFile file) {
    return TestImports.mended(file);
  }

  @Override
  public Project project(ProjectBrief brief) {
    return new RustProject(brief).project();
  }

  @Override
  public SourceFile withoutTests(SourceFile file, Set<String> names) {
    return new SourceFile(file.path(), RustNames.without(file.content(), names));
  }

  private static String stem(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.rs$", "").replace('-', '_');
  }

  private List<String> command(String mode, List<String> paths) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", toolchain.runner().toString(), mode));
    command.add(toolchain().program().toString());
    command.addAll(paths);
    return command;
  }
}
