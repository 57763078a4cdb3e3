package dev.hone.cli;

import dev.hone.Check;
import dev.hone.Hone;
import dev.hone.JudgeRequest;
import dev.hone.SolveRequest;
import dev.hone.agent.Replayed;
import dev.hone.bench.Bench;
import dev.hone.bench.BenchParts;
import dev.hone.bench.BenchRequest;
import dev.hone.bench.Calm;
import dev.hone.bench.Report;
import dev.hone.config.SandboxSettings;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.Toolchain;
import dev.hone.progress.Progress;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.sandbox.Choice;
import dev.hone.sandbox.Sandbox;
import dev.hone.scan.Finding;
import dev.hone.verdict.Judgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hone as the commands see it: one for the whole command, made when it is first needed.
final class HoneServices implements Services {
  private final Map<String, String> environment;
  private final Choice choice;
  private volatile Progress shown = Progress.silent();
  private @Nullable Hone hone;

  HoneServices(Map<String, String> environment) {
    this(environment, Choice.usual());
  }

  private HoneServices(Map<String, String> environment, Choice choice) {
    this.environment = Map.copyOf(environment);
    this.choice = choice;
  }

  @Override
  public Services in(Choice other) {
    return other.equals(choice) ? this : new HoneServices(environment, other);
  }

  @Override
  public Services offline() {
    Map<String, String> closed = new HashMap<>(environment);
    closed.put("HONE_OFFLINE", "1");
    return new HoneServices(closed, choice);
  }

  @Override
  public String version() {
    return Hone.version();
  }

  @Override
  public List<LanguageId> languages() {
    return hone(Progress.silent()).languages();
  }

  @Override
  public Result solve(SolveRequest request, Progress progress) throws InterruptedException {
    try (Hone used = Hone.create(environment, progress, choice)) {
      return used.solve(request);
    }
  }

  @Override
  public Judgement judge(JudgeRequest request, Progress progress) throws InterruptedException {
    return hone(progress).judge(request);
  }

  @Override
  public List<Replayed> replay(RunRecord run, Progress progress) throws InterruptedException {
    return hone(progress).replay(run);
  }

  @Override
  public Report bench(BenchRequest request, Progress progress) {
    Calm calm = new Calm(progress);
    try (Hone used = Hone.create(environment, calm, choice)) {
      return new Bench(BenchParts.of(used, calm)).run(request);
    }
  }

  @Override
  public List<Finding> scan(LanguageId language, List<SourceFile> files, Set<String> allowed) {
    return hone(Progress.silent()).scan(language, files, allowed);
  }

  @Override
  public Sandbox sandbox(Progress progress) {
    return hone(progress).sandbox();
  }

  @Override
  public SandboxSettings sandboxSettings() {
    return hone(Progress.silent()).sandboxSettings();
  }

  @Override
  public List<Toolchain> toolchains(Progress progress) {
    return hone(progress).toolchains();
  }

  @Override
  public RunLog runLog() {
    return hone(Progress.silent()).runLog();
  }

  @Override
  public List<Check> doctor(Progress progress) {
    return hone(progress).doctor();
  }

  private Hone hone(Progress progress) {
    shown = progress;
    if (hone == null) {
      hone = Hone.create(environment, event -> shown.report(event), choice);
    }
    return hone;
  }
}
