package dev.hone.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// What a reply says in the gaps of a form, that is, between the continuations of its request.
public final class Gaps {
  private Gaps() {}

  /// What stands in one gap.
  ///
  /// @param text what the model said there, without the stop string
  /// @param likelihood how likely the model thought all of it, 0 to 1; 1 where it does not tell
  /// @param whole whether it came to its end
  public record Gap(String text, double likelihood, boolean whole) {}

  /// {@return the gaps in order, at least one; fewer than the request has where the model left out
  /// the rest of the form}
  ///
  /// @param request what was asked
  /// @param reply what came
  public static List<Gap> of(Request request, Reply reply) {
    List<Gap> gaps = new ArrayList<>();
    Iterator<Logprob> tokens = reply.logprobs().iterator();
    int from = 0;
    for (String continuation : request.continuations()) {
      int end = reply.text().indexOf(continuation, from);
      if (end < 0) {
        break;
      }
      gaps.add(new Gap(reply.text().substring(from, end), likelihood(tokens, continuation), true));
      from = end + continuation.length();
    }
    boolean whole = reply.finish() == FinishReason.STOP;
    gaps.add(new Gap(reply.text().substring(from), likelihood(tokens, ""), whole));
    return gaps;
  }

  // A continuation stands among the tokens as one that is certain.
  private static double likelihood(Iterator<Logprob> tokens, String continuation) {
    double sum = 0;
    while (tokens.hasNext()) {
      Logprob token = tokens.next();
      if (token.value() == 0 && !continuation.isEmpty() && token.text().equals(continuation)) {
        break;
      }
      sum += token.value();
    }
    return Math.exp(sum);
  }
}
