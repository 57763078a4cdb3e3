package dev.hone.model;

/// What a model says of a request before it is made.
///
/// @param promptTokens tokens of the prompt by the model's own count, or 0 where it does not count
/// @param price what the model takes
public record Forecast(int promptTokens, Price price) {
  /// {@return the forecast of a model that says nothing}
  public static Forecast unknown() {
    return new Forecast(0, Price.unknown());
  }
}
