package dev.hone.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A person at a terminal, who is asked in lines.
///
/// @param in where they type
/// @param err where they read
record Person(InputStream in, PrintStream err) {
  private static final int MOST_BYTES = 16 << 10;

  /// {@return what they typed on one line, without what steers a terminal; empty once there is no
  /// more}
  ///
  /// @param prompt stands before the place where they type
  /// @throws InterruptedException if the calling thread was interrupted meanwhile
  Optional<String> answer(String prompt) throws InterruptedException {
    err.print(prompt + " ");
    err.flush();
    // Nothing interrupts a thread that reads; one of its own is left to it.
    FutureTask<Optional<String>> line = new FutureTask<>(this::line);
    Thread.ofPlatform().daemon().name("hone-answer").start(line);
    try {
      return line.get().map(text -> text.replaceAll("\\p{Cc}", "").strip());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  // Byte by byte, so that nothing of the next line is taken with it.
  private Optional<String> line() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      while (next >= 0 && next != '\n') {
        if (bytes.size() < MOST_BYTES) {
          bytes.write(next);
        }
        next = in.read();
      }
      return Optional.of(bytes.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
