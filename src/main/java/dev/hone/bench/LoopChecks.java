package dev.hone.bench;

import dev.hone.language.Diagnostic;
import dev.hone.language.Idioms;
import dev.hone.language.Invocation;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.Toolchain;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// How the plain loop looks at code: pytest as it comes for Python, a syntax check for other
/// languages as far as Hone has one. All of it runs in the sandbox.
final class LoopChecks {
  private static final int MOST_CHARACTERS = 6_000;
  private static final String TESTS = "test_solution.py";

  private final Sandbox sandbox;
  private final Function<LanguageId, Optional<Language>> languages;
  private final Limits limits;

  /// Makes the checks.
  ///
  /// @param sandbox where everything runs
  /// @param languages the languages that Hone supports
  /// @param timeout the limit of each run
  LoopChecks(
      Sandbox sandbox, Function<LanguageId, Optional<Language>> languages, Duration timeout) {
    this.sandbox = sandbox;
    this.languages = languages;
    this.limits = Limits.defaults().withTime(timeout);
  }

  /// What a run showed.
  ///
  /// @param verdict passed, or what kept it from that
  /// @param output what the model is shown
  record Outcome(Verdict verdict, String output) {
    boolean passed() {
      return verdict instanceof Verdict.Passed;
    }
  }

  /// {@return the code in the file that the loop saves it in}
  SourceFile solution(LanguageId language, String code) {
    String usual = "solution." + ending(language);
    return new SourceFile(
        languages.apply(language).map(Language::idioms).map(Idioms::solutionPath).orElse(usual),
        code);
  }

  /// {@return what running the tests, or checking the syntax, showed}
  ///
  /// @param tests the tests; looked at for Python only
  /// @throws InterruptedException if the calling thread was interrupted
  Outcome run(LanguageId language, SourceFile code, String tests) throws InterruptedException {
    Optional<Language> supported = languages.apply(language);
    if (supported.isEmpty()) {
      return new Outcome(new Verdict.Passed(), "");
    }
    return language == LanguageId.PYTHON
        ? pytest(supported.get().toolchain(), code, tests)
        : gate(supported.get(), code);
  }

  private Outcome pytest(Toolchain python, SourceFile code, String tests)
      throws InterruptedException {
    Map<String, String> environment = new HashMap<>(python.environment());
    python.readOnly().stream()
        .filter(folder -> Files.isDirectory(folder.resolve("pytest")))
        .findFirst()
        .map(Path::toString)
        .ifPresent(site -> environment.put("PYTHONPATH", site));
    List<String> command = List.of(python.program().toString(), "-m", "pytest", "-q", TESTS);
    Execution execution =
        run(command, environment, python, List.of(code, new SourceFile(TESTS, tests)));
    return new Outcome(
        execution.exit() == 0 && execution.limit() == Limit.NONE
            ? new Verdict.Passed()
            : failed(execution, new Verdict.TestsFailed()),
        output(execution));
  }

  private Outcome gate(Language language, SourceFile code) throws InterruptedException {
    Optional<Invocation> gate = language.gate(List.of(code.path()));
    if (gate.isEmpty()) {
      return new Outcome(new Verdict.Passed(), "");
    }
    Toolchain toolchain = language.toolchain();
    Execution execution =
        run(gate.get().command(), toolchain.environment(), toolchain, List.of(code));
    List<Diagnostic> found =
        language.diagnostics(execution.exit(), execution.stdout(), execution.stderr());
    if (found.isEmpty() && execution.limit() == Limit.NONE) {
      return new Outcome(new Verdict.Passed(), "");
    }
    StringBuilder words = new StringBuilder();
    found.forEach(
        fault ->
            words
                .append("%s:%d: %s%n".formatted(fault.path(), fault.line(), fault.message()))
                .append(fault.sourceLine().isEmpty() ? "" : fault.sourceLine() + "\n"));
    return new Outcome(failed(execution, new Verdict.CompileError()), cut(words.toString()));
  }

  private Execution run(
      List<String> command,
      Map<String, String> environment,
      Toolchain toolchain,
      List<SourceFile> files)
      throws InterruptedException {
    try (Folder folder = Folder.make().with(files)) {
      return sandbox.run(
          new Job(command, environment, folder.path(), toolchain.readOnly(), "", limits));
    }
  }

  private static Verdict failed(Execution execution, Verdict otherwise) {
    return execution.limit() == Limit.NONE ? otherwise : CheckRunner.verdict(execution);
  }

  private String output(Execution execution) {
    String all = execution.stdout() + execution.stderr();
    return cut(
        execution.limit() == Limit.WALL
            ? all + "\nThe tests did not end within %d s.".formatted(limits.wall().toSeconds())
            : all);
  }

  // The whole report of many failures does not fit into the context of a small model.
  private static String cut(String text) {
    int half = MOST_CHARACTERS / 2;
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, half) + "\n[...]\n" + text.substring(text.length() - half);
  }

  private static String ending(LanguageId language) {
    return switch (language) {
      case PYTHON -> "py";
      case JAVASCRIPT -> "js";
      case TYPESCRIPT -> "ts";
      case JAVA -> "java";
      case GO -> "go";
      case RUST -> "rs";
      case C -> "c";
      case CPP -> "cpp";
    };
  }
}
