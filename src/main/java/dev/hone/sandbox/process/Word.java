package dev.hone.sandbox.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A pipe with a name by which a box tells that its command runs. A box can be shown it read-only
/// and still write to it, and what is written takes no room on a disk. Not safe for use by several
/// threads.
public final class Word implements AutoCloseable {
  private static final String RUNNING = "\"running\"";
  private static final int MOST_BYTES = 4096;

  private final Path path;
  private final RandomAccessFile held;
  private final FileInputStream in;
  private final StringBuilder text = new StringBuilder();

  private Word(Path path) throws IOException {
    this.path = path;
    // Open for both, it never waits for the other end.
    held = new RandomAccessFile(path.toFile(), "rw");
    in = new FileInputStream(path.toFile());
  }

  /// {@return a pipe that nobody has written to}
  ///
  /// @param path where; nothing may be there
  /// @param uid the user who may write to it
  /// @throws IOException if it cannot be made
  /// @throws InterruptedException if the calling thread was interrupted
  public static Word at(Path path, int uid) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Tools.path("mkfifo"), "-m", "0600", "--", path.toString());
    builder.environment().clear();
    if (builder.redirectErrorStream(true).start().waitFor() != 0) {
      throw new IOException("mkfifo could not make " + path);
    }
    Files.setAttribute(path, "unix:gid", uid);
    Files.setAttribute(path, "unix:uid", uid);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    return new Word(path);
  }

  /// {@return where it is}
  public Path path() {
    return path;
  }

  /// {@return whether the box has told that its command runs} What comes after that is not read: it
  /// would be the command's.
  boolean running() {
    try {
      while (text.indexOf(RUNNING) < 0 && text.length() < MOST_BYTES && in.available() > 0) {
        byte[] bytes = in.readNBytes(Math.min(in.available(), MOST_BYTES));
        text.append(new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // Nothing more comes; what was read stands.
      return text.indexOf(RUNNING) >= 0;
    }
    return text.indexOf(RUNNING) >= 0;
  }

  @Override
  public void close() {
    try {
      in.close();
      held.close();
    } catch (IOException e) {
      throw new IllegalStateException("could not close " + path, e);
    } finally {
      Workplace.remove(path);
    }
  }
}
