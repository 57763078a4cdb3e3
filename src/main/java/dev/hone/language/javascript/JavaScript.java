package dev.hone.language.javascript;

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
import dev.hone.language.node.NodeToolchain;
import dev.hone.language.node.TestTitles;
import dev.hone.language.runner.Reports;
import dev.hone.language.syntax.SyntaxNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.treesitter.TreeSitterJavascript;

/// JavaScript on Node.js 20.19 or later, tested by `node --test`. CommonJS and ES modules are read
/// alike in a `.js` file, as Node does. A test's name is the path of its titles, such as `outer >
/// inner`; a test whose title is computed has no name before it runs, and is not among {@link
/// #testNames}.
public final class JavaScript implements Language {
  private static final Idioms IDIOMS =
      new Idioms(
          "solution.js",
          ".js",
          "javascript",
          "//",
          "node:test",
          "Write a short JSDoc comment and end the file with module.exports = { ... } naming what is asked for. No tests, no demo code.",
          "Start with const test = require('node:test'); const assert = require('node:assert'); and"
              + " const { ... } = require('{module}'). Write test('a plain text', () => { ... })"
              + " with assert.strictEqual, assert.deepStrictEqual or assert.throws, and do not"
              + " define the tested code again.");

  private final Path cacheFolder;
  private final NodeToolchain toolchain;
  private final List<InstalledPackages> packages;

  /// Makes the language; nothing is looked for yet.
  ///
  /// @param cacheFolder where the scripts of the test runner are kept
  public JavaScript(Path cacheFolder) {
    this(cacheFolder, new NodeToolchain(cacheFolder), List.of());
  }

  private JavaScript(Path cacheFolder, NodeToolchain toolchain, List<InstalledPackages> packages) {
    this.cacheFolder = cacheFolder;
    this.toolchain = toolchain;
    this.packages = List.copyOf(packages);
  }

  @Override
  public LanguageId id() {
    return LanguageId.JAVASCRIPT;
  }

  @Override
  public Idioms idioms() {
    return packages.stream().reduce(IDIOMS, Idioms::withPackages, (_, b) -> b);
  }

  @Override
  public FailureWords failureWords() {
    return new FailureWords("throws a RangeError", "throws RangeError");
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
  public Optional<PackageClient> packageClient() {
    return Optional.of(
        new NodePackages(
            toolchain,
            cacheFolder,
            false,
            installed -> new JavaScript(cacheFolder, toolchain, List.of(installed))));
  }

  @Override
  public Optional<Invocation> gate(List<String> paths) {
    List<String> command = new ArrayList<>();
    command.add(toolchain().program().toString());
    command.add("--no-warnings");
    command.add("--experimental-vm-modules");
    command.add(toolchain.script("gate.mjs").toString());
    command.addAll(paths);
    return Optional.of(new Invocation(command, ""));
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
  public Optional<Fix> fix(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    return Corrections.of(code, entryPoints, faults);
  }

  @Override
  public Invocation tests(List<String> testPaths, String mark) {
    List<String> command = new ArrayList<>();
    command.add(toolchain().program().toString());
    command.add(toolchain.script("run.cjs").toString());
    command.addAll(testPaths);
    return new Invocation(command, mark + "\n");
  }

  @Override
  public Optional<Invocation> program(List<String> paths, String input) {
    return Optional.of(
        new Invocation(List.of(toolchain().program().toString(), paths.getFirst()), input));
  }

  @Override
  public TestReport report(String output, String errors, String mark) {
    return Reports.tests(output, mark);
  }

  @Override
  public String testPath(String solutionPath, String origin) {
    int dot = solutionPath.lastIndexOf('.');
    int end = dot > solutionPath.lastIndexOf('/') ? dot : solutionPath.length();
    String extension = solutionPath.endsWith(".mjs") ? ".mjs" : ".js";
    return solutionPath.substring(0, end) + "." + origin + ".test" + extension;
  }

  @Override
  public String importName(String solutionPath) {
    return "./" + solutionPath.substring(solutionPath.lastIndexOf('/') + 1);
  }

  @Override
  public Optional<SourceFile> exampleTests(TestBrief brief) {
    return NodeExamples.javaScript(brief);
  }

  @Override
  public Optional<Observation> observation(SourceFile tests) {
    return NodeObservation.of(tests, new TreeSitterJavascript());
  }

  @Override
  public List<String> offeredNames(SourceFile file) {
    return Exports.of(tree(file));
  }

  @Override
  public Project project(ProjectBrief brief) {
    return NodeProject.javaScript(brief);
  }

  @Override
  public SourceFile withoutTests(SourceFile file, Set<String> names) {
    return new SourceFile(file.path(), TestTitles.without(tree(file), file.content(), names));
  }

  private static SyntaxNode tree(SourceFile file) {
    return SyntaxNode.parse(new TreeSitterJavascript(), file.content());
  }
}
