package dev.hone.model.embedded.process;

import dev.hone.model.LanguageModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The end of the line in the engine's process: one thread reads orders, so that a cancellation is
/// heard while another thread, that which made the desk, follows them one at a time.
final class EngineDesk {
  private final Thread worker = Thread.currentThread();
  private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
  private final OutputStream out;
  private final Object lock = new Object();
  private long current = Word.UNASKED;
  private long cancelled = Word.UNASKED;

  /// Makes a desk at which the calling thread works.
  ///
  /// @param out takes what is said, one line a word
  EngineDesk(OutputStream out) {
    this.out = out;
  }

  /// Hears orders until there are no more.
  ///
  /// @throws IllegalArgumentException if a line is no order
  void hear(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Order order = Lines.order(line);
      if (order instanceof Order.Cancel(long number)) {
        cancel(number);
      } else {
        orders.add(order);
      }
    }
  }

  // An order that still waits is ended when its turn comes.
  private void cancel(long number) {
    synchronized (lock) {
      cancelled = number;
      if (current == number) {
        worker.interrupt();
      }
    }
  }

  /// Follows orders, and never returns of itself.
  ///
  /// @throws InterruptedException if the thread is interrupted while it waits for one
  /// @throws UncheckedIOException if nobody hears what is said
  void work(LanguageModel model) throws InterruptedException {
    while (true) {
      Order order = orders.take();
      begin(order.number());
      Word last;
      try {
        last = follow(order, model);
      } catch (UncheckedIOException e) {
        throw e;
      } catch (RuntimeException e) {
        last = new Word.Failed(order.number(), Failure.of(e));
      } finally {
        end();
      }
      say(last);
    }
  }

  private void begin(long number) {
    synchronized (lock) {
      current = number;
      if (cancelled == number) {
        worker.interrupt();
      }
    }
  }

  private void end() {
    synchronized (lock) {
      current = Word.UNASKED;
      // the order's own, which the next one must not inherit
      boolean _ = Thread.interrupted();
    }
  }

  private Word follow(Order order, LanguageModel model) {
    long number = order.number();
    return switch (order) {
      case Order.Ask ask ->
          new Word.Answer(
              number, model.reply(ask.request(), text -> say(new Word.Piece(number, text))));
      case Order.Count count ->
          new Word.Counted(number, model.forecast(count.request()).promptTokens());
      case Order.Cancel _ -> throw new IllegalStateException("a cancellation waits for no turn");
    };
  }

  /// Says a word.
  ///
  /// @throws UncheckedIOException if nobody hears it
  void say(Word word) {
    try {
      out.write((Lines.of(word) + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("nobody hears the engine's process", e);
    }
  }
}
