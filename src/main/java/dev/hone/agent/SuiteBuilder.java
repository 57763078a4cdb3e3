package dev.hone.agent;

import dev.hone.candidate.Candidate;
import dev.hone.failure.UsageException;
import dev.hone.language.Diagnostic;
import dev.hone.language.Example;
import dev.hone.language.SourceFile;
import dev.hone.model.Reply;
import dev.hone.model.Sampling;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.Fitting;
import dev.hone.suite.GivenTests;
import dev.hone.suite.Origin;
import dev.hone.suite.OutputPredictor;
import dev.hone.suite.ProgramTests;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import dev.hone.suite.TestWriter;
import dev.hone.verdict.Judge;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.TestOutcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the suite of a run: what was given, then generated tests that compile and that the scan
/// lets through.
final class SuiteBuilder {
  private final Judge judge;
  private final Asker asker;
  private final Progress progress;

  SuiteBuilder(Judge judge, Asker asker, Progress progress) {
    this.judge = judge;
    this.asker = asker;
    this.progress = progress;
  }

  /// {@return the given tests}
  ///
  /// @throws UsageException if a test file of the person does not compile
  Suite given(Task task) throws InterruptedException {
    List<TestFile> given =
        new GivenTests(task.language())
            .of(task.requirement(), task.plan()).stream()
                .filter(file -> file.origin() != Origin.TEXT || task.settings().has(Piece.EXAMPLES))
                .toList();
    for (SourceFile own : task.requirement().ownTests()) {
      List<Diagnostic> faults = compile(own, task);
      if (!faults.isEmpty()) {
        Diagnostic first = faults.getFirst();
        throw new UsageException(
            "%s:%d does not compile: %s; correct it, or leave it out of --tests"
                .formatted(own.path(), first.line(), first.message()));
      }
    }
    return new Suite(given);
  }

  /// {@return the given tests and those that the model writes from the requirement; of a program
  /// only where none was given} A small model is asked for values where calls can be made of given
  /// examples, and for whole tests elsewhere.
  ///
  /// @param code code that passes what was given; empty where there is none yet
  Suite complete(Task task, Suite given, List<SourceFile> code) throws InterruptedException {
    boolean program = task.requirement().program().isPresent();
    if (program && given.size() > 0) {
      return given;
    }
    boolean small = asker.model("tests").isSmall();
    if (small && !program && given.size() > 0 && !code.isEmpty()) {
      OutputPredictor predictor =
          new OutputPredictor(task.language(), task.settings().trial().prompts());
      Optional<List<Example>> predicted =
          new Predictions(asker, progress).ask(predictor, task, count(given.files()));
      if (predicted.isPresent()) {
        return with(given, reached(predictor.tests(task.plan(), predicted.get()), task, code));
      }
    }
    progress.report(
        new Event.Stage("tests: %s given, writing more".formatted(count(given.files()))));
    TestWriter writer = new TestWriter(task.language(), small, task.settings().trial().prompts());
    Optional<TestFile> generated = written(writer, task);
    if (generated.isEmpty() && small && !program && given.size() == 0) {
      // Examples that are none leave test code, which a small model gets wrong more often than not,
      // but no tests at all would decide nothing.
      generated = written(writer.ofCode(), task);
    }
    return with(given, generated);
  }

  // A call that takes right code too long tells nothing of it.
  private Optional<TestFile> reached(Optional<TestFile> tests, Task task, List<SourceFile> code)
      throws InterruptedException {
    if (tests.isEmpty() || !isUsable(tests.get(), task)) {
      return Optional.empty();
    }
    TestFile file = tests.get();
    Judgement seen =
        judge.judge(
            task.language(),
            new Candidate(code),
            new Suite(List.of(file)),
            task.settings().judging().brief());
    Set<String> reached =
        seen.outcomes().stream()
            .filter(outcome -> outcome.outcome() != Outcome.MISSING)
            .map(TestOutcome::name)
            .collect(Collectors.toSet());
    return reached.isEmpty() ? Optional.empty() : Optional.of(file.only(reached, task.language()));
  }

  private static Suite with(Suite given, Optional<TestFile> further) {
    List<TestFile> files = new ArrayList<>(given.files());
    further.ifPresent(files::add);
    return new Suite(files);
  }

  private Optional<TestFile> written(TestWriter writer, Task task) throws InterruptedException {
    Sampling sampling = Sampling.greedy(writer.mostTokens(task.requirement(), task.plan()));
    Reply reply =
        new Fitting(asker::report)
            .ask(
                asker.model("tests"),
                sampling,
                trim -> writer.write(trim.of(task.requirement()), task.plan()),
                prompt -> asker.once("tests", prompt, sampling));
    Optional<TestFile> generated = writer.read(reply, task.requirement(), task.plan());
    if (generated.isEmpty()) {
      progress.report(new Event.Stage("tests: the model wrote none that can be read"));
    }
    return generated.isPresent() && isUsable(generated.get(), task) ? generated : Optional.empty();
  }

  private static String count(List<TestFile> files) {
    int tests = files.stream().mapToInt(file -> file.names().size()).sum();
    return tests == 0 ? "none" : Integer.toString(tests);
  }

  private boolean isUsable(TestFile file, Task task) throws InterruptedException {
    if (ProgramTests.areIn(file)) {
      return true;
    }
    var findings =
        judge.blocked(task.language(), List.of(written(file)), task.settings().judging().allowed());
    if (!findings.isEmpty()) {
      progress.report(new Event.Stage("tests: left out, they call " + findings.getFirst().call()));
      return false;
    }
    List<Diagnostic> faults = compile(file.file(), task);
    if (!faults.isEmpty()) {
      progress.report(
          new Event.Stage("tests: left out, they do not compile: " + faults.getFirst().message()));
    }
    return faults.isEmpty();
  }

  // Of tests made from examples, only these are the model's; the frame around them is Hone's.
  private static SourceFile written(TestFile file) {
    return file.examples().isEmpty()
        ? file.file()
        : new SourceFile(
            file.file().path(),
            file.examples().values().stream()
                .map(example -> example.call() + ";\n" + example.expected() + ";\n")
                .collect(Collectors.joining()));
  }

  private List<Diagnostic> compile(SourceFile test, Task task) throws InterruptedException {
    return judge.compile(task.language(), test, task.plan().files(), task.settings().judging());
  }
}
