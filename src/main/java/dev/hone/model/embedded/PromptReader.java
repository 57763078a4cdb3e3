package dev.hone.model.embedded;

import java.util.Arrays;

/// Reads prompts into a session and keeps what the next one begins with.
///
/// Only whole chunks at fixed positions are kept: a token's numbers depend, in the last bits, on
/// how many are read beside it, and so a reply does not depend on what was asked before.
final class PromptReader {
  private final Session session;
  private int[] kept = {};

  PromptReader(Session session) {
    this.session = session;
  }

  /// Makes a session hold that prompt, of at least one token, and nothing else.
  ///
  /// @return how many of its tokens were there already
  /// @throws InterruptedException if the thread is interrupted between two chunks; what was read so
  ///   far is kept
  int read(int[] prompt) throws InterruptedException {
    int cached = reusable(prompt);
    kept = Arrays.copyOf(prompt, cached);
    session.forgetFrom(cached);
    for (int at = cached; at < prompt.length; at += Session.CHUNK) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      int count = Math.min(Session.CHUNK, prompt.length - at);
      readOrForget(prompt, at, count);
      if (count == Session.CHUNK) {
        kept = Arrays.copyOf(prompt, at + count);
      }
    }
    return cached;
  }

  /// Reads all of the next prompt anew: nobody knows what the session holds.
  void forget() {
    kept = new int[0];
  }

  private void readOrForget(int[] prompt, int at, int count) {
    boolean done = false;
    try {
      session.read(prompt, at, count);
      done = true;
    } finally {
      if (!done) {
        forget();
      }
    }
  }

  private int reusable(int[] prompt) {
    int difference = Arrays.mismatch(kept, prompt);
    int common = difference < 0 ? prompt.length : difference;
    // The last token is always read again, since its scores choose the first of the reply.
    return Math.min(common, prompt.length - 1) / Session.CHUNK * Session.CHUNK;
  }
}
