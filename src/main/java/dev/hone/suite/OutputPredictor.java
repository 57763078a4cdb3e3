package dev.hone.suite;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.model.Gaps;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Prompts;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.plan.Plan;
import dev.hone.requirement.ExampleReader;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks a model what calls return that are varied from the examples of the requirement (output
/// prediction, arXiv 2401.03065). The examples stand before them as answers of its own, and each of
/// its answers before the next call: a form whose gaps it fills, as far as it takes one. That takes
/// a fifth of the tokens that calls with their values take which it writes itself, since a call is
/// read and not written, and the prompt begins as that for code does, which the model has just
/// read.
public final class OutputPredictor {
  /// The name of the prompt.
  public static final String PROMPT = "suite/predict";

  private static final int MOST_CALLS = 10;
  private static final int MOST_EXAMPLES = 4;
  private static final int LONGEST = 160;
  private static final int VALUE_TOKENS = 24;
  private static final String IS = " ==";
  private static final String END = "\n";
  private static final double LIKELY = 0.5;

  private final PromptTemplate template;
  private final Language language;

  /// Makes a predictor.
  ///
  /// @param language the target language
  /// @param prompts Hone's own, or what is tried
  public OutputPredictor(Language language, Prompts prompts) {
    this.template = prompts.of(PROMPT);
    this.language = language;
  }

  /// {@return how values are asked for}
  ///
  /// @param calls of how many calls, at least one
  public static Sampling sampling(int calls) {
    return new Sampling(0, 1, 0, 0, 1, 0, calls * VALUE_TOKENS, List.of(END));
  }

  /// {@return the calls to ask for, with expected values that mean nothing; empty where no example
  /// can be varied}
  ///
  /// @param plan has the examples
  public List<Example> calls(Plan plan) {
    return new VariedCalls(language.id(), MOST_CALLS)
        .of(examples(plan)).stream().filter(call -> call.call().length() <= LONGEST).toList();
  }

  /// {@return the prompt that asks for what a call returns}
  ///
  /// @param requirement what is asked
  /// @param plan its plan
  /// @param answered calls with what the model said of them
  /// @param call the next call
  public Prompt ask(Requirement requirement, Plan plan, List<Example> answered, Example call) {
    String lines =
        Stream.concat(examples(plan).stream().limit(MOST_EXAMPLES), answered.stream())
            .map(example -> example.call() + IS + " " + example.expected() + END)
            .collect(Collectors.joining());
    return template.fill(
        Map.of(
            "language", plan.language().title(),
            "requirement", Shown.withContext(requirement).strip(),
            "lines", lines,
            "call", call.call()));
  }

  /// {@return the request that asks for what several calls return}
  ///
  /// @param prompt the prompt that asks for the first
  /// @param calls the calls, at least one
  public static Request request(Prompt prompt, List<Example> calls) {
    return new Request(prompt.messages(), sampling(calls.size()), List.of())
        .continued(calls.stream().skip(1).map(OutputPredictor::continuation).toList());
  }

  /// {@return what stands between the value of one call and that of the next}
  ///
  /// @param next the next call
  public static String continuation(Example next) {
    return END + next.call() + IS;
  }

  /// {@return the call with the value that the model names; empty where it names none}
  ///
  /// @param said what the model said of it
  /// @param call the call that was asked for
  public Optional<Example> read(Gaps.Gap said, Example call) {
    String value = said.text().strip();
    // A model whose reply could not be begun says another call.
    String name = call.call().substring(0, call.call().indexOf('(') + 1);
    if (!said.whole() || value.isEmpty() || value.contains(name)) {
      return Optional.empty();
    }
    return new ExampleReader()
        .read(call.call() + IS + " " + value, language.id()).stream()
            .filter(example -> example.kind() == Example.Kind.RETURNS)
            .filter(example -> example.call().equals(call.call()))
            .findFirst();
  }

  /// {@return whether the model itself thinks its value likelier than not}
  ///
  /// @param said what it said of a call
  public static boolean isLikely(Gaps.Gap said) {
    return said.likelihood() >= LIKELY;
  }

  /// {@return tests of calls with predicted values; empty where none can be written}
  ///
  /// @param plan the plan of the code
  /// @param predicted calls with their values
  public Optional<TestFile> tests(Plan plan, List<Example> predicted) {
    return TestFile.generated(plan, predicted, language);
  }

  // What an example does before its call would have to be said in the line, too.
  private static List<Example> examples(Plan plan) {
    return plan.examples().stream()
        .filter(example -> example.kind() == Example.Kind.RETURNS && example.setup().isEmpty())
        .toList();
  }
}
