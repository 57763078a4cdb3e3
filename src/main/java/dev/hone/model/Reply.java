package dev.hone.model;

import java.time.Duration;
import java.util.List;

/// What a model answered.
///
/// @param text the answer, without the stop string and without what a model thought before it
/// @param finish why it ended
/// @param promptTokens tokens of the prompt, cached ones counted, with what was read of a form;
///   those of tries that failed and may be billed too
/// @param cachedTokens tokens of the prompt that were kept from an earlier request
/// @param completionTokens tokens generated, those of thinking and of failed tries counted
/// @param firstToken time from the request to the first token
/// @param total time from the request to the end
/// @param thinkingTokens tokens generated before the answer and apart from it; 0 where unknown
/// @param retries tries that failed before this one and may be billed
/// @param logprobs the tokens of the answer in order, with the stop string where there is one, and
///   each continuation of a form as one that is certain; empty where the model does not tell them
/// @param bill who answered, and what it cost
public record Reply(
    String text,
    FinishReason finish,
    int promptTokens,
    int cachedTokens,
    int completionTokens,
    Duration firstToken,
    Duration total,
    int thinkingTokens,
    int retries,
    List<Logprob> logprobs,
    Bill bill) {
  /// Copies the list.
  public Reply {
    logprobs = List.copyOf(logprobs);
  }

  /// Makes a reply that nobody has billed yet.
  ///
  /// @param text the answer, without the stop string and without what was thought before it
  /// @param finish why it ended
  /// @param promptTokens tokens of the prompt, cached ones counted
  /// @param cachedTokens tokens of the prompt that were kept from an earlier request
  /// @param completionTokens tokens generated, those of thinking counted
  /// @param firstToken time from the request to the first token
  /// @param total time from the request to the end
  /// @param thinkingTokens tokens generated before the answer and apart from it
  /// @param retries tries that failed before this one and may be billed
  /// @param logprobs the tokens of the answer in order; empty where they are not told
  public Reply(
      String text,
      FinishReason finish,
      int promptTokens,
      int cachedTokens,
      int completionTokens,
      Duration firstToken,
      Duration total,
      int thinkingTokens,
      int retries,
      List<Logprob> logprobs) {
    this(
        text,
        finish,
        promptTokens,
        cachedTokens,
        completionTokens,
        firstToken,
        total,
        thinkingTokens,
        retries,
        logprobs,
        Bill.unknown());
  }

  /// Makes a reply to a first try, without thinking and without its tokens.
  ///
  /// @param text the answer, without the stop string
  /// @param finish why it ended
  /// @param promptTokens tokens of the prompt, cached ones counted
  /// @param cachedTokens tokens of the prompt that were kept from an earlier request
  /// @param completionTokens tokens generated
  /// @param firstToken time from the request to the first token
  /// @param total time from the request to the end
  public Reply(
      String text,
      FinishReason finish,
      int promptTokens,
      int cachedTokens,
      int completionTokens,
      Duration firstToken,
      Duration total) {
    this(
        text,
        finish,
        promptTokens,
        cachedTokens,
        completionTokens,
        firstToken,
        total,
        0,
        0,
        List.of());
  }

  /// {@return how likely the model thought all of the answer, 0 to 1; 1 where it does not tell}
  public double likelihood() {
    return Math.exp(logprobs.stream().mapToDouble(Logprob::value).sum());
  }

  /// {@return replies to the parts of one question as one, without its tokens} What was spent is
  /// the sum.
  ///
  /// @param text what they say together
  /// @param parts the replies in order, at least one
  public static Reply joined(String text, List<Reply> parts) {
    Reply last = parts.getLast();
    return new Reply(
        text,
        last.finish,
        parts.stream().mapToInt(Reply::promptTokens).sum(),
        parts.stream().mapToInt(Reply::cachedTokens).sum(),
        parts.stream().mapToInt(Reply::completionTokens).sum(),
        parts.getFirst().firstToken,
        parts.stream().map(Reply::total).reduce(Duration.ZERO, Duration::plus),
        parts.stream().mapToInt(Reply::thinkingTokens).sum(),
        parts.stream().mapToInt(Reply::retries).sum(),
        List.of(),
        new Bill(
            last.bill.model(),
            parts.stream().map(part -> part.bill.cost()).reduce(Cost.nothing(), Cost::plus)));
  }

  /// {@return the same reply with its tokens}
  ///
  /// @param tokens the tokens of the answer in order
  public Reply withLogprobs(List<Logprob> tokens) {
    return new Reply(
        text,
        finish,
        promptTokens,
        cachedTokens,
        completionTokens,
        firstToken,
        total,
        thinkingTokens,
        retries,
        tokens,
        bill);
  }

  /// {@return the same reply with its bill}
  ///
  /// @param of who answered, and what it cost
  public Reply billed(Bill of) {
    return new Reply(
        text,
        finish,
        promptTokens,
        cachedTokens,
        completionTokens,
        firstToken,
        total,
        thinkingTokens,
        retries,
        logprobs,
        of);
  }
}
