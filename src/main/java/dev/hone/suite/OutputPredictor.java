package dev.hone.suite;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.model.FinishReason;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Prompts;
import dev.hone.model.Reply;
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

/// Asks a model what calls return that are varied from the examples of the requirement, one call at
/// a time (output prediction, arXiv 2401.03065). The examples stand before them as answers of its
/// own, and each of its answers before the next call. That takes a fifth of the tokens that calls
/// with their values take which it writes itself, since a call is read and not written, and the
/// prompt begins as that for code does, which the model has just read.
public final class OutputPredictor {
  /// The name of the prompt.
  public static final String PROMPT = "suite/predict";

  private static final int MOST_CALLS = 8;
  private static final int MOST_EXAMPLES = 4;
  private static final int LONGEST = 160;
  private static final int VALUE_TOKENS = 48;
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

  /// {@return how a value is asked for}
  public static Sampling sampling() {
    return new Sampling(0, 1, 0, 0, 1, 0, VALUE_TOKENS, List.of("\n"));
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
  /// @param answered calls with the values that were predicted for them
  /// @param call the next call
  public Prompt ask(Requirement requirement, Plan plan, List<Example> answered, Example call) {
    String lines =
        Stream.concat(examples(plan).stream().limit(MOST_EXAMPLES), answered.stream())
            .map(example -> example.call() + " == " + example.expected() + "\n")
            .collect(Collectors.joining());
    return template.fill(
        Map.of(
            "language", plan.language().title(),
            "requirement", Shown.withContext(requirement).strip(),
            "lines", lines,
            "call", call.call()));
  }

  /// {@return the call with the value that a reply names; empty where it names none}
  ///
  /// @param reply the reply
  /// @param call the call that was asked for
  public Optional<Example> read(Reply reply, Example call) {
    String value = reply.text().strip();
    // A model whose reply could not be begun says another call.
    String name = call.call().substring(0, call.call().indexOf('(') + 1);
    if (reply.finish() != FinishReason.STOP || value.isEmpty() || value.contains(name)) {
      return Optional.empty();
    }
    return new ExampleReader()
        .read(call.call() + " == " + value, language.id()).stream()
            .filter(example -> example.kind() == Example.Kind.RETURNS)
            .filter(example -> example.call().equals(call.call()))
            .findFirst();
  }

  /// {@return whether the model itself thinks its value likelier than not}
  ///
  /// @param reply a reply with a value
  public static boolean isLikely(Reply reply) {
    return reply.likelihood() >= LIKELY;
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
