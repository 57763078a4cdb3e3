package dev.hone.cli;

import dev.hone.cli.terminal.Cells;
import dev.hone.progress.Event;
import java.util.List;
import java.util.Locale;

/// What `--verbose` tells beside the stages of a run.
final class DetailLines {
  private DetailLines() {}

  /// {@return the lines of an event, none of which could steer a terminal; often none}
  static List<String> of(Event event) {
    return switch (event) {
      case Event.Question(String role, String model, int characters) ->
          List.of(
              "  asking %s for %s: %d characters".formatted(Cells.clean(model), role, characters));
      case Event.Answer answer -> List.of(answer(answer));
      case Event.Verdict verdict ->
          verdict.errors().stream()
              .flatMap(error -> Cells.clean(error).strip().lines())
              .map(line -> "  " + line)
              .toList();
      case Event.Stage _, Event.Download _, Event.ModelText _, Event.Attempt _, Event.Tests _ ->
          List.of();
    };
  }

  private static String answer(Event.Answer answer) {
    String cached =
        answer.cachedTokens() > 0 ? " (%d of them kept)".formatted(answer.cachedTokens()) : "";
    String cost = RunFigures.isWorthAWord(answer.cost()) ? ", $" + answer.cost() : "";
    return "  answer for %s: %d tokens in%s, %d out, %s s%s"
        .formatted(
            answer.role(),
            answer.promptTokens(),
            cached,
            answer.completionTokens(),
            String.format(Locale.ROOT, "%.1f", answer.time().toMillis() / 1000.0),
            cost);
  }
}
