package dev.hone.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/// A sandbox that runs nothing, answers from a script and keeps what it was given.
public final class ScriptedSandbox implements Sandbox {
  private final Deque<Function<Job, Execution>> answers = new ArrayDeque<>();
  private final List<Job> jobs = new ArrayList<>();
  private final List<Job> expected = new ArrayList<>();

  public ScriptedSandbox then(Function<Job, Execution> answer) {
    answers.add(answer);
    return this;
  }

  @Override
  public String mode() {
    return "scripted";
  }

  @Override
  public Execution run(Job job) {
    jobs.add(job);
    Function<Job, Execution> answer = answers.poll();
    if (answer == null) {
      throw new AssertionError("the script ended; asked to run " + job.command());
    }
    return answer.apply(job);
  }

  @Override
  public void expect(Job kind) {
    expected.add(kind);
  }

  /// {@return what it was told to expect, in order}
  public List<Job> expected() {
    return List.copyOf(expected);
  }

  /// {@return what it was asked to run, in order}
  public List<Job> jobs() {
    return List.copyOf(jobs);
  }

  /// {@return an execution that ended by itself}
  public static Execution ended(int exit, String stdout) {
    return execution(exit, Limit.NONE, stdout);
  }

  /// {@return an execution that a limit ended}
  public static Execution limited(Limit limit) {
    return execution(137, limit, "");
  }

  private static Execution execution(int exit, Limit limit, String stdout) {
    return new Execution(
        exit, 0, limit, stdout, "", false, Duration.ofMillis(5), Duration.ZERO, 0, "scripted");
  }
}
