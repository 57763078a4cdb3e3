package dev.hone.runlog;

import dev.hone.language.SourceFile;
import dev.hone.result.Attempt;
import dev.hone.result.Exchange;
import dev.hone.result.Forms;
import dev.hone.sandbox.Execution;
import dev.hone.scan.Finding;
import dev.hone.suite.TestFile;
import dev.hone.verdict.TestOutcome;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes one attempt with all its details.
final class AttemptWriter {
  private AttemptWriter() {}

  static void write(Handle handle, String runId, Attempt attempt) {
    int number = attempt.number();
    new Row("attempt")
        .set("run_id", runId)
        .set("number", number)
        .set("round", attempt.round())
        .set("started_at", Columns.time(attempt.startedAt()))
        .set("verdict", attempt.judgement().verdict().id())
        .set("millis", attempt.time().toMillis())
        .insertWith(handle);
    exchanges(handle, runId, number, attempt.exchanges());
    each(
        attempt.mendings(),
        (mending, i) ->
            Row.of("mending", runId, number, i)
                .set("rules", Columns.texts(mending.rules()))
                .set("verdict_before", mending.before())
                .set("errors_before", Columns.texts(mending.errors()))
                .insertWith(handle));
    each(attempt.code(), (file, i) -> code(runId, number, i, file).insertWith(handle));
    tests(handle, runId, number, attempt.tests());
    each(
        attempt.judgement().outcomes(),
        (outcome, i) -> outcome(runId, number, i, outcome).insertWith(handle));
    each(
        attempt.judgement().findings(),
        (finding, i) -> finding(runId, number, i, finding).insertWith(handle));
    each(
        attempt.judgement().errors(),
        (error, i) -> Row.of("error", runId, number, i).set("text", error).insertWith(handle));
    each(
        attempt.judgement().executions(),
        (execution, i) -> execution(runId, number, i, execution).insertWith(handle));
  }

  static void exchanges(Handle handle, String runId, int attempt, List<Exchange> exchanges) {
    each(
        exchanges,
        (exchange, i) ->
            Row.of("exchange", runId, attempt, i)
                .set("role", exchange.role())
                .set("prompt_name", exchange.prompt().name())
                .set("prompt_hash", exchange.prompt().hash())
                .set("messages", messages(exchange))
                .set("reply", exchange.reply().text())
                .set("finish", exchange.reply().finish().name())
                .set("prompt_tokens", exchange.reply().promptTokens())
                .set("cached_tokens", exchange.reply().cachedTokens())
                .set("completion_tokens", exchange.reply().completionTokens())
                .set("first_token_millis", exchange.reply().firstToken().toMillis())
                .set("millis", exchange.reply().total().toMillis())
                .set("thinking_tokens", exchange.reply().thinkingTokens())
                .set("retries", exchange.reply().retries())
                .set("model", exchange.reply().bill().model())
                .set("cost_nanos", Columns.nanos(exchange.reply().bill().cost()))
                .insertWith(handle));
  }

  static void tests(Handle handle, String runId, int attempt, List<TestFile> tests) {
    each(
        tests,
        (test, i) ->
            Row.of("test_file", runId, attempt, i)
                .set("origin", test.origin().id())
                .set("path", test.file().path())
                .set("content", test.file().content())
                .set("names", Columns.texts(test.names()))
                .set("examples", examples(test))
                .insertWith(handle));
  }

  private static String examples(TestFile test) {
    ObjectNode examples = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(test.examples())
        .forEach((name, example) -> examples.set(name, Forms.example(example)));
    return examples.toString();
  }

  private static String messages(Exchange exchange) {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    exchange
        .prompt()
        .messages()
        .forEach(m -> messages.addObject().put("role", m.role().name()).put("text", m.text()));
    return messages.toString();
  }

  private static Row code(String runId, int attempt, int position, SourceFile file) {
    return Row.of("code_file", runId, attempt, position)
        .set("path", file.path())
        .set("content", file.content());
  }

  private static Row outcome(String runId, int attempt, int position, TestOutcome outcome) {
    return Row.of("outcome", runId, attempt, position)
        .set("name", outcome.name())
        .set("origin", outcome.origin().id())
        .set("outcome", outcome.outcome().id())
        .set("message", outcome.message());
  }

  private static Row finding(String runId, int attempt, int position, Finding finding) {
    return Row.of("finding", runId, attempt, position)
        .set("rule", finding.rule())
        .set("severity", finding.severity().id())
        .set("path", finding.path())
        .set("line", finding.line())
        .set("call", finding.call())
        .set("why", finding.why());
  }

  private static Row execution(String runId, int attempt, int position, Execution execution) {
    return Row.of("execution", runId, attempt, position)
        .set("exit", execution.exit())
        .set("signal", execution.signal())
        .set("limit_hit", execution.limit().id())
        .set("stdout", execution.stdout())
        .set("stderr", execution.stderr())
        .set("truncated", Columns.flag(execution.truncated()))
        .set("wall_millis", execution.wall().toMillis())
        .set("cpu_millis", execution.cpu().toMillis())
        .set("peak_memory_bytes", execution.peakMemoryBytes())
        .set("sandbox", execution.sandbox());
  }

  private static <T> void each(List<T> items, Placed<T> work) {
    for (int i = 0; i < items.size(); i++) {
      work.accept(items.get(i), i);
    }
  }

  /// Takes an item with its place in the list.
  private interface Placed<T> {
    void accept(T item, int position);
  }
}
