package dev.hone.cli.terminal;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// A Java program on a real terminal of the system, and a model of its screen.
public final class PseudoTerminal implements AutoCloseable {
  private static final int CONTROL_C = 3;
  private static final long PATIENCE_SECONDS = 240;

  private final Path out;
  private final Process process;
  private final ScreenModel screen;
  private final StringBuilder raw = new StringBuilder();
  private final Thread reader;
  private Throwable failure = new AssertionError("the program ended");

  private PseudoTerminal(Path out, Process process, Size size) {
    this.out = out;
    this.process = process;
    this.screen = new ScreenModel(size.columns(), size.rows());
    this.reader = Thread.ofVirtual().start(this::read);
  }

  /// {@return a program that runs on a terminal of this size} The test is skipped where no Python
  /// is there to make one.
  ///
  /// @param folder where its standard output is kept
  /// @param program its main class and its words
  public static PseudoTerminal start(
      Path folder, Size size, Map<String, String> environment, List<String> program)
      throws IOException {
    Path script = folder.resolve("on_terminal.py");
    try (var in = PseudoTerminal.class.getResourceAsStream("/dev/hone/cli/on_terminal.py")) {
      Files.write(script, in.readAllBytes());
    }
    Path out = folder.resolve("stdout");
    List<String> command =
        new ArrayList<>(
            List.of(
                "python3",
                script.toString(),
                Integer.toString(size.columns()),
                Integer.toString(size.rows()),
                out.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(folder.resolve("terminal-errors").toFile());
    try {
      return new PseudoTerminal(out, builder.start(), size);
    } catch (IOException e) {
      return abort("no python3 is here to make a terminal: " + e.getMessage());
    }
  }

  private void read() {
    try (Reader in = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      char[] buffer = new char[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        synchronized (this) {
          String text = new String(buffer, 0, n);
          raw.append(text);
          screen.print(text);
          notifyAll();
        }
      }
    } catch (IOException | AssertionError e) {
      failure = e;
    }
    synchronized (this) {
      notifyAll();
    }
  }

  /// Waits until the screen is as wanted.
  ///
  /// @throws AssertionError if the program ends before, or it takes minutes
  public synchronized ScreenModel await(Predicate<ScreenModel> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!wanted.test(screen)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0 || !reader.isAlive()) {
        throw new AssertionError("the screen never came to what was wanted:\n" + raw, failure);
      }
      wait(Math.min(left, 1000));
    }
    return screen;
  }

  /// Changes the size, which the program finds out by itself.
  public void resize(int columns, int rows) {
    synchronized (this) {
      screen.resize(columns, rows);
    }
    order("size %d %d".formatted(columns, rows));
  }

  /// Presses Ctrl-C.
  public void interrupt() {
    order("key " + CONTROL_C);
  }

  /// Types a line and presses Enter.
  public void type(String line) {
    for (byte key : (line + "\r").getBytes(StandardCharsets.UTF_8)) {
      order("key " + Byte.toUnsignedInt(key));
    }
  }

  private void order(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the exit code, once the program has ended; 200 and its number after a signal}
  public int end() throws InterruptedException, TimeoutException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new TimeoutException("the program did not end:\n" + raw());
    }
    reader.join();
    return process.exitValue();
  }

  /// {@return the screen as it is}
  public ScreenModel screen() {
    return screen;
  }

  /// {@return all that was printed on the terminal}
  public synchronized String raw() {
    return raw.toString();
  }

  /// {@return what the program printed on its standard output}
  public String out() throws IOException {
    return Files.readString(out);
  }

  /// Ends the program if it still runs.
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
