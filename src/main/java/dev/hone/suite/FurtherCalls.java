package dev.hone.suite;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Example tests whose expected values mean nothing: they are run for what the code does.
public final class FurtherCalls {
  private final Language language;
  private final int most;

  /// Makes a maker.
  ///
  /// @param language the language of the calls
  /// @param most the most calls, at least 0
  public FurtherCalls(Language language, int most) {
    this.language = language;
    this.most = most;
  }

  /// {@return the calls of generated examples and calls varied from all examples; empty where none
  /// can be made}
  ///
  /// @param plan has the examples of the requirement
  /// @param generated further examples
  public Optional<TestFile> of(Plan plan, List<Example> generated) {
    List<Example> all = new ArrayList<>(plan.examples());
    all.addAll(generated);
    List<Example> calls =
        new ArrayList<>(
            generated.stream().filter(e -> e.kind() == Example.Kind.RETURNS).limit(most).toList());
    calls.addAll(new VariedCalls(language.id(), most - calls.size()).of(all));
    String path = language.testPath(plan.mainFile(), Origin.GENERATED.id());
    return language.exampleTests(Briefs.of(plan, path, calls)).map(this::file);
  }

  private TestFile file(SourceFile file) {
    return new TestFile(Origin.GENERATED, file, language.testNames(file));
  }
}
