package dev.hone.model.embedded;

import java.util.Arrays;

/// Finds how many threads generate fastest while other work comes and goes on the machine.
/// llama.cpp's threads wait for each other many times a token, so one that loses its processor
/// stops all: beside other busy programs one thread may do twice what two do. All threads are used
/// until a token takes much longer than it did before; then fewer are tried for a few tokens and
/// stay if they are quicker, and all are tried again from time to time. Fewer are tried once at the
/// beginning, too, since the machine may have been busy then. Not safe for threads.
final class ThreadTuner {
  private static final int WINDOW = 4;
  private static final int SHORTEST_PAUSE = 8;
  private static final int LONGEST_PAUSE = 64;
  private static final double SLOW = 1.5;
  private static final double FAR_SLOWER = 1.8;
  private static final double BETTER = 0.9;
  // A longer text makes every token a little slower, and that is no other work.
  private static final double DRIFT = 1.01;

  private final int most;
  private final long[] window = new long[WINDOW];
  private int filled;
  private int threads;
  private int before;
  private boolean trial;
  private double level;
  private double quiet = Double.MAX_VALUE;
  private int pause;
  private int nextPause = SHORTEST_PAUSE;

  /// Makes a tuner that begins with all threads.
  ///
  /// @param most the most threads, at least 1
  ThreadTuner(int most) {
    this.most = most;
    this.threads = most;
  }

  /// {@return a tuner that changes nothing}
  static ThreadTuner off() {
    return new ThreadTuner(1);
  }

  /// {@return how many threads to generate with}
  int threads() {
    return threads;
  }

  /// Takes the time of one more token.
  ///
  /// @param nanos how long it took
  /// @return whether the number of threads is another one from now on
  boolean add(long nanos) {
    if (most == 1) {
      return false;
    }
    int now = threads;
    window[filled++] = nanos;
    if (trial && nanos > FAR_SLOWER * level) {
      // one such token is enough to know, and each more of them would cost as much as several
      filled = 0;
      endTrial(false);
    } else if (filled == WINDOW) {
      filled = 0;
      decide(median());
    }
    return threads != now;
  }

  private void decide(double median) {
    if (trial) {
      boolean better = median < BETTER * level;
      level = better ? median : level;
      endTrial(better);
      return;
    }
    level = median;
    boolean first = quiet == Double.MAX_VALUE;
    if (threads == most) {
      quiet = Math.min(quiet * DRIFT, median);
    }
    pause = Math.max(0, pause - 1);
    if (first || (pause == 0 && threads == most && median > SLOW * quiet)) {
      tryWith(Math.max(1, most / 2));
    } else if (pause == 0 && threads < most) {
      tryWith(most);
    }
  }

  private void tryWith(int other) {
    before = threads;
    threads = other;
    trial = true;
  }

  // What was no better is tried again later and later.
  private void endTrial(boolean better) {
    trial = false;
    threads = better ? threads : before;
    nextPause = better ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, nextPause * 2);
    pause = nextPause;
  }

  private double median() {
    long[] sorted = window.clone();
    Arrays.sort(sorted);
    return sorted[WINDOW / 2];
  }
}
