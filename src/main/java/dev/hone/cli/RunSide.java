package dev.hone.cli;

import dev.hone.model.Cost;
import dev.hone.result.Result;
import dev.hone.result.Usage;
import dev.hone.runlog.RunEnd;
import dev.hone.runlog.RunRecord;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One of two runs that stand beside one another.
///
/// @param id its identifier
/// @param model the model's name
/// @param passed whether it passed
/// @param verdict the verdict; empty where there is none
/// @param ended why it ended; empty where it did not
/// @param tests how the tests of the best attempt went, in words
/// @param attempts how many there were
/// @param usage what was spent; nothing where the run came to no result
/// @param time how long it took
record RunSide(
    String id,
    String model,
    boolean passed,
    String verdict,
    String ended,
    String tests,
    int attempts,
    Usage usage,
    Duration time) {
  static RunSide of(RunRecord run) {
    Usage usage = Usage.NONE;
    Duration time = Duration.ZERO;
    boolean passed = false;
    if (run.end() instanceof RunEnd.Finished end) {
      usage = end.usage();
      time = end.time();
      passed = end.passed();
    }
    return new RunSide(
        run.id(),
        run.start().model().name(),
        passed,
        run.verdict().orElse(""),
        run.end().id(),
        run.best().map(Account::tests).orElse("none"),
        run.attempts().size(),
        usage,
        time);
  }

  static RunSide of(Result result) {
    return new RunSide(
        result.runId(),
        result.model(),
        result.passed(),
        result.best().map(best -> best.judgement().verdict().id()).orElse(""),
        result.ending().id(),
        result.best().map(Account::tests).orElse("none"),
        result.attempts().size(),
        result.usage(),
        result.time());
  }

  /// {@return both runs, a line for each thing that can be compared}
  static String table(RunSide then, RunSide now) {
    return line("", "then", "now")
        + line("run", then.id, now.id)
        + line("model", then.model, now.model)
        + line("passed", then.passed ? "yes" : "no", now.passed ? "yes" : "no")
        + line("verdict", word(then.verdict), word(now.verdict))
        + line("ended", word(then.ended), word(now.ended))
        + line("tests", then.tests, now.tests)
        + line("attempts", Integer.toString(then.attempts), Integer.toString(now.attempts))
        + line("tokens", tokens(then.usage), tokens(now.usage))
        + line("cost", cost(then.usage), cost(now.usage))
        + line("seconds", seconds(then.time), seconds(now.time));
  }

  /// {@return the form of one of them; what is not known is null}
  ObjectNode form() {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("runId", id);
    form.put("model", model);
    form.put("passed", passed);
    form.put("verdict", verdict.isEmpty() ? null : verdict);
    form.put("ended", ended.isEmpty() ? null : ended);
    form.put("attempts", attempts);
    form.put("promptTokens", usage.promptTokens());
    form.put("completionTokens", usage.completionTokens());
    form.put("cost", usage.cost() instanceof Cost.Known known ? known.millionths() : null);
    form.put("seconds", time.toMillis() / 1000.0);
    return form;
  }

  private static String line(String name, String then, String now) {
    return String.format(Locale.ROOT, "%-9s %-34s %s\n", name, then, now);
  }

  private static String word(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String tokens(Usage usage) {
    return "%d in, %d out".formatted(usage.promptTokens(), usage.completionTokens());
  }

  private static String cost(Usage usage) {
    return Costs.isWorthALine(usage.cost()) ? Costs.of(usage.cost()) : "nothing";
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
  }
}
