package dev.hone.model.budget;

import dev.hone.model.Cost;
import dev.hone.model.Forecast;
import dev.hone.model.Price;
import dev.hone.model.Request;
import dev.hone.model.budget.Bound.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What one call will take, about.
///
/// @param promptTokens by the model's own count, else a third of the characters; with what is read
///   of a form, a third of its characters
/// @param completionTokens as replies of the run went so far
/// @param mostTokens the most that the request allows to be generated
/// @param price what the model takes
record Estimate(long promptTokens, long completionTokens, int mostTokens, Price price) {
  /// English has four characters or more in a token, code and other languages fewer.
  private static final int CHARACTERS = 3;

  static Estimate of(Request request, Forecast forecast, long completionTokens) {
    int characters = request.messages().stream().mapToInt(message -> message.text().length()).sum();
    int form = request.continuations().stream().mapToInt(String::length).sum();
    long prompt =
        forecast.promptTokens() > 0
            ? forecast.promptTokens()
            : Math.ceilDiv(characters, CHARACTERS);
    return new Estimate(
        prompt + Math.ceilDiv(form, CHARACTERS),
        completionTokens,
        request.sampling().maxTokens(),
        forecast.price());
  }

  /// {@return how much of something the call will take}
  BigDecimal of(Kind kind) {
    return switch (kind) {
      case TOKENS -> BigDecimal.valueOf(promptTokens + completionTokens);
      case COMPLETION_TOKENS -> BigDecimal.valueOf(completionTokens);
      case COST -> dollars(price.of(promptTokens, 0, completionTokens));
      case TIME -> BigDecimal.ZERO;
    };
  }

  /// {@return how many tokens may be generated with what is left of something, at least 1}
  int room(Kind kind, BigDecimal left) {
    BigDecimal room =
        switch (kind) {
          case TOKENS -> left.subtract(BigDecimal.valueOf(promptTokens));
          case COMPLETION_TOKENS -> left;
          case COST -> roomFor(left.subtract(dollars(price.of(promptTokens, 0, 0))));
          case TIME -> BigDecimal.valueOf(mostTokens);
        };
    return room.min(BigDecimal.valueOf(mostTokens)).max(BigDecimal.ONE).intValue();
  }

  private BigDecimal roomFor(BigDecimal dollars) {
    BigDecimal million = dollars(price.of(0, 0, 1_000_000));
    return million.signum() == 0
        ? BigDecimal.valueOf(mostTokens)
        : dollars.movePointRight(6).divide(million, 0, RoundingMode.DOWN);
  }

  private static BigDecimal dollars(Cost cost) {
    return cost instanceof Cost.Known(BigDecimal dollars) ? dollars : BigDecimal.ZERO;
  }
}
