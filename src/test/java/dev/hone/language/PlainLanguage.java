package dev.hone.language;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A language made up for tests of what stands around languages. A line `offer NAME` in code offers
/// a name, a line `test NAME` is a test. The report has a line `NAME STATE` for each test, and the
/// mark at its end. A line `!PATH LINE` in it is a fault of the compiler. A rule corrects a word
/// `typo` in code before it ran, and the word `fault` after the compiler refused it.
public final class PlainLanguage implements Language {
  private final boolean testsBuild;
  private final List<PackageClient> clients;

  /// Makes a language with a gate before its tests.
  public PlainLanguage() {
    this(false);
  }

  /// Makes a language.
  ///
  /// @param testsBuild whether its test command compiles
  public PlainLanguage(boolean testsBuild) {
    this(testsBuild, List.of());
  }

  private PlainLanguage(boolean testsBuild, List<PackageClient> clients) {
    this.testsBuild = testsBuild;
    this.clients = clients;
  }

  /// {@return the same language with packages}
  ///
  /// @param client brings them
  public PlainLanguage with(PackageClient client) {
    return new PlainLanguage(testsBuild, List.of(client));
  }

  @Override
  public Optional<PackageClient> packageClient() {
    return clients.stream().findFirst();
  }

  @Override
  public boolean testsBuild() {
    return testsBuild;
  }

  @Override
  public Optional<String> testAt(SourceFile file, int line) {
    return file.content()
        .lines()
        .skip(line - 1L)
        .limit(1)
        .filter(text -> text.startsWith("test "))
        .map(text -> text.substring("test ".length()))
        .findFirst();
  }

  /// Every word of a signature must stand in the code.
  @Override
  public List<Diagnostic> signatureFaults(List<SourceFile> code, List<String> signatures) {
    String text = code.getFirst().content();
    return signatures.stream()
        .filter(signature -> !text.contains(signature))
        .map(asked -> new Diagnostic("solution.py", 1, 1, "signature", "asked: " + asked, text))
        .toList();
  }

  @Override
  public Optional<Fix> fix(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    String wrong = faults.isEmpty() ? "typo" : "fault";
    SourceFile file = code.getFirst();
    return file.content().contains(wrong)
        ? Optional.of(
            new Fix(
                List.of("no-" + wrong),
                List.of(new SourceFile(file.path(), file.content().replace(wrong, "right")))))
        : Optional.empty();
  }

  @Override
  public LanguageId id() {
    return LanguageId.PYTHON;
  }

  @Override
  public Idioms idioms() {
    return new Idioms(
        "solution.py", ".py", "python", "#", "plaintest", "Be plain.", "Use {module}.");
  }

  @Override
  public Toolchain toolchain() {
    return new Toolchain(Path.of("/usr/bin/plain"), "1.0", List.of(), Map.of());
  }

  @Override
  public Optional<Invocation> gate(List<String> paths) {
    return Optional.of(new Invocation(List.of("plain", "check"), ""));
  }

  @Override
  public List<Diagnostic> diagnostics(int exit, String output, String errors) {
    return exit == 0
        ? List.of()
        : List.of(new Diagnostic("solution.py", 3, 1, "SyntaxError", output, "x = ="));
  }

  @Override
  public List<String> testNames(SourceFile file) {
    return named("test ", file);
  }

  @Override
  public Invocation tests(List<String> testPaths, String mark) {
    return new Invocation(List.of("plain", "test"), mark);
  }

  @Override
  public TestReport report(String output, String errors, String mark) {
    List<TestReport.Case> cases =
        output
            .lines()
            .map(line -> line.split(" "))
            .filter(words -> words.length == 2 && !words[0].startsWith("!"))
            .map(words -> new TestReport.Case(words[0], TestReport.State.valueOf(words[1]), ""))
            .toList();
    List<Diagnostic> faults =
        errors.isEmpty() ? List.of() : List.of(new Diagnostic("", 0, 0, "", errors, ""));
    List<Diagnostic> refused =
        output
            .lines()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1).split(" "))
            .map(words -> new Diagnostic(words[0], Integer.parseInt(words[1]), 0, "", "no", ""))
            .toList();
    return new TestReport(cases, faults, refused, output.lines().anyMatch(mark::equals));
  }

  @Override
  public String testPath(String solutionPath, String origin) {
    return "test_" + origin + ".py";
  }

  @Override
  public String importName(String solutionPath) {
    return solutionPath;
  }

  @Override
  public Optional<SourceFile> exampleTests(TestBrief brief) {
    return brief.examples().isEmpty()
        ? Optional.empty()
        : Optional.of(new SourceFile(brief.testPath(), "test test_example_1\n"));
  }

  @Override
  public List<String> offeredNames(SourceFile file) {
    return named("offer ", file);
  }

  @Override
  public Project project(ProjectBrief brief) {
    return new Project(
        brief.code(),
        brief.tests(),
        List.of(),
        List.of(new SourceFile("build.txt", brief.name() + "\n")),
        new Project.Commands("plain get", "plain test", brief.program() ? "plain run" : ""),
        List.of());
  }

  @Override
  public SourceFile withoutTests(SourceFile file, Set<String> names) {
    String kept =
        file.content()
            .lines()
            .filter(line -> !names.contains(line.replace("test ", "")))
            .collect(Collectors.joining("\n", "", "\n"));
    return new SourceFile(file.path(), kept);
  }

  private static List<String> named(String word, SourceFile file) {
    return Arrays.stream(file.content().split("\n", -1))
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()))
        .toList();
  }
}
