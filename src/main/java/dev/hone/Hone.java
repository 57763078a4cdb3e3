package dev.hone;

import dev.hone.agent.Cast;
import dev.hone.agent.Replayed;
import dev.hone.candidate.Candidate;
import dev.hone.config.BudgetSettings;
import dev.hone.config.Folders;
import dev.hone.config.LogSetting;
import dev.hone.config.SandboxSettings;
import dev.hone.config.Settings;
import dev.hone.config.SettingsSources;
import dev.hone.failure.HoneException;
import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.Languages;
import dev.hone.language.Project;
import dev.hone.language.SourceFile;
import dev.hone.language.Toolchain;
import dev.hone.language.c.C;
import dev.hone.language.cpp.Cpp;
import dev.hone.language.go.Go;
import dev.hone.language.java.Java;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.language.rust.Rust;
import dev.hone.language.typescript.TypeScript;
import dev.hone.model.LanguageModel;
import dev.hone.model.budget.Budget;
import dev.hone.model.embedded.store.ModelLibrary;
import dev.hone.model.replay.Recording;
import dev.hone.packages.PackageStore;
import dev.hone.plan.Clarification;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.result.Result;
import dev.hone.runlog.LogPlace;
import dev.hone.runlog.Login;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.sandbox.Choice;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.registry.Route;
import dev.hone.scan.Finding;
import dev.hone.suite.GivenTests;
import dev.hone.suite.Suite;
import dev.hone.telemetry.Telemetry;
import dev.hone.verdict.Judgement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The library's front door.
///
/// ```java
/// try (Hone hone = Hone.create()) {
///   Result result = hone.solve("Write a Python function that reverses the words of a sentence");
/// }
/// ```
///
/// Each part is made when it is first needed: a scan needs no model, and a model is fetched and
/// loaded only for solving. Safe for use by several threads; runs go one after the other.
public final class Hone implements AutoCloseable {
  private final Map<String, String> environment;
  private final Settings settings;
  private final Progress progress;
  private final Folders folders;
  private final Telemetry telemetry;
  private final Languages languages;
  private final Models models;
  private final PackageStore packages;
  private final Judging judging;

  private Hone(Settings settings, Progress progress, Choice choice) {
    this.environment = settings.environment();
    this.settings = settings;
    this.progress = progress;
    this.folders = folders(settings);
    this.judging = new Judging(settings, folders, choice);
    this.telemetry = new Telemetry(settings, version(), progress);
    this.models = new Models(settings, folders, telemetry, progress);
    this.packages =
        new PackageStore(folders.cache(), () -> Route.of(environment), this::sandbox, progress);
    this.languages =
        new Languages(
            List.of(
                new Python(folders.cache(), progress, environment),
                new JavaScript(folders.cache()),
                new TypeScript(folders.cache(), progress),
                new Java(folders.cache(), progress),
                new Go(folders.cache(), progress),
                new Rust(folders.cache(), progress),
                new C(folders.cache(), progress),
                new Cpp(folders.cache(), progress)));
  }

  /// {@return Hone with the environment of this process, showing nothing while it works}
  public static Hone create() {
    return create(System.getenv(), Progress.silent());
  }

  /// {@return Hone with its own environment} The file of the user counts, that of a project does
  /// not.
  ///
  /// @param environment the variables that count, such as `HONE_HOME`
  /// @param progress receives what happens
  /// @throws UsageException if the file or a variable says what means nothing
  public static Hone create(Map<String, String> environment, Progress progress) {
    return create(environment, progress, Choice.usual());
  }

  /// {@return Hone with its own environment and a sandbox that was asked for} The file of the user
  /// counts, that of a project does not.
  ///
  /// @param environment the variables that count, such as `HONE_HOME`
  /// @param progress receives what happens
  /// @param choice which sandbox
  /// @throws UsageException if the file or a variable says what means nothing
  public static Hone create(Map<String, String> environment, Progress progress, Choice choice) {
    Path file = Folders.of(environment, home()).configFile();
    return create(Settings.read(SettingsSources.ofUser(file, environment)), progress, choice);
  }

  /// {@return Hone with settings that were read before, and a sandbox that was asked for}
  ///
  /// @param settings the settings, and the environment with them
  /// @param progress receives what happens
  /// @param choice which sandbox
  public static Hone create(Settings settings, Progress progress, Choice choice) {
    return new Hone(settings, progress, choice);
  }

  static Folders folders(Settings settings) {
    return Folders.of(settings.environment(), home());
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", "."));
  }

  /// {@return what a run with the usual settings and the default model came to}
  ///
  /// @param requirement what is asked, in plain language
  /// @throws HoneException if Hone cannot go on
  /// @throws InterruptedException if the calling thread was interrupted before there was a plan
  public Result solve(String requirement) throws InterruptedException {
    return solve(SolveRequest.of(new Requirement(requirement, "", List.of())));
  }

  /// {@return what a run came to} The first call fetches what is missing and loads the model, which
  /// stays loaded until {@link #close} or until another one is asked for. An interrupt of the
  /// calling thread ends the run with the best attempt so far.
  ///
  /// @param request what is asked
  /// @throws HoneException if Hone cannot go on
  /// @throws InterruptedException if the calling thread was interrupted before there was a plan
  public Result solve(SolveRequest request) throws InterruptedException {
    return solve(request, new Recording.None());
  }

  /// {@return what a run came to whose replies are kept, or were kept before} As {@link
  /// #solve(SolveRequest)}; where kept replies answer, the request's model and the settings' roles
  /// count for nothing, and no model is fetched, loaded or asked.
  ///
  /// @param request what is asked
  /// @param recording where replies are kept, if anywhere
  /// @throws HoneException if Hone cannot go on, as with a request that was never recorded
  /// @throws InterruptedException if the calling thread was interrupted before there was a plan
  public Result solve(SolveRequest request, Recording recording) throws InterruptedException {
    return solve(request, recording, begun(request));
  }

  /// {@return what a person may be asked to make a requirement plainer, three questions at most} A
  /// model that is not small is asked for some of them; what it is asked belongs to the run, see
  /// {@link SolveRequest#clarified}. Models that are opened for it stay open.
  ///
  /// @param request what is asked
  /// @param recording where replies are kept, if anywhere
  /// @throws HoneException if Hone cannot go on
  /// @throws InterruptedException if the calling thread was interrupted meanwhile
  public synchronized Clarification questions(SolveRequest request, Recording recording)
      throws InterruptedException {
    Questions questions = new Questions(languages, this::runLog, progress);
    Budget budget = budget(request);
    Supplier<Cast> opening = models.opening(request.model(), budget, recording);
    return models.areSmall(request.model(), recording)
        ? questions.byRule(request)
        : questions.by(opening.get(), request, budget);
  }

  /// {@return what a run with a model of the caller's came to} As {@link #solve(SolveRequest)},
  /// except that the request's model and the settings' roles count for nothing and the caller
  /// closes the model.
  ///
  /// @param request what is asked
  /// @param model who is asked
  /// @throws HoneException if Hone cannot go on
  /// @throws InterruptedException if the calling thread was interrupted before there was a plan
  public Result solve(SolveRequest request, LanguageModel model) throws InterruptedException {
    return solve(request, budget(request), () -> Cast.of(model), begun(request));
  }

  /// {@return what a run came to that goes on which was killed or ended without a pass} It keeps
  /// its identifier, its attempts and what it was asked for; they are not asked for or judged
  /// again. Replies are kept, or were kept before, as for {@link #solve(SolveRequest, Recording)}.
  ///
  /// @param request which run, and what it may do from here on
  /// @param recording where replies are kept, if anywhere
  /// @throws UsageException if there is no such run, if it passed or was pruned, or if another
  ///   process is at it
  /// @throws HoneException if Hone cannot go on
  /// @throws InterruptedException if the calling thread was interrupted before there was a plan
  public Result resume(ResumeRequest request, Recording recording) throws InterruptedException {
    RunRecord run = resumable(request);
    return solve(request.of(run), recording, resumed(run));
  }

  /// {@return what a run came to that goes on with a model of the caller's} As {@link
  /// #resume(ResumeRequest, Recording)}; the caller closes the model.
  ///
  /// @param request which run, and what it may do from here on
  /// @param model who is asked
  /// @throws HoneException if Hone cannot go on, or not with this run
  /// @throws InterruptedException if the calling thread was interrupted before there was a plan
  public Result resume(ResumeRequest request, LanguageModel model) throws InterruptedException {
    RunRecord run = resumable(request);
    SolveRequest asked = request.of(run);
    return solve(asked, budget(asked), () -> Cast.of(model), resumed(run));
  }

  // Before a model is fetched for it.
  private RunRecord resumable(ResumeRequest request) {
    try (RunLog log = runLog()) {
      return log.resumable(request.run());
    }
  }

  private Runs.Work begun(SolveRequest request) {
    return (agent, settings) ->
        agent.solve(request.requirement(), request.before(), settings, progress);
  }

  private Runs.Work resumed(RunRecord run) {
    return (agent, settings) -> agent.resume(run.id(), settings, progress);
  }

  private Result solve(SolveRequest request, Recording recording, Runs.Work work)
      throws InterruptedException {
    Budget budget = budget(request);
    return solve(request, budget, models.opening(request.model(), budget, recording), work);
  }

  private synchronized Result solve(
      SolveRequest request, Budget budget, Supplier<Cast> opening, Runs.Work work)
      throws InterruptedException {
    // A log that cannot be is refused before sandbox and models are opened for nothing.
    Optional<LogPlace.Shared> _ = LogSetting.of(settings);
    Runs runs = new Runs(judging, packages, languages, telemetry, progress);
    return telemetry.measured(
        () -> runs.run(request, budget, new Runs.Services(opening, this::runLog), work));
  }

  /// {@return the model of this name, fetched and loaded where it is not yet} It stays loaded until
  /// {@link #close} or until another one is asked for; Hone closes it.
  ///
  /// @param name `small`, `default`, a GGUF file, `PROVIDER:MODEL`, `URL#MODEL`, several with
  ///   commas between them, or empty for the default
  /// @throws HoneException if it cannot be fetched or loaded
  public synchronized LanguageModel model(String name) {
    return models.open(name);
  }

  /// {@return what judging code by tests showed; no model is used}
  ///
  /// @param request code and tests
  /// @throws HoneException if there is no sandbox or no toolchain
  /// @throws InterruptedException if the calling thread was interrupted
  public Judgement judge(JudgeRequest request) throws InterruptedException {
    Language language = packages.with(languages.of(request.language()), request.packages());
    Suite suite = new Suite(new GivenTests(language).ofUser(request.tests()));
    return judging
        .judge()
        .judge(
            language,
            new Candidate(request.code()),
            suite,
            judging.settings(request.allowed(), request.timeout()));
  }

  /// {@return what came of judging each attempt of a run once more; no model is used} Packages that
  /// the text named and that cannot be had are done without, as they were then. Limits other than
  /// the time are those of the settings.
  ///
  /// @param run a run of the log
  /// @throws UsageException if the run did not come to a plan, so that there is nothing to judge
  /// @throws HoneException if there is no sandbox, no toolchain or not the packages of the run
  /// @throws InterruptedException if the calling thread was interrupted
  public List<Replayed> replay(RunRecord run) throws InterruptedException {
    return new Replays(judging, packages, languages, progress).of(run);
  }

  /// {@return the best attempt of a run as a project that is built and tested without Hone} Nothing
  /// is written.
  ///
  /// @param result a run of the log with code
  public Project project(Result result) {
    return new Projects(packages, languages, this::runLog).of(result);
  }

  /// {@return what the scan objects to; nothing is run}
  ///
  /// @param language the language of the files
  /// @param files the files
  /// @param allowed rules that are permitted
  public List<Finding> scan(LanguageId language, List<SourceFile> files, Set<String> allowed) {
    return judging.scanner().scan(language, files, allowed);
  }

  /// {@return the sandbox that was asked for, else the strongest that works here}
  ///
  /// @throws HoneException if there is none
  public Sandbox sandbox() {
    return judging.sandbox();
  }

  /// {@return the languages that can be generated and tested, in the order in which they are
  /// listed}
  public List<LanguageId> languages() {
    return languages.all().stream().map(Language::id).toList();
  }

  /// {@return the language, or empty where it cannot be generated and tested}
  ///
  /// @param id which one
  public Optional<Language> language(LanguageId id) {
    return languages.all().stream().filter(language -> language.id() == id).findFirst();
  }

  /// {@return the folder of downloads and compiler caches, which need not exist yet}
  public Path cacheFolder() {
    return folders.cache();
  }

  /// {@return what the settings say of the sandbox}
  public SandboxSettings sandboxSettings() {
    return judging.sandboxSettings();
  }

  /// {@return the toolchains found on this machine; those that are missing are left out}
  public List<Toolchain> toolchains() {
    return languages.installed();
  }

  /// {@return the run log, which the caller closes}
  public RunLog runLog() {
    return LogSetting.of(settings)
        .map(place -> RunLog.open(place, Login.of(environment)))
        .orElseGet(() -> RunLog.open(Folders.make(folders.data()).resolve("runs.db")));
  }

  /// {@return the models of this machine, for who looks after them}
  public ModelLibrary modelLibrary() {
    return models.library();
  }

  /// Checks what `--model` is given, before anything is fetched or opened for it.
  ///
  /// @param name a model, or a chain with commas
  /// @throws UsageException if there is no such model
  public void checkModel(String name) {
    models.check(name, Map.of(), false);
  }

  /// {@return what works here, and what to do about the rest} Nothing is prepared or fetched.
  public List<Check> doctor() {
    return new Doctor(settings, languages, models, judging.sandboxes(), this::runLog).checks();
  }

  /// {@return the version of Hone, or `development` where it was not started from its jar}
  public static String version() {
    String version = Hone.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /// Frees the model, gives up boxes that wait and sends telemetry that is not sent yet. A second
  /// call does nothing.
  @Override
  public synchronized void close() {
    judging.close();
    models.close();
    telemetry.close();
  }

  private Budget budget(SolveRequest request) {
    return request.budget().or(BudgetSettings.of(settings).budget());
  }
}
