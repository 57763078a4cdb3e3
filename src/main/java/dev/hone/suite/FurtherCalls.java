package dev.hone.suite;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Example tests whose expected values mean nothing: they are run for what the code does.
public final class FurtherCalls {
  private final Language language;
  private final int most;

  /// Makes a maker.
  ///
  /// @param language the language of the calls
  /// @param most the most calls, at least 1
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
    return language
        .exampleTests(Briefs.of(plan, path, calls))
        .map(file -> TestFile.ofExamples(Origin.GENERATED, file, calls, language));
  }

  /// {@return tests of calls whose results are known by now, those that tell code apart best; empty
  /// where none can be written} Their names go on where those of the generated tests end.
  ///
  /// @param plan the plan of the code
  /// @param calls the calls with what they should return, at least one
  /// @param beside the tests that there are
  public Optional<TestFile> voted(Plan plan, List<Example> calls, List<TestFile> beside) {
    List<Example> examples = new ArrayList<>();
    int taken = beside.stream().mapToInt(TestFile::lastPlace).max().orElse(0);
    examples.addAll(Collections.nCopies(taken, calls.getFirst()));
    examples.addAll(new ExampleChoice(most).of(calls));
    String path = language.testPath(plan.mainFile(), Origin.AGREED.id());
    return language
        .exampleTests(Briefs.of(plan, path, examples))
        .map(language::asGenerated)
        .map(
            file ->
                TestFile.ofExamples(Origin.AGREED, file, examples, language).after(taken, language))
        .filter(file -> !file.names().isEmpty());
  }
}
