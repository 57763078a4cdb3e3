package dev.hone.model.embedded.process;

import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One process of the engine, with its model loaded. Whoever owns it asks from one thread at a
/// time; once it has crashed it answers nothing more.
final class Engine implements AutoCloseable {
  private static final int SECONDS_TO_END = 5;

  private final Process process;
  private final OutputStream orders;
  private final @Nullable LastWords errors;
  private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
  private long number = Word.UNASKED;

  private Engine(Process process, @Nullable LastWords errors) {
    this.process = process;
    this.orders = process.getOutputStream();
    this.errors = errors;
    Thread.ofPlatform().daemon().name("engine-words").start(() -> hear(process.getInputStream()));
  }

  /// An engine and what it said of its model.
  ///
  /// @param engine the engine
  /// @param card what is known of the model
  record Started(Engine engine, ModelCard card) {}

  /// {@return an engine whose model is loaded}
  ///
  /// @param verbose whether its standard error is that of Hone
  /// @throws dev.hone.model.ModelException if the model cannot be loaded
  /// @throws Crash if the process could not be started, or ended while it loaded
  /// @throws InterruptedException if the thread was interrupted; the process is ended
  static Started start(EngineCommand command, boolean verbose) throws Crash, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command.line());
    builder.redirectError(verbose ? Redirect.INHERIT : Redirect.PIPE);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new Crash("it could not be started: " + e.getMessage());
    }
    Engine engine = new Engine(process, verbose ? null : new LastWords(process.getErrorStream()));
    boolean loaded = false;
    try {
      ModelCard card = engine.card();
      loaded = true;
      return new Started(engine, card);
    } finally {
      if (!loaded) {
        engine.close();
      }
    }
  }

  private void hear(InputStream in) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        words.add(Lines.word(line));
      }
    } catch (IOException | IllegalArgumentException _) {
      // A process that is whole says no such line; one that faults is about to end.
      return;
    } finally {
      words.add(new Word.Ended());
    }
  }

  private ModelCard card() throws Crash, InterruptedException {
    return answer(words.take(), Word.Ready.class).card();
  }

  private <W extends Word> W answer(Word word, Class<W> kind) throws Crash {
    if (word instanceof Word.Failed failed) {
      throw failed.failure().exception();
    }
    if (word instanceof Word.Ended) {
      throw crash();
    }
    if (!kind.isInstance(word)) {
      throw new IllegalStateException("an engine answers what it was not asked");
    }
    return kind.cast(word);
  }

  /// {@return whether the process runs}
  boolean isRunning() {
    return process.isAlive();
  }

  /// {@return the reply to a request} An interrupt ends it early and stays set, as in process; a
  /// process that goes on all the same is ended, and that is a crash.
  ///
  /// @param onText receives each piece of text on the calling thread
  /// @throws dev.hone.model.ModelException if the model cannot answer
  /// @throws Crash if the process ended, or does not end the reply
  Reply reply(Request request, Consumer<String> onText) throws Crash {
    Order.Ask ask = new Order.Ask(++number, request);
    send(ask);
    boolean over = false;
    try (Hearing hearing = hearing(ask.number())) {
      while (true) {
        Word word = hearing.next();
        // what it throws is no end of the reply
        if (word instanceof Word.Piece(long _, String text)) {
          onText.accept(text);
          continue;
        }
        over = true;
        return answer(word, Word.Answer.class).reply();
      }
    } finally {
      if (!over) {
        cancel(ask.number());
      }
    }
  }

  /// {@return how many tokens the prompt of a request has, or 0 where they are not known}
  ///
  /// @throws dev.hone.model.ModelException if the prompt cannot be read
  /// @throws Crash if the process ended
  int tokens(Request request) throws Crash {
    Order.Count count = new Order.Count(++number, request);
    send(count);
    try (Hearing hearing = hearing(count.number())) {
      return answer(hearing.next(), Word.Counted.class).tokens();
    }
  }

  private Hearing hearing(long asked) {
    return new Hearing(words, asked, () -> cancel(asked), process::destroyForcibly);
  }

  private void send(Order order) throws Crash {
    try {
      write(order);
    } catch (IOException _) {
      throw crash();
    }
  }

  private void cancel(long asked) {
    try {
      write(new Order.Cancel(asked));
    } catch (IOException _) {
      // it has ended, which the next word says
      return;
    }
  }

  private void write(Order order) throws IOException {
    orders.write((Lines.of(order) + "\n").getBytes(StandardCharsets.US_ASCII));
    orders.flush();
  }

  private Crash crash() {
    String how = end() ? Exit.words(process.exitValue()) : "it answered no more";
    String said = errors == null ? "" : errors.text();
    return new Crash(said.isEmpty() ? how : how + ": " + said);
  }

  /// Ends the process. A second call does nothing.
  @Override
  public void close() {
    try {
      orders.close();
    } catch (IOException _) {
      // it has ended already
    }
    boolean _ = end();
  }

  /// {@return whether the process ends by itself within its time; else it is killed} Waits,
  /// whatever interrupts it: a process must not outlive its model.
  private boolean end() {
    boolean ended = ends();
    if (!ended) {
      var _ = process.destroyForcibly();
      boolean _ = ends();
    }
    return ended;
  }

  private boolean ends() {
    long left = TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
    long until = System.nanoTime() + left;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
          interrupted = true;
          left = until - System.nanoTime();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
