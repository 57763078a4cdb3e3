package dev.hone.model.embedded.process;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Waits for the words that answer one order. An interrupt cancels the order and is set again at
/// the end; until then the last words are waited for.
final class Hearing implements AutoCloseable {
  // The engine looks for a cancellation between batches, which take some seconds where the model is
  // large and the machine busy.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BlockingQueue<Word> words;
  private final long number;
  private final Runnable cancel;
  private final Runnable kill;
  private boolean interrupted;

  /// Begins to listen.
  ///
  /// @param words what the process says
  /// @param number the order's number
  /// @param cancel tells the process to stop
  /// @param kill ends a process that does not
  Hearing(BlockingQueue<Word> words, long number, Runnable cancel, Runnable kill) {
    this.words = words;
    this.number = number;
    this.cancel = cancel;
    this.kill = kill;
  }

  /// {@return the next word of the order, or the end of all words} What is left of orders before it
  /// is passed over.
  Word next() {
    while (true) {
      Word word = heard(words);
      if (word instanceof Word.Ended || (word != null && word.number() == number)) {
        return word;
      }
    }
  }

  private @Nullable Word heard(BlockingQueue<Word> from) {
    try {
      if (!interrupted) {
        return from.take();
      }
      Word word = from.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (word == null) {
        kill.run();
      }
      return word;
    } catch (InterruptedException _) {
      if (!interrupted) {
        interrupted = true;
        cancel.run();
      }
      return null;
    }
  }

  /// Sets the interrupt again that came meanwhile.
  @Override
  public void close() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
