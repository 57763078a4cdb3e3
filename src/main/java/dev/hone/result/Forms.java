package dev.hone.result;

import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.model.Cost;
import dev.hone.plan.Plan;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.collect.Collected;
import dev.hone.scan.Finding;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestChange;
import dev.hone.verdict.TestOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON forms in which results leave Hone. Fields keep their order and their meaning while
/// {@link #SCHEMA} stays the same. Durations are seconds with three decimals.
public final class Forms {
  /// The number of the forms; it changes when a field changes its meaning.
  public static final int SCHEMA = 1;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Forms() {}

  /// {@return the form of a whole run} Code, tests and outcomes are those of the best attempt;
  /// where there is none they are empty and the verdict is null. A run that changes code has a
  /// `diff`.
  ///
  /// @param result what the run came to
  public static ObjectNode solve(Result result) {
    List<Attempt> best = result.best().stream().toList();
    ObjectNode form = JSON.objectNode();
    form.put("schema", SCHEMA);
    form.put("runId", result.runId());
    form.put("requirement", result.requirement().text());
    form.put("language", result.language().language().id());
    form.put("model", result.model());
    form.put("sandbox", result.sandbox());
    form.set("plan", plan(result.plan()));
    form.put("passed", result.passed());
    form.put("verdict", result.best().map(a -> a.judgement().verdict().id()).orElse(null));
    form.put("ended", result.ending().id());
    form.put("failure", orNull(result.failure().id()));
    form.put("rounds", result.rounds());
    form.set("code", array(best, Attempt::code, Forms::file));
    form.set("tests", array(best, Attempt::tests, test -> file(test.file())));
    form.set("outcomes", array(best, a -> a.judgement().outcomes(), Forms::outcome));
    form.set("findings", array(best, a -> a.judgement().findings(), Forms::finding));
    form.set("errors", array(best, a -> a.judgement().errors(), JSON::stringNode));
    form.set("doubted", array(result.doubted(), Forms::outcome));
    form.set("evidence", evidence(result.evidence()));
    form.set("usage", usage(result.usage(), result.time()));
    if (result.requirement().changesCode()) {
      List<SourceFile> code = result.best().map(Attempt::code).orElse(List.of());
      form.put("diff", UnifiedDiff.of(result.requirement().existing(), code));
    }
    return form;
  }

  /// {@return the form of one judgement} Its execution is the last command that ran, or null.
  ///
  /// @param language the language judged
  /// @param sandbox the sandbox mode
  /// @param judgement what judging showed
  public static ObjectNode judge(LanguageId language, String sandbox, Judgement judgement) {
    ObjectNode form = JSON.objectNode();
    form.put("schema", SCHEMA);
    form.put("language", language.id());
    form.put("sandbox", sandbox);
    form.put("verdict", judgement.verdict().id());
    form.set("outcomes", array(judgement.outcomes(), Forms::outcome));
    form.set("findings", array(judgement.findings(), Forms::finding));
    form.set("errors", array(judgement.errors(), JSON::stringNode));
    List<Execution> executions = judgement.executions();
    form.set("execution", executions.isEmpty() ? JSON.nullNode() : execution(executions.getLast()));
    return form;
  }

  /// {@return the form of what `hone sandbox` ran: an execution with its schema}
  ///
  /// @param execution what the command did
  public static ObjectNode sandbox(Execution execution) {
    ObjectNode form = JSON.objectNode();
    form.put("schema", SCHEMA);
    form.setAll(execution(execution));
    if (!execution.collected().isEmpty()) {
      form.set("collected", array(execution.collected(), Forms::collected));
    }
    return form;
  }

  private static ObjectNode collected(Collected collected) {
    ObjectNode form = JSON.objectNode();
    form.put("path", collected.path());
    form.put("bytes", collected.bytes());
    form.put("problem", collected.problem());
    return form;
  }

  /// {@return the form of a scan}
  ///
  /// @param findings what the scan found
  public static ObjectNode scan(List<Finding> findings) {
    ObjectNode form = JSON.objectNode();
    form.put("schema", SCHEMA);
    form.set("findings", array(findings, Forms::finding));
    return form;
  }

  /// {@return the form of one command in the sandbox; its limit is null where none was hit}
  ///
  /// @param execution what the command did
  public static ObjectNode execution(Execution execution) {
    ObjectNode form = JSON.objectNode();
    form.put("exit", execution.exit());
    form.put("signal", execution.signal());
    form.put("limit", execution.limit() == Limit.NONE ? null : execution.limit().id());
    form.put("stdout", execution.stdout());
    form.put("stderr", execution.stderr());
    form.put("truncated", execution.truncated());
    form.put("wallSeconds", seconds(execution.wall()));
    form.put("cpuSeconds", seconds(execution.cpu()));
    form.put("peakMemoryBytes", execution.peakMemoryBytes());
    form.put("sandbox", execution.sandbox());
    return form;
  }

  /// {@return the form of a plan}
  ///
  /// @param plan the plan
  public static ObjectNode plan(Plan plan) {
    ObjectNode form = JSON.objectNode();
    form.put("language", plan.language().id());
    form.set("signatures", array(plan.signatures(), JSON::stringNode));
    form.set("entryPoints", array(plan.entryPoints(), JSON::stringNode));
    form.set("files", array(plan.files(), JSON::stringNode));
    form.set("examples", array(plan.examples(), Forms::example));
    form.set("edgeCases", array(plan.edgeCases(), JSON::stringNode));
    form.set("steps", array(plan.steps(), JSON::stringNode));
    return form;
  }

  /// {@return the form of one attempt, with all that the run log keeps of it}
  ///
  /// @param attempt the attempt
  public static ObjectNode attempt(Attempt attempt) {
    Judgement judgement = attempt.judgement();
    ObjectNode form = JSON.objectNode();
    form.put("attempt", attempt.number());
    form.put("round", attempt.round());
    form.put("startedAt", attempt.startedAt().toString());
    form.put("verdict", judgement.verdict().id());
    form.put("seconds", seconds(attempt.time()));
    form.set("mendings", array(attempt.mendings(), Forms::mending));
    form.set("code", array(attempt.code(), Forms::file));
    form.set("tests", array(attempt.tests(), Forms::testFile));
    form.set("outcomes", array(judgement.outcomes(), Forms::outcome));
    form.set("findings", array(judgement.findings(), Forms::finding));
    form.set("errors", array(judgement.errors(), JSON::stringNode));
    form.set("executions", array(judgement.executions(), Forms::execution));
    form.set("exchanges", array(attempt.exchanges(), Forms::exchange));
    return form;
  }

  /// {@return the form of one question to the model and its answer}
  ///
  /// @param exchange the question and the answer
  public static ObjectNode exchange(Exchange exchange) {
    ObjectNode form = JSON.objectNode();
    form.put("role", exchange.role());
    form.put("prompt", exchange.prompt().name());
    form.put("promptHash", exchange.prompt().hash());
    form.set(
        "messages",
        array(
            exchange.prompt().messages(),
            message ->
                JSON.objectNode().put("role", message.role().name()).put("text", message.text())));
    form.put("reply", exchange.reply().text());
    form.put("finish", exchange.reply().finish().name());
    form.put("promptTokens", exchange.reply().promptTokens());
    form.put("cachedTokens", exchange.reply().cachedTokens());
    form.put("completionTokens", exchange.reply().completionTokens());
    form.put("thinkingTokens", exchange.reply().thinkingTokens());
    form.put("retries", exchange.reply().retries());
    form.put("firstTokenSeconds", seconds(exchange.reply().firstToken()));
    form.put("seconds", seconds(exchange.reply().total()));
    String model = exchange.reply().bill().model();
    form.put("model", model.isEmpty() ? null : model);
    form.put("cost", cost(exchange.reply().bill().cost()));
    return form;
  }

  /// {@return the form of how far a pass can be trusted; the confidence and its word are null where
  /// not every test was passed}
  ///
  /// @param evidence what a pass rests on
  public static ObjectNode evidence(Evidence evidence) {
    ObjectNode form = JSON.objectNode();
    form.put("basis", evidence.basis().id());
    Optional<Confidence> confidence = Confidence.of(evidence);
    form.put("confidence", confidence.map(Forms::rounded).orElse(null));
    form.put("confidenceWord", confidence.map(Confidence::word).orElse(null));
    form.put("givenPassed", evidence.givenPassed());
    form.put("givenTotal", evidence.givenTotal());
    form.put("ownPassed", evidence.ownPassed());
    form.put("ownTotal", evidence.ownTotal());
    form.put("setAside", evidence.setAside());
    form.put("mutants", evidence.strength().mutants());
    form.put("mutantsKilled", evidence.strength().killed());
    form.put("compared", evidence.consensus().compared());
    form.put("alike", evidence.consensus().alike());
    return form;
  }

  /// {@return the form of what was spent} The cost is in US dollars with six decimals, rounded up;
  /// null where it is not known.
  ///
  /// @param usage what was spent on the model
  /// @param time how long the whole run took
  public static ObjectNode usage(Usage usage, Duration time) {
    ObjectNode form = JSON.objectNode();
    form.put("calls", usage.calls());
    form.put("promptTokens", usage.promptTokens());
    form.put("cachedTokens", usage.cachedTokens());
    form.put("completionTokens", usage.completionTokens());
    form.put("thinkingTokens", usage.thinkingTokens());
    form.put("retries", usage.retries());
    form.put("seconds", seconds(time));
    form.put("cost", cost(usage.cost()));
    return form;
  }

  private static @Nullable BigDecimal cost(Cost cost) {
    return switch (cost) {
      case Cost.Known known -> known.millionths();
      case Cost.Unknown _ -> null;
    };
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static BigDecimal rounded(Confidence confidence) {
    return BigDecimal.valueOf(confidence.value()).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).setScale(3, RoundingMode.HALF_UP);
  }

  private static ObjectNode mending(Mending mending) {
    ObjectNode form = JSON.objectNode();
    form.set("rules", array(mending.rules(), JSON::stringNode));
    form.put("before", mending.before());
    form.set("errors", array(mending.errors(), JSON::stringNode));
    return form;
  }

  private static ObjectNode file(SourceFile file) {
    return JSON.objectNode().put("path", file.path()).put("content", file.content());
  }

  private static ObjectNode testFile(TestFile test) {
    ObjectNode form = JSON.objectNode();
    form.put("origin", test.origin().id());
    form.put("path", test.file().path());
    form.set("names", array(test.names(), JSON::stringNode));
    form.put("content", test.file().content());
    return form;
  }

  private static ObjectNode outcome(TestOutcome outcome) {
    ObjectNode form = JSON.objectNode();
    form.put("name", outcome.name());
    form.put("origin", outcome.origin().id());
    form.put("outcome", outcome.outcome().id());
    form.put("message", outcome.message());
    return form;
  }

  /// {@return the form of how tests changed; null where a test was not there}
  ///
  /// @param changes the tests that went another way
  public static ArrayNode changes(List<TestChange> changes) {
    return array(changes, Forms::change);
  }

  private static ObjectNode change(TestChange change) {
    ObjectNode form = JSON.objectNode();
    form.put("name", change.name());
    form.put("origin", change.origin().id());
    form.put("before", orNull(change.before()));
    form.put("after", orNull(change.after()));
    return form;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode form = JSON.objectNode();
    form.put("rule", finding.rule());
    form.put("severity", finding.severity().id());
    form.put("path", finding.path());
    form.put("line", finding.line());
    form.put("call", finding.call());
    form.put("why", finding.why());
    return form;
  }

  /// {@return the form of an example}
  ///
  /// @param example the example
  public static ObjectNode example(Example example) {
    ObjectNode form = JSON.objectNode();
    form.put("kind", example.kind().name());
    form.set("setup", array(example.setup(), JSON::stringNode));
    form.put("call", example.call());
    form.put("expected", example.expected());
    form.put("source", example.source());
    return form;
  }

  private static <T> ArrayNode array(Collection<T> items, Function<T, JsonNode> form) {
    return items.stream().map(form).collect(JSON::arrayNode, ArrayNode::add, ArrayNode::addAll);
  }

  private static <T> ArrayNode array(
      List<Attempt> best, Function<Attempt, List<T>> part, Function<T, JsonNode> form) {
    return array(best.stream().map(part).flatMap(List::stream).toList(), form);
  }
}
