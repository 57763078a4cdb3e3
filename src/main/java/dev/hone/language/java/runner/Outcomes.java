package dev.hone.language.java.runner;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Writes down what becomes of each test. All invocations of one method bear its name.
final class Outcomes implements TestExecutionListener {
  private final Report report;
  private final Failures failures;
  private final Map<String, TestIdentifier> running = new LinkedHashMap<>();
  private final Set<String> finished = new HashSet<>();
  private Optional<TestPlan> plan = Optional.empty();

  Outcomes(Report report, Failures failures) {
    this.report = report;
    this.failures = failures;
  }

  /// Returns what need not run again.
  Set<String> finished() {
    return Set.copyOf(finished);
  }

  /// Notes that running tests ended with an error that ended JUnit too, and returns whether there
  /// was any.
  boolean broke(Throwable error) {
    boolean any = false;
    for (TestIdentifier test : running.values()) {
      any |= finished.add(test.getUniqueId());
      if (method(test).isPresent()) {
        told(test, "error", failures.described(error));
      }
    }
    running.clear();
    return any;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = Optional.of(started);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    if (test.isTest()) {
      running.put(test.getUniqueId(), test);
    }
  }

  /// What a test handed over to be compared elsewhere.
  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    String seen = entry.getKeyValuePairs().get("hone");
    if (seen != null) {
      method(test).ifPresent(name -> report.seen(name, seen));
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    whole(test, "skipped", "");
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    running.remove(test.getUniqueId());
    if (test.isTest()) {
      finished.add(test.getUniqueId());
    }
    Throwable error = result.getThrowable().orElse(null);
    switch (result.getStatus()) {
      case SUCCESSFUL -> {
        // A method without any invocation has nothing below it that passes.
        if (method(test).isPresent()) {
          told(test, "passed", "");
        }
      }
      case ABORTED -> whole(test, "skipped", "");
      case FAILED -> {
        boolean assertion = error instanceof AssertionError;
        whole(test, assertion ? "failed" : "error", error == null ? "" : failures.described(error));
      }
    }
  }

  /// A class that cannot start takes all its tests with it, and an engine all of its classes.
  private void whole(TestIdentifier test, String state, String message) {
    if (method(test).isPresent()) {
      told(test, state, message);
      return;
    }
    plan.ifPresent(
        known ->
            known.getDescendants(test).stream()
                .filter(below -> method(below).isPresent())
                .filter(below -> !finished.contains(below.getUniqueId()))
                .forEach(below -> told(below, state, message)));
    boolean lost = plan.map(known -> known.getChildren(test).isEmpty()).orElse(true);
    if (lost && !state.equals("skipped")) {
      report.load(new Report.Fault("", 0, 0, "", message, ""));
    }
  }

  private void told(TestIdentifier test, String state, String message) {
    method(test).ifPresent(name -> report.test(name, state, message));
  }

  /// Returns the name of the method that a test belongs to, after the classes inside of the
  /// outermost one.
  private Optional<String> method(TestIdentifier test) {
    Optional<TestSource> source = test.getSource();
    if (source.isPresent() && source.get() instanceof MethodSource method) {
      return Optional.of(failures.inner(method.getClassName()) + method.getMethodName());
    }
    boolean container = source.isPresent() && source.get() instanceof ClassSource;
    return container || plan.isEmpty()
        ? Optional.empty()
        : plan.get().getParent(test).flatMap(this::method);
  }
}
