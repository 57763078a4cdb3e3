package dev.hone.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/// The priority of a job's session, where the kernel groups processes by session. It takes ten
/// changes a second of ordinary users, so that a job may have begun without.
public final class SessionPriority {
  private static final String LOW = " nice 6";
  private static final int TRIES = 5;
  private static final long PAUSE_MILLIS = 150;

  private SessionPriority() {}

  /// Lowers it a little later, on another thread, where it is not low yet.
  ///
  /// @param process a process of the session, which leads it
  public static void lowerSoon(Process process) {
    Path file = Path.of("/proc", Long.toString(process.pid()), "autogroup");
    if (Files.exists(file) && !isLow(file)) {
      Background.threads().execute(() -> lower(process, file));
    }
  }

  private static boolean isLow(Path file) {
    return ProcFiles.read(file).strip().endsWith(LOW);
  }

  private static void lower(Process process, Path file) {
    try {
      for (int i = 0; i < TRIES && !isLow(file); i++) {
        if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
        write(file);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "6", StandardOpenOption.WRITE);
    } catch (IOException e) {
      // Refused once more, or the process has ended.
      return;
    }
  }
}
