package dev.hone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.Project;
import dev.hone.language.SourceFile;
import dev.hone.language.ToolchainException;
import dev.hone.model.ScriptedModel;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Result;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Projects of a scripted model's code, tested in the sandbox by the command that their README
/// names: it passes, and no longer passes once the code is wrong.
class ProjectIT {
  private static final Limits LIMITS =
      Limits.defaults()
          .withTime(Duration.ofMinutes(4))
          .withMemory(3L << 30)
          .withProcesses(512)
          .withOpenFiles(1024)
          .withFileSize(512L << 20)
          .withDisk(2L << 30);

  @TempDir Path home;

  private record Case(LanguageId language, String text, String code, String further) {}

  private static Stream<Case> cases() {
    return Stream.of(
        new Case(
            LanguageId.PYTHON,
            "Write a Python function triple(n: int) -> int that triples n. triple(2) == 6",
            "def triple(n):\n    return n * 3\n",
            "triple(3) == 9"),
        new Case(
            LanguageId.JAVASCRIPT,
            "Write a JavaScript function triple(n) that triples n. triple(2) === 6",
            "function triple(n) {\n  return n * 3;\n}\nmodule.exports = { triple };\n",
            "triple(3) === 9"),
        new Case(
            LanguageId.TYPESCRIPT,
            "Write a TypeScript function triple(n: number): number that triples n. triple(2) === 6",
            "export function triple(n: number): number {\n  return n * 3;\n}\n",
            "triple(3) === 9"),
        new Case(
            LanguageId.JAVA,
            "Write a Java method static int triple(int n) that triples n. triple(2) == 6",
            "public class Solution {\n  public static int triple(int n) {\n    return n * 3;\n  }\n}\n",
            "triple(3) == 9"),
        new Case(
            LanguageId.GO,
            "Write a Go function func Triple(n int) int that triples n. Triple(2) == 6",
            "package solution\n\n// Triple triples n.\nfunc Triple(n int) int {\n\treturn n * 3\n}\n",
            "Triple(3) == 9"),
        new Case(
            LanguageId.RUST,
            "Write a Rust function fn triple(n: i32) -> i32 that triples n. triple(2) == 6",
            "pub fn triple(n: i32) -> i32 {\n    n * 3\n}\n",
            "triple(3) == 9"),
        new Case(
            LanguageId.C,
            "Write a C function int triple(int n) that triples n. triple(2) == 6",
            "int triple(int n) {\n  return n * 3;\n}\n",
            "triple(3) == 9"),
        new Case(
            LanguageId.CPP,
            "Write a C++ function int triple(int n) that triples n. triple(2) == 6",
            "int triple(int n) {\n  return n * 3;\n}\n",
            "triple(3) == 9"));
  }

  @TestFactory
  Stream<DynamicTest> theUsualCommandRunsTheTests() {
    return cases().map(one -> DynamicTest.dynamicTest(one.language().id(), () -> runs(one)));
  }

  private void runs(Case one) throws Exception {
    String code = "```%s\n%s```\n".formatted(one.language().id(), one.code());
    try (Hone hone = hone()) {
      Result result = solved(hone, one.text(), code, one.further(), code, code, code);
      Project project = hone.project(result);
      Path folder = Files.createDirectory(home.resolve(one.language().id()));
      write(folder, project);
      Language language = hone.language(one.language()).orElseThrow();

      Execution right = run(hone, language, folder, command(language, folder, project));
      String main = project.code().getFirst().path();
      Files.writeString(folder.resolve(main), one.code().replace("* 3", "* 4"));
      Execution wrong = run(hone, language, folder, command(language, folder, project));

      assertThat(result.passed()).isTrue();
      assertThat(project.leftOut()).isEmpty();
      assertThat(right.exit()).as(right.stdout() + right.stderr()).isZero();
      assertThat(wrong.exit()).as(wrong.stdout() + wrong.stderr()).isNotZero();
      assertThat(wrong.stdout() + wrong.stderr()).contains("8");
    }
  }

  @Test
  void aProgramRunsByTheCommandOfItsProject() throws Exception {
    try (Hone hone = hone()) {
      Result result =
          solved(
              hone,
              "Write a Python program that reads a number from standard input and prints its double.\nInput: 4\nOutput: 8\n",
              "```python\nprint(int(input()) * 2)\n```\n");
      Project project = hone.project(result);
      Path folder = Files.createDirectory(home.resolve("program"));
      write(folder, project);
      Language python = hone.language(LanguageId.PYTHON).orElseThrow();

      Execution run = run(hone, python, folder, "echo 21 | " + project.commands().run());

      assertThat(project.commands().test()).isEmpty();
      assertThat(run.stdout()).isEqualTo("42\n");
    }
  }

  @Test
  void aFileThatWasGivenToBeReadIsThereToBeImported() throws Exception {
    SourceFile rates = new SourceFile("rates.py", "TRIPLE = 3\n");
    try (Hone hone = hone()) {
      Result result =
          solved(
              hone,
              new Requirement(
                  "Write a Python function triple(n: int) -> int that triples n. triple(2) == 6",
                  "",
                  List.of(),
                  List.of(),
                  List.of(rates, new SourceFile("notes.txt", "none\n"))),
              "```python\nfrom rates import TRIPLE\n\n\ndef triple(n):\n    return n * TRIPLE\n```\n",
              "triple(3) == 9");
      Project project = hone.project(result);
      Path folder = Files.createDirectory(home.resolve("context"));
      write(folder, project);
      Language python = hone.language(LanguageId.PYTHON).orElseThrow();

      Execution run = run(hone, python, folder, command(python, folder, project));

      assertThat(project.code())
          .extracting(SourceFile::path)
          .containsExactly("src/solution.py", "src/rates.py");
      assertThat(run.exit()).as(run.stdout() + run.stderr()).isZero();
    }
  }

  private static Hone hone() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putIfAbsent("HONE_HOME", Path.of("target", "toolchains").toString());
    return Hone.create(environment, Progress.silent());
  }

  private static Result solved(Hone hone, String text, String... replies)
      throws InterruptedException {
    return solved(hone, new Requirement(text, "", List.of()), replies);
  }

  private static Result solved(Hone hone, Requirement requirement, String... replies)
      throws InterruptedException {
    try {
      return hone.solve(
          new SolveRequest(
              requirement, 3, 0, Duration.ofSeconds(60), Set.of(), Basis.GIVEN, "", List.of()),
          new ScriptedModel(replies));
    } catch (ToolchainException e) {
      return Assumptions.abort(String.valueOf(e.getMessage()));
    }
  }

  private static void write(Path folder, Project project) throws IOException {
    List<SourceFile> all =
        Stream.of(project.code(), project.tests(), project.support(), project.build())
            .flatMap(List::stream)
            .toList();
    for (SourceFile file : all) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.content());
    }
  }

  /// The command of the project, told where to find what its preparation would have fetched.
  private static String command(Language language, Path folder, Project project)
      throws IOException {
    String command = project.commands().test();
    return switch (language.id()) {
      case PYTHON -> "PYTHONPATH=%s %s".formatted(shown(language, "pytest"), command);
      case TYPESCRIPT -> typeScript(language, folder);
      case JAVA -> java(folder);
      case RUST -> command + " --offline";
      case JAVASCRIPT, GO, C, CPP -> command;
    };
  }

  private static Path shown(Language language, String content) {
    return language.toolchain().readOnly().stream()
        .filter(folder -> Files.isDirectory(folder.resolve(content)))
        .findFirst()
        .orElseThrow();
  }

  private static String typeScript(Language language, Path folder) throws IOException {
    Path modules = shown(language, "typescript");
    String script =
        Files.readString(folder.resolve("package.json"))
            .split("\"test\": \"", 2)[1]
            .split("\"", 2)[0];
    return script.replace(
        "tsc &&", "node %1$s/typescript/bin/tsc --typeRoots %1$s/@types &&".formatted(modules));
  }

  /// Maven would fetch its plugins: the compiler and JUnit are called as it calls them.
  private static String java(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("Run.java"),
        """
        import org.junit.platform.engine.discovery.DiscoverySelectors;
        import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
        import org.junit.platform.launcher.core.LauncherFactory;
        import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

        class Run {
          public static void main(String[] classes) {
            var summary = new SummaryGeneratingListener();
            var request = LauncherDiscoveryRequestBuilder.request();
            for (String name : classes) {
              request.selectors(DiscoverySelectors.selectClass(name));
            }
            LauncherFactory.create().execute(request.build(), summary);
            summary.getSummary().printFailuresTo(new java.io.PrintWriter(System.out));
            System.exit(summary.getSummary().getTestsSucceededCount() == classes.length ? 0 : 1);
          }
        }
        """);
    return "javac -d out -cp $JARS $(find src -name '*.java') Run.java"
        + " && java -cp out:$JARS Run $(cd src/test/java && ls *.java | sed 's/.java$//')";
  }

  private static List<Path> jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.matches(".*(?:junit|opentest4j|apiguardian|jspecify)[^/]*\\.jar"))
        .map(Path::of)
        .toList();
  }

  private static Execution run(Hone hone, Language language, Path folder, String command)
      throws InterruptedException {
    Map<String, String> environment = new HashMap<>(language.toolchain().environment());
    List<Path> readOnly = new ArrayList<>(language.toolchain().readOnly());
    readOnly.addAll(jars());
    environment.put("JARS", jars().stream().map(Path::toString).collect(Collectors.joining(":")));
    return hone.sandbox()
        .run(new Job(List.of("/bin/sh", "-c", command), environment, folder, readOnly, "", LIMITS));
  }
}
