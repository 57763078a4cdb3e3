package dev.hone.cli;

import dev.hone.cli.terminal.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets Ctrl-C stop the work in order: the working thread is interrupted and has some seconds to
/// print its best attempt, close the log and end its children. Another Ctrl-C ends all at once.
final class Interruption implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Thread worker;
  private final Terminal terminal;
  private final PrintStream err;
  private final CountDownLatch done = new CountDownLatch(1);

  private Interruption(Thread worker, Terminal terminal, PrintStream err) {
    this.worker = worker;
    this.terminal = terminal;
    this.err = err;
  }

  /// {@return the guard of the calling thread's work}
  ///
  /// @param terminal what is drawn on it is erased before anything else is done
  /// @param err where a person at a terminal reads that the work stops
  static Interruption ofThisThread(Terminal terminal, PrintStream err) {
    Interruption interruption = new Interruption(Thread.currentThread(), terminal, err);
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "hone-interruption"));
    return interruption;
  }

  /// Says that the work is over.
  @Override
  public void close() {
    done.countDown();
  }

  private void stop() {
    if (done.getCount() == 0) {
      return;
    }
    terminal.release();
    // The runtime hears no signal while it ends; the system's own action is to end the process.
    Terminal.nextInterruptEnds();
    if (terminal.draws()) {
      err.println("stopping; Ctrl-C again ends at once");
    }
    worker.interrupt();
    try {
      boolean _ = done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
