package dev.hone.server.openai;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/// Notices clients that go away while their request is answered, and interrupts whoever answers.
///
/// A server that only writes learns of it from a write that fails, and that is late: a long prompt
/// is read for minutes before the first word, and a whole reply is written at its end.
final class ClientWatch implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;

  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("hone-clients").factory());

  /// Begins to look.
  ClientWatch() {
    var _ =
        clock.scheduleWithFixedDelay(
            () -> watched.forEach(Watched::look),
            PAUSE_MILLIS,
            PAUSE_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /// {@return the watch over one connection whose request was read to its end} It must be closed
  /// before the response is whole: the client's next request is not for it to read.
  ///
  /// @param connection the connection
  /// @param worker who is interrupted
  Watched over(EndPoint connection, Thread worker) {
    Watched one = new Watched(connection, worker);
    watched.add(one);
    return one;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /// One connection.
  final class Watched implements AutoCloseable {
    private final EndPoint connection;
    private final Thread worker;
    private boolean over;
    private boolean gone;
    private boolean spoke;

    private Watched(EndPoint connection, Thread worker) {
      this.connection = connection;
      this.worker = worker;
    }

    private synchronized void look() {
      if (over || gone || spoke) {
        return;
      }
      try {
        int bytes = connection.fill(BufferUtil.allocate(1));
        gone = bytes < 0;
        spoke = bytes > 0;
      } catch (IOException _) {
        gone = true;
      }
      if (gone) {
        worker.interrupt();
      }
    }

    /// {@return whether the client has closed its side}
    synchronized boolean isGone() {
      return gone;
    }

    /// {@return whether the client sent more before it had its answer} A byte of that is lost, so
    /// the connection cannot serve another request.
    synchronized boolean hasSpoken() {
      return spoke;
    }

    @Override
    public synchronized void close() {
      over = true;
      watched.remove(this);
    }
  }
}
