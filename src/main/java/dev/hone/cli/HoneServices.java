package dev.hone.cli;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.Toolchain;
import dev.hone.progress.Progress;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import dev.hone.sandbox.Sandbox;
import dev.hone.scan.Finding;
import dev.hone.verdict.Judgement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Hone as the commands see it.
final class HoneServices implements Services {
  private final Map<String, String> environment;

  HoneServices(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String version() {
    return Versions.hone();
  }

  @Override
  public List<LanguageId> languages() {
    return List.of(LanguageId.PYTHON, LanguageId.JAVASCRIPT);
  }

  @Override
  public Result solve(SolveRequest request, Progress progress) {
    throw absent();
  }

  @Override
  public Judgement judge(JudgeRequest request, Progress progress) {
    throw absent();
  }

  @Override
  public List<Finding> scan(LanguageId language, List<SourceFile> files, Set<String> allowed) {
    throw absent();
  }

  @Override
  public Sandbox sandbox(Progress progress) {
    throw absent();
  }

  @Override
  public List<Toolchain> toolchains(Progress progress) {
    throw absent();
  }

  @Override
  public RunLog runLog() {
    return RunLog.open(dataFolder().resolve("runs.db"));
  }

  @Override
  public List<Check> doctor(Progress progress) {
    throw absent();
  }

  private Path dataFolder() {
    String home = environment.getOrDefault("HONE_HOME", "");
    if (!home.isEmpty()) {
      return Path.of(home, "data");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return data.isEmpty()
        ? Path.of(System.getProperty("user.home", "."), ".local", "share", "hone")
        : Path.of(data, "hone");
  }

  private static UnsupportedOperationException absent() {
    return new UnsupportedOperationException("this part of Hone is not connected");
  }
}
