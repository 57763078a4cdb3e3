package dev.hone.cli;

import dev.hone.Check;
import dev.hone.JudgeRequest;
import dev.hone.ResumeRequest;
import dev.hone.SolveRequest;
import dev.hone.agent.Replayed;
import dev.hone.bench.BenchRequest;
import dev.hone.bench.Report;
import dev.hone.config.CacheFolder;
import dev.hone.config.Keys;
import dev.hone.config.SandboxSettings;
import dev.hone.config.Settings;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the commands need of Hone. Each part is made when it is asked for, so that a command loads
/// only what it uses.
public interface Services {
  /// {@return the same, but that no connection is opened}
  default Services offline() {
    return with(Map.of("--offline", "true"));
  }

  /// {@return the same with options that go before other settings}
  ///
  /// @param options values by the names of options, such as `--profile`
  Services with(Map<String, String> options);

  /// {@return the same with the replies of models kept, or with kept ones in place of models}
  ///
  /// @param recording where they are kept
  Services keeping(Recording recording);

  /// {@return the keys that can be set}
  default Keys keys() {
    return Keys.load();
  }

  /// {@return the file of the user, which need not exist, and that of the project where there is
  /// one}
  List<Path> settingsFiles();

  /// {@return every setting that counts} Files are read once.
  Settings settings();

  /// {@return the version of Hone}
  String version();

  /// {@return the languages that `--language` accepts, in the order of the list}
  List<LanguageId> languages();

  /// {@return the same in a sandbox that was asked for}
  ///
  /// @param choice which sandbox
  Services in(Choice choice);

  /// {@return what a person may be asked before a run, three questions at most} Models that are
  /// opened for it stay open for {@link #solve}.
  ///
  /// @param request what is asked for
  /// @param progress receives what happens
  /// @throws InterruptedException if it was interrupted
  Clarification questions(SolveRequest request, Progress progress) throws InterruptedException;

  /// {@return what a run came to} An interrupt of the calling thread ends it early with the best
  /// attempt so far.
  ///
  /// @param request what is asked for
  /// @param progress receives what happens
  /// @throws InterruptedException if it was interrupted before there was a result
  Result solve(SolveRequest request, Progress progress) throws InterruptedException;

  /// {@return what a run of the log came to that went on} An interrupt of the calling thread ends
  /// it early with the best attempt so far.
  ///
  /// @param request which run, and what it may do from here on
  /// @param progress receives what happens
  /// @throws InterruptedException if it was interrupted before there was a result
  Result resume(ResumeRequest request, Progress progress) throws InterruptedException;

  /// {@return the model of this name, fetched and loaded where it is not yet} The caller closes it.
  ///
  /// @param name a name as `--model` takes it
  /// @param progress receives what happens, also while the model answers
  LanguageModel model(String name, Progress progress);

  /// {@return what judging showed}
  ///
  /// @param request code and tests
  /// @param progress receives what happens
  /// @throws InterruptedException if it was interrupted
  Judgement judge(JudgeRequest request, Progress progress) throws InterruptedException;

  /// {@return what came of judging each attempt of a run once more}
  ///
  /// @param run a run of the log
  /// @param progress receives what happens
  /// @throws InterruptedException if it was interrupted
  List<Replayed> replay(RunRecord run, Progress progress) throws InterruptedException;

  /// {@return what a bench run came to} An interrupt of the calling thread ends it early with what
  /// is done; the interrupt flag stays set.
  ///
  /// @param request what is asked for
  /// @param progress receives what happens
  Report bench(BenchRequest request, Progress progress);

  /// {@return the best attempt of a run as a project of its language; nothing is written}
  ///
  /// @param result a run of the log with code
  Project project(Result result);

  /// {@return what the scan objects to}
  ///
  /// @param language the language of the files
  /// @param files the files
  /// @param allowed rules that are permitted
  List<Finding> scan(LanguageId language, List<SourceFile> files, Set<String> allowed);

  /// {@return the sandbox that was asked for, else the strongest that works here}
  ///
  /// @param progress receives what happens
  Sandbox sandbox(Progress progress);

  /// {@return what settings say of the sandbox}
  default SandboxSettings sandboxSettings() {
    return SandboxSettings.of(settings());
  }

  /// {@return every toolchain found on this machine}
  ///
  /// @param progress receives what happens
  List<Toolchain> toolchains(Progress progress);

  /// {@return what is kept to be quicker the next time}
  CacheFolder cache();

  /// {@return the run log, which the caller closes}
  RunLog runLog();

  /// {@return the models of this machine}
  ///
  /// @param progress receives what happens
  ModelLibrary models(Progress progress);

  /// Checks what `--model` is given; nothing is fetched or opened for it.
  ///
  /// @param name a model, or a chain with commas
  /// @throws dev.hone.failure.UsageException if there is no such model
  void checkModel(String name);

  /// {@return what works here}
  ///
  /// @param progress receives what happens
  List<Check> doctor(Progress progress);
}
