package dev.hone.suite;

import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.plan.Plan;
import dev.hone.requirement.Program;
import dev.hone.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes test files of what a person gave: own test files, and examples in the requirement.
public final class GivenTests {
  private final Language language;

  /// Makes the maker.
  ///
  /// @param language the target language
  public GivenTests(Language language) {
    this.language = language;
  }

  /// {@return the person's own test files, then one file of examples where the text has some}
  ///
  /// @param requirement what is asked
  /// @param plan its plan
  /// @throws UsageException if an own test file holds no test
  public List<TestFile> of(Requirement requirement, Plan plan) {
    List<TestFile> files = new ArrayList<>(ofUser(requirement.ownTests()));
    Optional<Program> program = requirement.program();
    if (program.isPresent()) {
      ProgramTests.of(program.get(), Origin.TEXT).ifPresent(files::add);
      return files;
    }
    String path = language.testPath(plan.mainFile(), Origin.TEXT.id());
    language
        .exampleTests(Briefs.of(plan, path, plan.examples()))
        .map(file -> new TestFile(Origin.TEXT, file, language.testNames(file)))
        .ifPresent(files::add);
    return files;
  }

  /// {@return the person's own test files}
  ///
  /// @param tests the files as given
  /// @throws UsageException if one holds no test
  public List<TestFile> ofUser(List<SourceFile> tests) {
    return tests.stream().map(this::ofUser).toList();
  }

  private TestFile ofUser(SourceFile own) {
    List<String> names = language.testNames(own);
    if (names.isEmpty()) {
      throw new UsageException(
          "%s holds no test that %s would find; name a %s test file after --tests"
              .formatted(own.path(), language.idioms().testFramework(), language.id().title()));
    }
    return new TestFile(Origin.USER, own, names);
  }
}
