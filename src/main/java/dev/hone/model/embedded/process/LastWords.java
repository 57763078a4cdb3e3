package dev.hone.model.embedded.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a process writes to standard error, of which the beginning is kept: there a fault is named.
/// All of it is read, so that the process never waits for a reader.
final class LastWords {
  private static final int KEPT_BYTES = 4096;
  private static final int MOST_CHARACTERS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final byte[] kept = new byte[KEPT_BYTES];
  private final Thread reader;
  private int length;

  /// Reads until the end, in a thread of its own.
  LastWords(InputStream errors) {
    this.reader = Thread.ofPlatform().daemon().name("engine-errors").start(() -> read(errors));
  }

  private void read(InputStream errors) {
    byte[] buffer = new byte[KEPT_BYTES];
    try (errors) {
      for (int read = errors.read(buffer); read >= 0; read = errors.read(buffer)) {
        keep(buffer, read);
      }
    } catch (IOException _) {
      // the pipe broke with its process; what had come is what there is
      return;
    }
  }

  private synchronized void keep(byte[] buffer, int read) {
    int more = Math.min(read, kept.length - length);
    System.arraycopy(buffer, 0, kept, length, more);
    length += more;
  }

  /// {@return what a process that has ended wrote first, in one line; empty where it wrote nothing}
  String text() {
    try {
      boolean _ = reader.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    String line =
        Arrays.stream(written().split("\\R", -1))
            .map(text -> text.replaceFirst("^#", "").strip())
            .filter(text -> !text.isEmpty() && !text.startsWith("Picked up "))
            .collect(Collectors.joining(" "));
    return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line;
  }

  private synchronized String written() {
    return new String(kept, 0, length, StandardCharsets.UTF_8);
  }
}
