package dev.hone.language.typescript;

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
import dev.hone.language.node.Corrections;
import dev.hone.language.node.Exports;
import dev.hone.language.node.NodeExamples;
import dev.hone.language.node.NodeObservation;
import dev.hone.language.node.NodePackages;
import dev.hone.language.node.NodeProject;
import dev.hone.language.node.TestTitles;
import dev.hone.language.runner.Reports;
import dev.hone.language.syntax.SyntaxFaults;
import dev.hone.language.syntax.SyntaxNode;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.treesitter.TreeSitterTypescript;

/// TypeScript on Node.js 20.19 or later. One command checks the types of a test file and of all
/// that it loads as a plain `tsc` does, strips them, and runs the tests by the runner of Node.js.
public final class TypeScript implements Language {
  private static final Idioms IDIOMS =
      new Idioms(
          "solution.ts",
          ".ts",
          "typescript",
          "//",
          "node:test",
          "Write export before each function, class and type that is asked for, and a short comment. No tests, no demo code.",
          "Start with import test from 'node:test'; import assert from 'node:assert'; and"
              + " import { ... } from '{module}'. Write test('a plain text', () => { ... }) with"
              + " assert.strictEqual, assert.deepStrictEqual or assert.throws, and do not define the"
              + " tested code again.");

  private final Path cacheFolder;
  private final TypeScriptToolchain toolchain;
  private final List<InstalledPackages> packages;

  /// Makes the language; nothing is looked for yet.
  ///
  /// @param cacheFolder where the compiler and the scripts of the test runner are kept
  /// @param progress is told when the compiler is fetched
  public TypeScript(Path cacheFolder, Progress progress) {
    this(cacheFolder, new TypeScriptToolchain(cacheFolder, progress), List.of());
  }

  private TypeScript(
      Path cacheFolder, TypeScriptToolchain toolchain, List<InstalledPackages> packages) {
    this.cacheFolder = cacheFolder;
    this.toolchain = toolchain;
    this.packages = List.copyOf(packages);
  }

  @Override
  public LanguageId id() {
    return LanguageId.TYPESCRIPT;
  }

  @Override
  public FailureWords failureWords() {
    return new FailureWords("throws a RangeError", "throws RangeError");
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
    return NodePackages.showing(toolchain.toolchain(), packages);
  }

  @Override
  public Optional<String> firstUse() {
    return toolchain.firstUse();
  }

  @Override
  public Optional<PackageClient> packageClient() {
    return Optional.of(
        new NodePackages(
            toolchain.node(),
            cacheFolder,
            true,
            installed -> new TypeScript(cacheFolder, toolchain, List.of(installed))));
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
    return TestTitles.of(tree(file));
  }

  @Override
  public Optional<String> testAt(SourceFile file, int line) {
    return TestTitles.at(tree(file), line);
  }

  @Override
  public boolean testsBuild() {
    return true;
  }

  @Override
  public List<Diagnostic> syntaxFaults(SourceFile file) {
    return SyntaxFaults.of(new TreeSitterTypescript(), file);
  }

  @Override
  public Optional<Fix> fix(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    return Corrections.of(code, entryPoints, faults);
  }

  @Override
  public Invocation tests(List<String> testPaths, String mark) {
    return new Invocation(command("test", testPaths), mark + "\n");
  }

  @Override
  public Optional<Invocation> program(List<String> paths, String input) {
    return Optional.of(new Invocation(command("run", List.of(paths.getFirst())), input));
  }

  @Override
  public TestReport report(String output, String errors, String mark) {
    return Reports.tests(output, mark);
  }

  @Override
  public String testPath(String solutionPath, String origin) {
    return withoutEnding(solutionPath) + "." + origin + ".test.ts";
  }

  @Override
  public String importName(String solutionPath) {
    return "./" + withoutEnding(solutionPath.substring(solutionPath.lastIndexOf('/') + 1));
  }

  @Override
  public Optional<SourceFile> exampleTests(TestBrief brief) {
    return NodeExamples.typeScript(brief, importName(brief.solutionPath()));
  }

  @Override
  public Optional<Observation> observation(SourceFile tests) {
    return NodeObservation.of(tests, new TreeSitterTypescript());
  }

  @Override
  public List<String> offeredNames(SourceFile file) {
    return Exports.of(tree(file));
  }

  @Override
  public Project project(ProjectBrief brief) {
    return NodeProject.typeScript(brief);
  }

  @Override
  public SourceFile withoutTests(SourceFile file, Set<String> names) {
    return new SourceFile(file.path(), TestTitles.without(tree(file), file.content(), names));
  }

  private static SyntaxNode tree(SourceFile file) {
    return SyntaxNode.parse(new TreeSitterTypescript(), file.content());
  }

  private static String withoutEnding(String path) {
    return path.replaceFirst("\\.[mc]?tsx?$", "");
  }

  private List<String> command(String mode, List<String> paths) {
    return Stream.of(toolchain.checker(), List.of(mode), paths).flatMap(List::stream).toList();
  }
}
