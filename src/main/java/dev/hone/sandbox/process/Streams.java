package dev.hone.sandbox.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// The three standard streams of a running job: feeds the input and captures the output.
final class Streams {
  private final Capture stdout;
  private final Capture stderr;
  private final long maxBytes;
  private final Runnable onOverflow;
  private final AtomicLong total = new AtomicLong();
  private final Process process;
  private final List<Future<?>> drains;

  Streams(Process process, long maxBytes, Runnable onOverflow) {
    this.process = process;
    this.maxBytes = maxBytes;
    this.onOverflow = onOverflow;
    stdout = new Capture(maxBytes);
    stderr = new Capture(maxBytes);
    drains =
        List.of(
            Background.threads().submit(() -> drain(process.getInputStream(), stdout)),
            Background.threads().submit(() -> drain(process.getErrorStream(), stderr)));
  }

  /// Writes what the job reads, and then closes its input; does not wait until it is read.
  void feed(String input) {
    if (input.isEmpty()) {
      feed(process.getOutputStream(), input);
    } else {
      Background.threads().execute(() -> feed(process.getOutputStream(), input));
    }
  }

  boolean overflowed() {
    return total.get() > maxBytes;
  }

  boolean truncated() {
    return overflowed() || stdout.truncated() || stderr.truncated();
  }

  String stdout() {
    return stdout.text();
  }

  String stderr() {
    return stderr.text();
  }

  /// Waits for the ends of both outputs, which come when the tree is gone; at most two seconds.
  void finish() {
    boolean interrupted = false;
    for (Future<?> drain : drains) {
      try {
        await(drain);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Future<?> drain) throws InterruptedException {
    try {
      var _ = drain.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // What came up to now is what there is.
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not read what a job wrote", e.getCause());
    }
  }

  private void drain(InputStream from, Capture to) {
    byte[] buffer = new byte[1 << 16];
    try (from) {
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        to.add(buffer, n);
        if (total.addAndGet(n) > maxBytes) {
          onOverflow.run();
        }
      }
    } catch (IOException e) {
      // The stream ends with the process; what was read is kept.
      return;
    }
  }

  private static void feed(OutputStream to, String input) {
    try (to) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A command need not read its input.
      return;
    }
  }
}
