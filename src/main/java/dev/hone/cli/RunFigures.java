package dev.hone.cli;

import dev.hone.progress.Event;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What is known of a run while it goes on. Not safe for use by several threads.
final class RunFigures {
  // About what a token of code has.
  private static final int CHARACTERS_IN_A_TOKEN = 3;

  private final Instant startedAt;
  private String stage = "starting";
  private String place = "";
  private String candidate = "";
  private String doing = "";
  private String tests = "";
  private String download = "";
  private long promptTokens;
  private long completionTokens;
  private String pace = "";
  private int writtenCharacters;
  private BigDecimal dollars = BigDecimal.ZERO;

  RunFigures(Instant startedAt) {
    this.startedAt = startedAt;
  }

  void take(Event event) {
    switch (event) {
      case Event.Stage(String text) -> {
        stage = text;
        download = "";
      }
      case Event.Download moved -> download = download(moved);
      case Event.Attempt attempt -> {
        place = "round %d of %d".formatted(attempt.round(), attempt.rounds());
        candidate = "candidate %d of %d".formatted(attempt.attempt(), attempt.attempts());
        tests = "";
      }
      case Event.Question question -> {
        doing = "writing " + what(question.role());
        writtenCharacters = 0;
      }
      case Event.ModelText(String text) -> writtenCharacters += text.length();
      case Event.Answer answer -> answered(answer);
      case Event.Tests(int passed, int ran, int all) -> {
        doing = ran < all ? "testing" : "";
        tests = "tests %d of %d".formatted(passed, all);
      }
      case Event.Verdict _ -> doing = "";
    }
  }

  private void answered(Event.Answer answer) {
    promptTokens += answer.promptTokens();
    completionTokens += answer.completionTokens();
    long millis = answer.time().toMillis();
    if (millis > 0 && answer.completionTokens() > 0) {
      pace = answer.completionTokens() * 1000L / millis + " tokens/s";
    }
    if (!answer.cost().isEmpty()) {
      dollars = dollars.add(new BigDecimal(answer.cost()));
    }
    writtenCharacters = 0;
    doing = "checking";
  }

  private static String what(String role) {
    return switch (role) {
      case "code", "repair" -> "code";
      case "plan" -> "a plan";
      default -> role;
    };
  }

  private static String download(Event.Download moved) {
    return moved.totalBytes() > 0
        ? "%s %d %% of %s"
            .formatted(
                moved.name(),
                moved.doneBytes() * 100 / moved.totalBytes(),
                Sizes.bytes(moved.totalBytes()))
        : moved.name() + " " + Sizes.bytes(moved.doneBytes());
  }

  /// {@return what it does, one line}
  String stage() {
    return stage;
  }

  /// {@return how far it is, each a few words, the most telling first}
  List<String> items(Instant now) {
    long out = completionTokens + writtenCharacters / CHARACTERS_IN_A_TOKEN;
    List<String> items = new ArrayList<>(List.of(place, candidate, doing, tests, download));
    if (promptTokens > 0) {
      items.add(promptTokens + " tokens in");
    }
    if (out > 0) {
      // what is being written is counted by its characters until the model says more
      items.add(
          (writtenCharacters > 0 ? "about " : "")
              + out
              + (promptTokens > 0 ? " out" : " tokens out"));
    }
    items.add(pace);
    items.add(Sizes.time(Math.max(0, Duration.between(startedAt, now).toSeconds())));
    if (dollars.signum() > 0) {
      items.add("$" + dollars.stripTrailingZeros().toPlainString());
    }
    items.removeIf(String::isEmpty);
    return items;
  }

  /// {@return whether a cost is known and more than nothing}
  static boolean isWorthAWord(String cost) {
    return !cost.isEmpty() && new BigDecimal(cost).signum() > 0;
  }
}
