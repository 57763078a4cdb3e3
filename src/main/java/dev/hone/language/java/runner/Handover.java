package dev.hone.language.java.runner;

import org.jspecify.annotations.Nullable;

/// Passes lines from the threads of the tests to the one that writes them.
final class Handover {
  private @Nullable String line;

  /// Waits until the line is written. An interrupt, which may be a test's own, is kept for later.
  synchronized void put(String text) {
    boolean interrupted = awaitWritten();
    line = text;
    notifyAll();
    interrupted |= awaitWritten();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns the next line as soon as there is one.
  synchronized String next() {
    String next = line;
    while (next == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Code under test must not end the writer.
      }
      next = line;
    }
    return next;
  }

  /// Lets the thread that brought the line go on.
  synchronized void written() {
    line = null;
    notifyAll();
  }

  private synchronized boolean awaitWritten() {
    boolean interrupted = false;
    while (line != null) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }
}
