package dev.hone.suite;

import dev.hone.language.Example;
import dev.hone.model.Logprob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How sure a model was of the values that it wrote behind the calls of its examples: the
/// probability of all tokens from the end of the call to the end of its line. A small model that
/// guesses a value gives it a low one.
///
/// Only the first call of a shape tells that. What follows it copies the pattern, wrong or right,
/// and the model is ever surer of it; so a call counts as no surer than those of its shape before.
final class Certainty {
  private final String text;
  private final int before;
  private final List<Logprob> tokens;

  /// Makes the certainty of a reply.
  ///
  /// @param text the reply, behind the words that it was begun with
  /// @param before how many characters of the text are not the model's
  /// @param tokens the model's tokens; empty where it does not tell them
  Certainty(String text, int before, List<Logprob> tokens) {
    this.text = text;
    this.before = before;
    this.tokens = tokens;
  }

  /// {@return those examples of which the model was sure, or of which it is not known}
  ///
  /// @param least the least probability, 0 to 1
  /// @param examples the examples in the order of the text
  List<Example> atLeast(double least, List<Example> examples) {
    Map<String, Double> lowest = new HashMap<>();
    List<Example> sure = new ArrayList<>();
    for (Example example : examples) {
      double probability =
          lowest.merge(CallShape.of(example.call()), probability(example), Math::min);
      if (probability >= least) {
        sure.add(example);
      }
    }
    return sure;
  }

  private double probability(Example example) {
    int at = text.indexOf(example.call());
    if (at < 0 || tokens.isEmpty()) {
      return 1;
    }
    int from = at + example.call().length();
    int end = text.indexOf('\n', from);
    return Math.exp(sum(from, end < 0 ? text.length() : end));
  }

  // A token that reaches over an end of the range counts: `)==` is the model's word on both.
  private double sum(int from, int to) {
    double sum = 0;
    int start = before;
    for (Logprob token : tokens) {
      int end = start + token.text().length();
      if (end > from && start < to) {
        sum += token.value();
      }
      start = end;
    }
    return sum;
  }
}
