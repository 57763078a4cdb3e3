package dev.hone.cli;

import dev.hone.Check;
import dev.hone.Hone;
import dev.hone.JudgeRequest;
import dev.hone.ResumeRequest;
import dev.hone.SolveRequest;
import dev.hone.agent.Replayed;
import dev.hone.bench.Bench;
import dev.hone.bench.BenchParts;
import dev.hone.bench.BenchRequest;
import dev.hone.bench.Calm;
import dev.hone.bench.Report;
import dev.hone.config.CacheFolder;
import dev.hone.config.Folders;
import dev.hone.config.ProjectFile;
import dev.hone.config.Settings;
import dev.hone.config.SettingsSources;
import dev.hone.language.LanguageId;
import dev.hone.language.Project;
import dev.hone.language.SourceFile;
import dev.hone.language.Toolchain;
import dev.hone.model.LanguageModel;
import dev.hone.model.embedded.store.ModelLibrary;
import dev.hone.model.replay.Recording;
import dev.hone.plan.Clarification;
import dev.hone.progress.Progress;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.sandbox.Choice;
import dev.hone.sandbox.Sandbox;
import dev.hone.scan.Finding;
import dev.hone.verdict.Judgement;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Hone as the commands see it: one for the whole command, made when it is first needed.
final class HoneServices implements Services {
  private final Map<String, String> environment;
  private final Path folder;
  private final Wishes wishes;
  private volatile Progress shown = Progress.silent();
  private @Nullable Settings settings;
  private @Nullable Hone hone;

  /// What a person asked for.
  ///
  /// @param choice which sandbox
  /// @param recording where replies are kept
  /// @param options values by the names of options that go before other settings
  private record Wishes(Choice choice, Recording recording, Map<String, String> options) {}

  HoneServices(Map<String, String> environment) {
    this(environment, Path.of(""));
  }

  /// Makes the services of somebody who works in a folder.
  HoneServices(Map<String, String> environment, Path folder) {
    this(environment, folder, new Wishes(Choice.usual(), new Recording.None(), Map.of()), null);
  }

  private HoneServices(
      Map<String, String> environment, Path folder, Wishes wishes, @Nullable Settings settings) {
    this.environment = Map.copyOf(environment);
    this.folder = folder;
    this.wishes = wishes;
    this.settings = settings;
  }

  @Override
  public Services in(Choice other) {
    return other.equals(wishes.choice())
        ? this
        : changed(new Wishes(other, wishes.recording(), wishes.options()));
  }

  @Override
  public Services with(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(wishes.options());
    all.putAll(options);
    return changed(new Wishes(wishes.choice(), wishes.recording(), Map.copyOf(all)));
  }

  @Override
  public Services keeping(Recording recording) {
    HoneServices kept = changed(new Wishes(wishes.choice(), recording, wishes.options()));
    return recording instanceof Recording.From(Path from)
        ? kept.with(Map.of(Settings.REPLAY, from.toString()))
        : kept;
  }

  private HoneServices changed(Wishes other) {
    boolean same = other.options().equals(wishes.options());
    return new HoneServices(environment, folder, other, same ? settings : null);
  }

  @Override
  public List<Path> settingsFiles() {
    Path home = Path.of(System.getProperty("user.home", "."));
    return Stream.concat(
            Stream.of(Folders.of(environment, home).configFile()),
            ProjectFile.of(folder, home).stream())
        .toList();
  }

  @Override
  public synchronized Settings settings() {
    if (settings == null) {
      List<Path> files = settingsFiles();
      settings =
          Settings.read(
              new SettingsSources(
                  files.getFirst(), files.subList(1, files.size()), environment, wishes.options()));
    }
    return settings;
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
  public Clarification questions(SolveRequest request, Progress progress)
      throws InterruptedException {
    return hone(progress).questions(request, wishes.recording());
  }

  @Override
  public Result solve(SolveRequest request, Progress progress) throws InterruptedException {
    // the one that found questions has its models open
    try (Hone used = hone(progress)) {
      return used.solve(request, wishes.recording());
    } finally {
      hone = null;
    }
  }

  @Override
  public Result resume(ResumeRequest request, Progress progress) throws InterruptedException {
    try (Hone used = Hone.create(settings(), progress, wishes.choice())) {
      return used.resume(request, wishes.recording());
    }
  }

  @Override
  public LanguageModel model(String name, Progress progress) {
    Hone used = Hone.create(settings(), progress, wishes.choice());
    boolean opened = false;
    try {
      LanguageModel model = new HeldModel(used.model(name), used::close);
      opened = true;
      return model;
    } finally {
      if (!opened) {
        used.close();
      }
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
    try (Hone used = Hone.create(settings(), calm, wishes.choice())) {
      return new Bench(BenchParts.of(used, calm)).run(request);
    }
  }

  @Override
  public Project project(Result result) {
    return hone(Progress.silent()).project(result);
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
  public List<Toolchain> toolchains(Progress progress) {
    return hone(progress).toolchains();
  }

  @Override
  public RunLog runLog() {
    return hone(Progress.silent()).runLog();
  }

  @Override
  public CacheFolder cache() {
    return new CacheFolder(
        Folders.of(environment, Path.of(System.getProperty("user.home", "."))).cache());
  }

  @Override
  public ModelLibrary models(Progress progress) {
    return hone(progress).modelLibrary();
  }

  @Override
  public void checkModel(String name) {
    hone(Progress.silent()).checkModel(name);
  }

  @Override
  public List<Check> doctor(Progress progress) {
    return hone(progress).doctor();
  }

  private Hone hone(Progress progress) {
    shown = progress;
    if (hone == null) {
      hone = Hone.create(settings(), event -> shown.report(event), wishes.choice());
    }
    return hone;
  }
}
