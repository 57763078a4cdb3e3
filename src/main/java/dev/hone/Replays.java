package dev.hone;

import dev.hone.agent.Replayed;
import dev.hone.agent.Replayer;
import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.language.Languages;
import dev.hone.language.PackageName;
import dev.hone.packages.PackageMentions;
import dev.hone.packages.PackageStore;
import dev.hone.progress.Progress;
import dev.hone.runlog.Planning;
import dev.hone.runlog.RunRecord;
import dev.hone.runlog.RunSettings;
import java.util.List;

/// Judges the attempts of runs of the log once more.
///
/// @param judging judges
/// @param packages has the packages of the runs
/// @param languages the languages of the runs
/// @param progress receives what happens
record Replays(Judging judging, PackageStore packages, Languages languages, Progress progress) {
  /// {@return what came of judging each attempt of a run}
  ///
  /// @throws UsageException if the run did not come to a plan
  /// @throws InterruptedException if the calling thread was interrupted
  List<Replayed> of(RunRecord run) throws InterruptedException {
    if (!(run.planning() instanceof Planning.Made planning)) {
      throw new UsageException(
          "the run %s ended before there was code; hone runs lists the others".formatted(run.id()));
    }
    RunSettings settings = run.start().settings();
    LanguageId id = planning.language().language();
    List<PackageName> mentioned = new PackageMentions(id).in(run.start().requirement().text());
    List<PackageName> named =
        settings.packages().stream()
            .flatMap(name -> PackageName.list(name).stream())
            .filter(name -> !mentioned.contains(name))
            .toList();
    return new Replayer(
            judging.judge(),
            packages.with(languages.of(id), named, mentioned),
            judging.settings(settings.allowed(), settings.timeout()),
            progress)
        .replay(run, planning);
  }
}
