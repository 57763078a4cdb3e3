package dev.hone.agent;

import dev.hone.language.SourceFile;
import dev.hone.plan.Offers;
import dev.hone.result.Attempt;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The suite of a run. It begins with what was given; the model is asked for more tests where
/// nothing was given, or once a candidate passes all that was. Before that they would tell nothing
/// new, and their prompt would push the one for code out of what the model keeps. Where the
/// requirement leaves the names to the code, tests are asked for once there is code with names.
final class GrowingSuite {
  private final SuiteBuilder builder;
  private Task task;
  private Suite suite;
  private boolean whole;

  private GrowingSuite(SuiteBuilder builder, Task task, Suite given) {
    this.builder = builder;
    this.task = task;
    this.suite = given;
    this.whole = !task.settings().has(Piece.TESTS);
  }

  /// {@return the suite with which a run begins, or goes on}
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  static GrowingSuite of(SuiteBuilder builder, Task task) throws InterruptedException {
    GrowingSuite growing = new GrowingSuite(builder, task, builder.given(task));
    Optional<Attempt> tested = task.earlier().tested();
    if (tested.isPresent()) {
      growing.takeFrom(tested.get());
    } else if (!growing.whole
        && growing.suite.size() == 0
        && !task.plan().entryPoints().isEmpty()) {
      growing.grow(List.of());
    }
    return growing;
  }

  /// {@return the tests that there are}
  Suite now() {
    return suite;
  }

  /// {@return the task, whose plan has the names of the code that the tests call}
  Task task() {
    return task;
  }

  /// {@return whether there are no tests, given or written, and none will come}
  boolean isEmptyForGood() {
    return whole && suite.size() == 0;
  }

  /// {@return whether an attempt is what the tests of the model waited for}
  boolean awaits(Attempt attempt) {
    boolean untested =
        suite.size() == 0 && attempt.judgement().verdict() instanceof Verdict.TestsFailed;
    return !whole && (untested || attempt.judgement().verdict() instanceof Verdict.Passed);
  }

  /// Asks the model for its tests.
  ///
  /// @param attempt code that builds
  /// @throws InterruptedException if the calling thread was interrupted
  void growFor(Attempt attempt) throws InterruptedException {
    nameAsIn(attempt);
    grow(attempt.code());
  }

  private void takeFrom(Attempt attempt) {
    nameAsIn(attempt);
    List<TestFile> files = new ArrayList<>(suite.files());
    files.addAll(Earlier.written(attempt));
    suite = new Suite(files);
    whole = true;
  }

  private void nameAsIn(Attempt attempt) {
    if (task.requirement().program().isEmpty()) {
      task = task.with(new Offers(task.language()).complete(task.plan(), attempt.code()));
    }
  }

  private void grow(List<SourceFile> code) throws InterruptedException {
    suite = builder.complete(task, suite, code);
    whole = true;
  }
}
