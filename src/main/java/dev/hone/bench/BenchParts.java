package dev.hone.bench;

import dev.hone.Hone;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.model.LanguageModel;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Sandbox;
import dev.hone.scan.Scanner;
import dev.hone.verdict.Judge;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a bench run works with. Each part is made when it is first needed.
///
/// @param sandbox where everything runs
/// @param judge judges what rules corrected
/// @param models opens a model by its name; the same name gives the same one, and it is not closed
///   here
/// @param languages the languages that Hone supports
/// @param solver Hone as it is
/// @param cacheFolder the folder of downloads and compiler caches
/// @param version the version of Hone
/// @param progress receives one line for each problem
public record BenchParts(
    Supplier<Sandbox> sandbox,
    Supplier<Judge> judge,
    Function<String, LanguageModel> models,
    Function<LanguageId, Optional<Language>> languages,
    Solver solver,
    Path cacheFolder,
    String version,
    Progress progress) {

  /// {@return the parts that Hone has}
  ///
  /// @param hone stays open while they are used
  /// @param progress what Hone itself reports to
  public static BenchParts of(Hone hone, Calm progress) {
    return new BenchParts(
        hone::sandbox,
        () -> new Judge(new Scanner(), hone.sandbox()),
        name -> {
          LanguageModel model = hone.model(name);
          progress.begin();
          return model;
        },
        hone::language,
        hone::solve,
        hone.cacheFolder(),
        Hone.version(),
        progress.loud());
  }
}
