package dev.hone.model.remote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is known of a model before it is asked.
///
/// @param contextTokens how many tokens prompt and reply may have together, or 0 where unknown
/// @param billions its size in 10⁹ parameters, or 0 where unknown
/// @param thinks whether it thinks before it answers, unless told not to
/// @param bare whether it takes neither temperature nor stop texts, and the limit of the reply by
///   its new name only
record ModelFacts(int contextTokens, double billions, boolean thinks, boolean bare) {
  private static final Pattern SIZE =
      Pattern.compile("(?i)(?<![a-z0-9.])(\\d{1,4}(?:\\.\\d{1,2})?)b(?![a-z0-9])");

  ModelFacts withContext(int tokens) {
    return new ModelFacts(tokens, billions, thinks, bare);
  }

  ModelFacts withBillions(double size) {
    return new ModelFacts(contextTokens, size, thinks, bare);
  }

  /// {@return the size that a text such as `qwen2.5-coder:7b` or `7.6B` names, or 0}
  static double billionsIn(String text) {
    Matcher size = SIZE.matcher(text);
    return size.find() ? Double.parseDouble(size.group(1)) : 0;
  }
}
