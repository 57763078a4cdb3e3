package dev.hone.cli;

import dev.hone.cli.terminal.Terminal;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The program's start.
public final class Main {
  private Main() {}

  /// Runs one command and ends the program with its exit code.
  ///
  /// @param arguments the words after `hone`
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    Services services = new HoneServices(System.getenv());
    boolean debug = "1".equals(System.getenv("HONE_DEBUG"));
    Program program = new Program(Commands.all(services), Versions.text(), debug);
    boolean terminal = drawsOnError();
    Terminal drawing = Terminal.ofError(System.getenv(), terminal);
    boolean person = isTerminal("0") && isTerminal("2") && Terminal.isAttended(System.getenv());
    // UTF-8 whatever the locale says: code is judged as UTF-8 and must be printed as judged
    try (PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        Interruption _ = Interruption.ofThisThread(drawing, err)) {
      return program.run(
          arguments, new Streams(System.in, out, err, terminal, isTerminal("1"), drawing, person));
    }
  }

  /// {@return whether standard error is a terminal that can draw a line again}
  private static boolean drawsOnError() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    return isTerminal("2");
  }

  private static boolean isTerminal(String descriptor) {
    try {
      // the console only tells of standard input and output, and those are often redirected
      return Files.readSymbolicLink(Path.of("/proc/self/fd", descriptor))
          .toString()
          .matches("/dev/(pts/|tty).*");
    } catch (IOException _) {
      return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
