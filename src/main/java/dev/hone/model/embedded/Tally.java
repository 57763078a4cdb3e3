package dev.hone.model.embedded;

import dev.hone.model.FinishReason;
import dev.hone.model.Logprob;
import dev.hone.model.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Counts and times of one reply.
final class Tally {
  // Thoughts come on top of the reply, which is cut short without them.
  private static final int MOST_THINKING = 4096;

  private int prompt;
  private final long start;
  int cached;
  private int completion;
  int thinking;
  private long firstToken;
  final List<Logprob> logprobs = new ArrayList<>();

  Tally(int prompt, long start) {
    this.prompt = prompt;
    this.start = start;
  }

  boolean hasRoom(int most, int contextTokens) {
    return completion - Math.min(thinking, MOST_THINKING) < most
        && prompt + completion < contextTokens;
  }

  /// Counts tokens that were read behind the prompt and not generated.
  void countRead(int tokens) {
    prompt += tokens;
  }

  void count() {
    completion++;
    if (completion == 1) {
      firstToken = System.nanoTime() - start;
    }
  }

  Reply reply(String text, FinishReason finish) {
    long total = System.nanoTime() - start;
    return new Reply(
        text,
        finish,
        prompt,
        cached,
        completion,
        Duration.ofNanos(completion == 0 ? total : firstToken),
        Duration.ofNanos(total),
        thinking,
        0,
        logprobs);
  }
}
