package dev.hone;

import dev.hone.language.Language;
import dev.hone.language.Languages;
import dev.hone.language.PackageName;
import dev.hone.language.Project;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.packages.PackageStore;
import dev.hone.plan.SourcePaths;
import dev.hone.requirement.Requirement;
import dev.hone.result.Attempt;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import dev.hone.suite.ProgramTests;
import dev.hone.suite.TestFile;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Makes projects of what runs came to.
///
/// @param packages knows the versions of packages that were fetched
/// @param languages the languages of the runs
/// @param log opens the run log, which knows what packages a run had
record Projects(PackageStore packages, Languages languages, Supplier<RunLog> log) {
  /// {@return the best attempt of a run as a project} Files that were only to be read, and that the
  /// code may import, stand behind the code.
  ///
  /// @throws IllegalArgumentException if there is no code
  Project of(Result result) {
    Attempt best =
        result.best().orElseThrow(() -> new IllegalArgumentException("there is no attempt"));
    Language language = languages.of(result.language().language());
    return language.project(
        new ProjectBrief(
            Stream.concat(code(best, result).stream(), read(result.requirement(), language, best))
                .toList(),
            best.tests().stream()
                .filter(Predicate.not(ProgramTests::areIn))
                .map(TestFile::file)
                .toList(),
            packages.versioned(language, named(result)),
            language.installed().version(),
            result.requirement().program().isPresent()));
  }

  /// The file under test comes first.
  private static List<SourceFile> code(Attempt best, Result result) {
    return best.code().stream()
        .sorted(Comparator.comparing((SourceFile f) -> !f.path().equals(result.plan().mainFile())))
        .toList();
  }

  private static Stream<SourceFile> read(Requirement requirement, Language language, Attempt best) {
    return requirement.context().stream()
        .filter(file -> SourcePaths.belongs(file.path(), language.id(), language.idioms()))
        .filter(file -> best.code().stream().noneMatch(own -> own.path().equals(file.path())));
  }

  private List<PackageName> named(Result result) {
    try (RunLog opened = log.get()) {
      return opened.find(result.runId()).stream()
          .flatMap(run -> run.start().settings().packages().stream())
          .map(PackageName::of)
          .toList();
    }
  }
}
