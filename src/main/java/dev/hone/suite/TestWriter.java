package dev.hone.suite;

import dev.hone.candidate.CodeBlock;
import dev.hone.language.Example;
import dev.hone.language.FailureWords;
import dev.hone.language.Idioms;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Prompts;
import dev.hone.model.Reply;
import dev.hone.plan.Plan;
import dev.hone.requirement.ExampleReader;
import dev.hone.requirement.Program;
import dev.hone.requirement.ProgramExample;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks for tests from the requirement alone, never with a candidate in view, and reads them from
/// the reply: tests written with wrong code in view repeat what the code does.
///
/// A small model is asked for bare examples of calls, one a line, where the plan has functions.
/// That takes a third of the tokens of test code, each line stands alone, and a line that is wrong
/// or cut takes no other with it. Its reply is begun for it with the name of a function, since
/// small models otherwise like to write the function first.
public final class TestWriter {
  private static final String CODE = "suite/write";
  private static final String LINES = "suite/examples";
  private static final String ERRORS = "suite/errors";
  private static final String PROGRAM = "suite/program";
  private static final int MOST_RUNS = 4;
  private static final int MOST_EXAMPLES = 8;
  private static final double SURE = 0.75;
  private static final int EXAMPLE_TOKENS = 200;
  private static final int SMALL_CODE_TOKENS = 900;
  private static final int CODE_TOKENS = 1500;
  private static final Pattern ERROR =
      Pattern.compile(
          "(?i)rais|throw|error|exception|invalid|reject|refuse|fail|fehler|lance|lève");

  private final Prompts prompts;
  private final PromptTemplate code;
  private final PromptTemplate lines;
  private final PromptTemplate errors;
  private final PromptTemplate program;
  private final ExampleChoice choice = new ExampleChoice(MOST_EXAMPLES);
  private final Language language;
  private final boolean small;
  private final boolean asksForLines;

  /// Makes a writer.
  ///
  /// @param language the target language
  /// @param small whether the model is a small one
  public TestWriter(Language language, boolean small) {
    this(language, small, Prompts.OWN);
  }

  /// Makes a writer with other prompts.
  ///
  /// @param language the target language
  /// @param small whether the model is a small one
  /// @param prompts Hone's own, or what is tried
  public TestWriter(Language language, boolean small, Prompts prompts) {
    this(language, small, prompts, small);
  }

  private TestWriter(Language language, boolean small, Prompts prompts, boolean asksForLines) {
    this.prompts = prompts;
    this.code = prompts.of(CODE);
    this.lines = prompts.of(LINES);
    this.errors = prompts.of(ERRORS);
    this.program = prompts.of(PROGRAM);
    this.language = language;
    this.small = small;
    this.asksForLines = asksForLines;
  }

  /// {@return a writer that asks for test code, whatever the model}
  public TestWriter ofCode() {
    return new TestWriter(language, small, prompts, false);
  }

  /// {@return the prompts that may be asked}
  public static List<PromptTemplate> prompts() {
    return Stream.of(CODE, LINES, ERRORS, PROGRAM).map(PromptTemplate::load).toList();
  }

  /// {@return the prompt that asks for tests}
  ///
  /// @param requirement what is asked
  /// @param plan its plan
  public Prompt write(Requirement requirement, Plan plan) {
    if (requirement.program().isPresent()) {
      return program(requirement, plan);
    }
    return asksForExamples(plan) ? lines(requirement, plan) : code(requirement, plan);
  }

  /// {@return the tests in a reply, or empty where it holds none} Of a reply that the token limit
  /// cut, whole tests count.
  ///
  /// @param reply the reply
  /// @param requirement what is asked
  /// @param plan its plan
  public Optional<TestFile> read(Reply reply, Requirement requirement, Plan plan) {
    if (requirement.program().isPresent()) {
      return ProgramTests.of(new Program(runs(reply)), Origin.GENERATED);
    }
    return asksForExamples(plan)
        ? TestFile.generated(plan, examples(reply, requirement, plan), language)
        : Optional.of(ofCode(reply, plan)).filter(some -> !some.names().isEmpty());
  }

  private TestFile ofCode(Reply reply, Plan plan) {
    String path = language.testPath(plan.mainFile(), Origin.GENERATED.id());
    SourceFile file =
        language.mendedTests(
            new SourceFile(path, codeOf(reply).strip() + "\n"), plan.entryPoints());
    return new TestFile(Origin.GENERATED, file, language.testNames(file));
  }

  /// {@return the most tokens that a reply is worth; a small model that has not ended by then
  /// repeats itself}
  ///
  /// @param requirement what is asked
  /// @param plan its plan
  public int mostTokens(Requirement requirement, Plan plan) {
    return asksForExamples(plan) || requirement.program().isPresent()
        ? EXAMPLE_TOKENS
        : small ? SMALL_CODE_TOKENS : CODE_TOKENS;
  }

  private boolean asksForExamples(Plan plan) {
    return asksForLines && !plan.entryPoints().isEmpty() && !plan.offersTypes();
  }

  private Prompt lines(Requirement requirement, Plan plan) {
    FailureWords failure = language.failureWords();
    // Asked for at the end of the list, errors come after the token limit more often than not.
    PromptTemplate template = speaksOfErrors(requirement) ? errors : lines;
    return template.fill(
        Map.of(
            "language", plan.language().title(),
            "requirement", Shown.withCode(requirement).strip(),
            "fails", failure.prose(),
            "failing", failure.example(),
            "functions", quoted(functions(requirement, plan)),
            "cases", cases(plan, " (", ")"),
            "opening", opening(plan)));
  }

  private Prompt program(Requirement requirement, Plan plan) {
    return program.fill(
        Map.of(
            "language", plan.language().title(),
            "requirement", Shown.withCode(requirement).strip(),
            "cases", cases(plan, " (", ")")));
  }

  // Under a heading that says what they are, and begun for the model as its prompt ends.
  private static List<ProgramExample> runs(Reply reply) {
    String text = reply.finish().isCut() ? beforeLast(reply.text(), "Input:") : reply.text();
    return ProgramExample.in("Examples:\nInput:\n" + text).stream()
        .distinct()
        .limit(MOST_RUNS)
        .toList();
  }

  // A name that the text does not have says nothing of how it is called.
  private static List<String> functions(Requirement requirement, Plan plan) {
    boolean known = plan.entryPoints().stream().allMatch(requirement.text()::contains);
    return known ? plan.entryPoints() : plan.signatures();
  }

  // Not the bracket too: for the model it belongs to the quotation mark behind it, and given alone
  // it brings forth texts without quotation marks.
  private static String opening(Plan plan) {
    return plan.entryPoints().getFirst();
  }

  // A model that cannot go on from given words says them again, or begins a block.
  private static String given(String reply, Plan plan) {
    String start = reply.stripLeading();
    boolean anew = start.startsWith(opening(plan)) || start.startsWith("`");
    return anew ? "" : opening(plan);
  }

  private Prompt code(Requirement requirement, Plan plan) {
    Idioms idioms = language.idioms();
    String module = language.importName(plan.mainFile());
    return code.fill(
        Map.of(
            "language", plan.language().title(),
            "requirement", Shown.withCode(requirement).strip(),
            "framework", idioms.testFramework(),
            "file", plan.mainFile(),
            "signatures",
                plan.signatures().isEmpty() ? "" : ", which offers " + quoted(plan.signatures()),
            "cases", cases(plan, "Edge cases worth a test: ", "."),
            "style", idioms.testStyle().replace("{module}", module),
            "fence", idioms.fence()));
  }

  // Small models fall into repeating a line; each call counts once, and those of the requirement
  // are tests already. Small models also invent argument checks; an error counts only where the
  // requirement speaks of one.
  private List<Example> examples(Reply reply, Requirement requirement, Plan plan) {
    String given = given(reply.text(), plan);
    String whole = given + reply.text();
    String text = reply.finish().isCut() ? beforeLast(whole, "\n") : whole;
    Certainty certainty = new Certainty(whole, given.length(), reply.logprobs());
    boolean errors = speaksOfErrors(requirement);
    Set<String> known = plan.examples().stream().map(Example::call).collect(Collectors.toSet());
    Map<String, Example> byCall = new LinkedHashMap<>();
    for (Example example : new ExampleReader().read(text, plan.language(), plan.entryPoints())) {
      byCall.putIfAbsent(example.call(), example);
    }
    List<Example> fresh =
        byCall.values().stream()
            .filter(example -> !known.contains(example.call()))
            .filter(example -> errors || example.kind() != Example.Kind.RAISES)
            .toList();
    List<Example> sure = certainty.atLeast(SURE, fresh);
    // Tests of which the model is not sure are still better than none at all.
    return choice.of(sure.isEmpty() && known.isEmpty() ? fresh : sure);
  }

  private static boolean speaksOfErrors(Requirement requirement) {
    return ERROR.matcher(requirement.text()).find();
  }

  private static String codeOf(Reply reply) {
    List<CodeBlock> blocks = CodeBlock.in(reply.text());
    String text =
        blocks.isEmpty()
            ? reply.text()
            : blocks.stream().map(CodeBlock::code).collect(Collectors.joining("\n"));
    return reply.finish().isCut() ? beforeLast(text, "\n\n") : text;
  }

  private static String beforeLast(String text, String separator) {
    return text.substring(0, Math.max(0, text.lastIndexOf(separator)));
  }

  private static String quoted(List<String> names) {
    return names.stream().collect(Collectors.joining("`, `", "`", "`"));
  }

  private static String cases(Plan plan, String before, String after) {
    return plan.edgeCases().isEmpty() ? "" : before + String.join("; ", plan.edgeCases()) + after;
  }
}
