package dev.hone.cli;

import dev.hone.cli.terminal.Terminal;
import dev.hone.progress.Event;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/// A program that works on and on, whatever it is told: it draws its view and ends by no interrupt.
final class Stubborn {
  private Stubborn() {}

  public static void main(String[] words) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.ofError(System.getenv(), true);
    Streams streams = new Streams(InputStream.nullInputStream(), err, err, true, false, terminal);
    try (Interruption _ = Interruption.ofThisThread(terminal, err);
        RunView view = RunView.of(Volume.USUAL, streams)) {
      view.report(new Event.Stage("working on and on"));
      while (true) {
        LockSupport.park();
      }
    }
  }
}
