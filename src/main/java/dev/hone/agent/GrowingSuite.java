package dev.hone.agent;

import dev.hone.suite.Suite;

/// The suite of a run. It begins with what was given; the model is asked for more tests where
/// nothing was given, or once a candidate passes all that was. Before that they would tell nothing
/// new, and their prompt would push the one for code out of what the model keeps.
final class GrowingSuite {
  private final SuiteBuilder builder;
  private final Task task;
  private Suite suite;
  private boolean whole;

  private GrowingSuite(SuiteBuilder builder, Task task, Suite given) {
    this.builder = builder;
    this.task = task;
    this.suite = given;
  }

  /// {@return the suite with which a run begins}
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  static GrowingSuite of(SuiteBuilder builder, Task task) throws InterruptedException {
    GrowingSuite growing = new GrowingSuite(builder, task, builder.given(task));
    if (growing.suite.size() == 0) {
      growing.grow();
    }
    return growing;
  }

  /// {@return the tests that there are}
  Suite now() {
    return suite;
  }

  /// {@return whether the tests of the model are among them, or it wrote none}
  boolean isWhole() {
    return whole;
  }

  /// Asks the model for its tests.
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  void grow() throws InterruptedException {
    suite = builder.complete(task, suite);
    whole = true;
  }
}
