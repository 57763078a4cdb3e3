package dev.hone.agent;

import dev.hone.language.Languages;
import dev.hone.language.PlainLanguage;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.ScriptedModel;
import dev.hone.plan.RulePlanner;
import dev.hone.progress.Progress;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.requirement.Requirement;
import dev.hone.result.Ending;
import dev.hone.result.Evidence.Basis;
import dev.hone.runlog.RunLog;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.ScriptedSandbox;
import dev.hone.scan.Scanner;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Runs of scripted models, all under way at once, each on a virtual thread and all with one run
/// log: `ConcurrentRuns NUMBER LOG`. Prints how many were solved.
final class ConcurrentRuns {
  private static final String TEXT =
      "Write a Python function double(n) that doubles n. double(2) == 4";
  private static final String CODE = "```python\ndef double(n):\n    return sum([n, n])\n```\n";

  private final CountDownLatch underWay;
  private final AgentParts parts;

  private ConcurrentRuns(int number, RunLog log) {
    this.underWay = new CountDownLatch(number);
    this.parts =
        new AgentParts(
            new Languages(List.of(new PlainLanguage())),
            new LanguageChooser(new LanguageDetector()),
            new RulePlanner(),
            new Judge(new Scanner(), new PassingSandbox()),
            new ScriptedModel(),
            log,
            "test");
  }

  /// Says that every test passed.
  private static final class PassingSandbox implements Sandbox {
    @Override
    public String mode() {
      return "scripted";
    }

    @Override
    public Execution run(Job job) {
      boolean tests = job.command().contains("test");
      String report = "test_example_1 PASSED\ntest_generated_1 PASSED\n" + job.input() + "\n";
      return ScriptedSandbox.ended(0, tests ? report : "");
    }
  }

  /// Answers only once every run has asked.
  private final class WaitingModel implements LanguageModel {
    private final ScriptedModel script = new ScriptedModel(CODE, "double(3) == 6");
    private boolean counted;

    @Override
    public ModelCard card() {
      return script.card();
    }

    @Override
    public Reply reply(Request request, Consumer<String> onText) {
      if (!counted) {
        counted = true;
        underWay.countDown();
      }
      try {
        underWay.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return script.reply(request, onText);
    }

    @Override
    public void close() {}
  }

  public static void main(String[] arguments) throws Exception {
    int number = Integer.parseInt(arguments[0]);
    AtomicInteger solved = new AtomicInteger();
    try (RunLog log = RunLog.open(Path.of(arguments[1]))) {
      ConcurrentRuns runs = new ConcurrentRuns(number, log);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < number; i++) {
          var _ =
              threads.submit(
                  () -> {
                    if (runs.ending() == Ending.SOLVED) {
                      solved.incrementAndGet();
                    }
                    return null;
                  });
        }
      }
    }
    System.out.println(solved.get() + " solved");
  }

  private Ending ending() throws InterruptedException {
    AgentParts own =
        new AgentParts(
            parts.languages(),
            parts.chooser(),
            parts.planner(),
            parts.judge(),
            new WaitingModel(),
            parts.log(),
            parts.version());
    SolveSettings settings =
        new SolveSettings(
            3, 0, new JudgeSettings(Limits.defaults(), Set.of()), Basis.OWN, List.of());
    return new Agent(own)
        .solve(new Requirement(TEXT, "", List.of()), settings, Progress.silent())
        .ending();
  }
}
