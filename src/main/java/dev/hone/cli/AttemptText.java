package dev.hone.cli;

import dev.hone.candidate.CodeDiff;
import dev.hone.model.Bill;
import dev.hone.model.Cost;
import dev.hone.model.Message;
import dev.hone.result.Attempt;
import dev.hone.result.Exchange;
import dev.hone.result.Mending;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Attempts of the log as a person reads them.
///
/// @param all every attempt of the run, in order
/// @param prompts whether what the model was told and what it answered is shown
/// @param diff whether code is shown as what changed since the attempt before
record AttemptText(List<Attempt> all, boolean prompts, boolean diff) {
  private static final int INDENT = 4;

  /// {@return one attempt, with an empty line before it}
  String of(Attempt attempt) {
    StringBuilder text = new StringBuilder();
    text.append(
        "\nattempt %d, round %d: %s\n"
            .formatted(attempt.number(), attempt.round(), attempt.judgement().verdict().id()));
    line(text, "  tests", Account.tests(attempt));
    line(text, "  time", seconds(attempt.time()));
    text.append(exchanges(attempt.exchanges()));
    attempt.mendings().forEach(mending -> line(text, "  mended", mended(mending)));
    attempt
        .judgement()
        .findings()
        .forEach(f -> line(text, "  finding", f.rule() + " line " + f.line() + ": " + f.call()));
    attempt
        .judgement()
        .errors()
        .forEach(error -> text.append("  error:\n").append(indented(error)));
    return text.append(code(attempt)).toString();
  }

  /// {@return what a model was asked, a line each, with prompt and reply where they are shown}
  String exchanges(List<Exchange> exchanges) {
    StringBuilder text = new StringBuilder();
    for (Exchange exchange : exchanges) {
      line(text, "  asked", asked(exchange));
      if (prompts) {
        exchange.prompt().messages().forEach(message -> said(text, title(message), message.text()));
        said(text, "reply", exchange.reply().text());
      }
    }
    return text.toString();
  }

  private String code(Attempt attempt) {
    int place = all.indexOf(attempt);
    if (!diff || place < 1) {
      return attempt.code().stream()
          .map(file -> "  " + file.path() + ":\n" + indented(file.content()))
          .collect(Collectors.joining());
    }
    Attempt before = all.get(place - 1);
    String changes = CodeDiff.of(before.code(), attempt.code());
    return changes.isEmpty()
        ? "  the code of attempt %d\n".formatted(before.number())
        : "  changes since attempt %d:\n%s".formatted(before.number(), changes.indent(INDENT));
  }

  private static void said(StringBuilder text, String who, String words) {
    text.append("  ").append(who).append(":\n").append(indented(words));
  }

  private static String title(Message message) {
    return message.role().name().toLowerCase(Locale.ROOT);
  }

  private static String mended(Mending mending) {
    String before = mending.before().isEmpty() ? "" : ", which was " + mending.before();
    return "by rule: " + String.join(", ", mending.rules()) + before;
  }

  private static String asked(Exchange exchange) {
    Bill bill = exchange.reply().bill();
    return "%s by %s@%s%s, %d in, %d out%s, %s, %s"
        .formatted(
            exchange.role(),
            exchange.prompt().name(),
            exchange.prompt().hash(),
            bill.model().isEmpty() ? "" : " of " + bill.model(),
            exchange.reply().promptTokens(),
            exchange.reply().completionTokens(),
            bill.cost() instanceof Cost.Known && Costs.isWorthALine(bill.cost())
                ? ", " + Costs.of(bill.cost())
                : "",
            seconds(exchange.reply().total()),
            exchange.reply().finish());
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  static String indented(String text) {
    return text.strip().indent(INDENT);
  }

  static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-10s %s\n", name, value));
  }
}
