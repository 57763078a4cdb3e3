package dev.hone.cli;

import dev.hone.Check;
import dev.hone.JudgeRequest;
import dev.hone.ResumeRequest;
import dev.hone.SolveRequest;
import dev.hone.agent.Replayed;
import dev.hone.bench.BenchRequest;
import dev.hone.bench.Header;
import dev.hone.bench.Item;
import dev.hone.bench.Report;
import dev.hone.config.CacheFolder;
import dev.hone.config.Settings;
import dev.hone.config.SettingsSources;
import dev.hone.language.LanguageId;
import dev.hone.language.PlainLanguage;
import dev.hone.language.Project;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.Toolchain;
import dev.hone.model.LanguageModel;
import dev.hone.model.ScriptedModel;
import dev.hone.model.embedded.store.Access;
import dev.hone.model.embedded.store.ModelLibrary;
import dev.hone.model.replay.Recording;
import dev.hone.plan.Clarification;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.result.Attempt;
import dev.hone.result.Failure;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.runlog.Samples;
import dev.hone.sandbox.Choice;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Sandbox;
import dev.hone.scan.Finding;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Answers every command with the same made-up results, and a real run log.
final class ScriptedServices implements Services {
  final List<SolveRequest> solved = new ArrayList<>();
  final List<ResumeRequest> resumed = new ArrayList<>();
  final List<BenchRequest> benched = new ArrayList<>();
  final List<Job> jobs = new ArrayList<>();
  final List<Choice> choices = new ArrayList<>();
  Result result = Samples.result("261123-233528-k3");
  Judgement judgedAgain = Samples.failed().judgement();
  Runnable beforeJudging = () -> {};
  Runnable whileSolving = () -> {};
  boolean offline;
  Clarification clarification = new Clarification(List.of(), List.of());
  final List<Recording> recordings = new ArrayList<>();
  final Map<String, String> typed = new HashMap<>();
  final Map<String, String> environment = new HashMap<>();
  private final Path folder;

  ScriptedServices(Path folder) {
    this.folder = folder;
  }

  @Override
  public Services with(Map<String, String> options) {
    typed.putAll(options);
    offline |= options.containsKey("--offline");
    return this;
  }

  @Override
  public Services keeping(Recording recording) {
    recordings.add(recording);
    return this;
  }

  @Override
  public List<Path> settingsFiles() {
    Path project = folder.resolve("hone.toml");
    return Files.exists(project)
        ? List.of(folder.resolve("config.toml"), project)
        : List.of(folder.resolve("config.toml"));
  }

  @Override
  public Settings settings() {
    List<Path> files = settingsFiles();
    return Settings.read(
        new SettingsSources(files.getFirst(), files.subList(1, files.size()), environment, typed));
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public List<LanguageId> languages() {
    return List.of(LanguageId.PYTHON, LanguageId.JAVASCRIPT);
  }

  @Override
  public Services in(Choice choice) {
    choices.add(choice);
    return this;
  }

  @Override
  public Clarification questions(SolveRequest request, Progress progress) {
    progress.report(new Event.Stage("model: loading"));
    return clarification;
  }

  @Override
  public Result solve(SolveRequest request, Progress progress) {
    solved.add(request);
    progress.report(new Event.Stage("round 1"));
    whileSolving.run();
    Requirement asked = request.requirement();
    return new Result(
        result.runId(),
        result.startedAt(),
        asked.changesCode() ? asked : result.requirement(),
        result.type(),
        result.language(),
        result.model(),
        result.sandbox(),
        result.plan(),
        result.attempts(),
        result.bestAttempt(),
        result.passed(),
        result.ending(),
        result.evidence(),
        result.usage(),
        result.time());
  }

  @Override
  public Result resume(ResumeRequest request, Progress progress) {
    try (RunLog log = runLog()) {
      resumed.add(request);
      return Samples.result(log.resumable(request.run()).id());
    }
  }

  @Override
  public LanguageModel model(String name, Progress progress) {
    progress.report(new Event.Stage("model: loading " + name));
    return new ScriptedModel("twice");
  }

  @Override
  public Judgement judge(JudgeRequest request, Progress progress) {
    beforeJudging.run();
    return Samples.failed().judgement();
  }

  @Override
  public List<Replayed> replay(RunRecord run, Progress progress) {
    return run.attempts().stream()
        .<Replayed>map(attempt -> new Replayed.Judged(attempt, judgedAgain))
        .toList();
  }

  @Override
  public Report bench(BenchRequest request, Progress progress) {
    benched.add(request);
    return new Report(
        new Header(
            request.approach(),
            "scripted",
            "f00d",
            request.settings(),
            "bubblewrap-root",
            "0.1.0",
            List.of(new Header.PromptName("bench/single", "0123456789ab")),
            List.of(new Header.Suite("words", "00112233445566", 2))),
        List.of(item(1, false, "TestsFailed", "TestsFailed"), item(0, true, "Passed", "Passed")));
  }

  private static Item item(int index, boolean solved, String verdict, String check) {
    return new Item(
        "words",
        index,
        "python",
        index == 0 ? "strings" : "parsing",
        solved,
        true,
        verdict,
        "Solved",
        check,
        solved ? Failure.NONE : Failure.WRONG_ANSWER,
        100,
        50,
        Duration.ofMillis(1500),
        Optional.empty());
  }

  /// A project in a made-up language, whose second test file its command does not run.
  @Override
  public Project project(Result solved) {
    Attempt best = solved.best().orElseThrow();
    List<SourceFile> tests = best.tests().stream().map(TestFile::file).toList();
    Project plain =
        new PlainLanguage().project(new ProjectBrief(best.code(), tests, List.of(), "1.0", false));
    return new Project(
        plain.code(),
        plain.tests(),
        List.of(new SourceFile("tests/frame.txt", "frame\n")),
        plain.build(),
        plain.commands(),
        List.of(new Project.LeftOut(tests.getLast().path(), "it needs a frame")));
  }

  @Override
  public List<Finding> scan(LanguageId language, List<SourceFile> files, Set<String> allowed) {
    return Samples.failed().judgement().findings();
  }

  @Override
  public Sandbox sandbox(Progress progress) {
    return new Sandbox() {
      @Override
      public String mode() {
        return "bubblewrap-root";
      }

      @Override
      public Execution run(Job job) {
        jobs.add(job);
        return Samples.execution(0);
      }
    };
  }

  @Override
  public List<Toolchain> toolchains(Progress progress) {
    return List.of();
  }

  @Override
  public RunLog runLog() {
    return RunLog.open(folder.resolve("runs.db"));
  }

  @Override
  public CacheFolder cache() {
    return new CacheFolder(folder.resolve("cache"));
  }

  @Override
  public ModelLibrary models(Progress progress) {
    return new ModelLibrary(folder.resolve("cache"), progress, new Access(Map.of(), true));
  }

  @Override
  public void checkModel(String name) {
    typed.put("--model", name);
  }

  @Override
  public List<Check> doctor(Progress progress) {
    return List.of(
        new Check("sandbox", Check.State.WORKS, "bubblewrap-root", ""),
        new Check("node", Check.State.MISSING, "", "install Node.js 20 or later"));
  }
}
