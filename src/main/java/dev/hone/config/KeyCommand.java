package dev.hone.config;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command that prints a key. What it prints is told to nobody, not even in a message.
///
/// @param provider whose key it is
/// @param command the program and its arguments; no shell reads them
/// @param limit how long it may take
record KeyCommand(String provider, List<String> command, Duration limit) {
  private static final int MOST_BYTES = 64 << 10;
  private static final int MOST_LENGTH = 16 << 10;

  KeyCommand {
    command = List.copyOf(command);
  }

  /// {@return the first line that the command prints}
  ///
  /// @param folder where it runs
  /// @throws ModelException if it cannot be started, fails, prints no key or takes too long
  String key(Path folder) {
    Process process = start(folder);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Thread reader = Thread.ofVirtual().start(() -> read(process.getInputStream(), printed));
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure("took longer than " + limit.toSeconds() + " s");
      }
      // not for ever: what the command left behind may hold the pipe open
      reader.join(Duration.ofSeconds(1));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted");
    } finally {
      end(process);
    }
    if (process.exitValue() != 0) {
      throw failure("ended with exit code " + process.exitValue());
    }
    return key(printed.toString(StandardCharsets.UTF_8));
  }

  private Process start(Path folder) {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException _) {
      throw failure("could not be started; is it installed?");
    }
  }

  private String key(String printed) {
    // pass and others print more about the key on the lines after it
    String line = printed.lines().findFirst().orElse("").strip();
    if (line.isEmpty()) {
      throw failure("printed no key on its first line");
    }
    if (line.length() > MOST_LENGTH || line.chars().anyMatch(Character::isISOControl)) {
      throw failure("printed what is no key");
    }
    return line;
  }

  private static void read(InputStream in, ByteArrayOutputStream printed) {
    byte[] buffer = new byte[4096];
    try (in) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (printed.size() < MOST_BYTES) {
          printed.write(buffer, 0, read);
        }
      }
    } catch (IOException _) {
      // the command was ended; what it printed before that does not count
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private ModelException failure(String what) {
    return new ModelException(
        ErrorType.EXTERNAL,
        "the command for the key of %s (%s …) %s; try it by hand, or set the key's variable in the environment"
            .formatted(provider, command.getFirst(), what));
  }
}
