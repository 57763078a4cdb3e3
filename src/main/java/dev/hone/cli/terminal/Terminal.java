package dev.hone.cli.terminal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The terminal behind standard error, as far as a view needs it that is drawn in place. Safe for
/// use by several threads.
public final class Terminal {
  private final boolean draws;
  private final Supplier<Optional<Size>> size;
  private Runnable release = Terminal::nothing;

  private Terminal(boolean draws, Supplier<Optional<Size>> size) {
    this.draws = draws;
    this.size = size;
  }

  /// {@return no terminal: what is shown are plain lines}
  public static Terminal none() {
    return new Terminal(false, Optional::empty);
  }

  /// {@return a terminal of a size that may change}
  ///
  /// @param size asked before each drawing; empty where it is not known
  public static Terminal sized(Supplier<Optional<Size>> size) {
    return new Terminal(true, size);
  }

  /// {@return the terminal behind standard error, or none where plain lines suit better: one that
  /// cannot draw, or a person or a build server that wants none of it}
  ///
  /// @param environment the variables that count: `TERM`, `NO_COLOR`, `CI`
  /// @param terminal whether standard error is a terminal
  public static Terminal ofError(Map<String, String> environment, boolean terminal) {
    boolean wanted =
        !environment.getOrDefault("TERM", "").equals("dumb")
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && isAttended(environment);
    return terminal && wanted ? sized(new WindowSize()) : none();
  }

  /// {@return whether a person may sit at a terminal: no build server, which may have one too}
  ///
  /// @param environment the variables that count: `CI`
  public static boolean isAttended(Map<String, String> environment) {
    String server = environment.getOrDefault("CI", "");
    return server.isEmpty() || server.equals("false") || server.equals("0");
  }

  /// {@return whether a view can be drawn in place}
  public boolean draws() {
    return draws;
  }

  /// {@return the size as it is at this moment; the usual one where the terminal does not tell}
  public Size size() {
    return size.get().orElse(Size.USUAL);
  }

  /// Takes the terminal for a view.
  ///
  /// @param giveUp erases the view for good; called by {@link #release}, from any thread
  public synchronized void hold(Runnable giveUp) {
    release = giveUp;
  }

  /// Erases the view that holds the terminal, if any, so that plain lines may follow. A second call
  /// does nothing.
  public void release() {
    Runnable held;
    synchronized (this) {
      held = release;
      release = Terminal::nothing;
    }
    // outside the lock: the view has one of its own, under which it may ask for the size
    held.run();
  }

  private static void nothing() {}

  /// Lets the next Ctrl-C end the process at once, whatever it does. Nothing happens where the
  /// system has no such call.
  public static void nextInterruptEnds() {
    CLibrary.nextInterruptEnds();
  }
}
