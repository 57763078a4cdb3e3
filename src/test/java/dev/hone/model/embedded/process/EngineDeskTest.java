package dev.hone.model.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.ScriptedModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The end of the line in the engine's process, without a process.
class EngineDeskTest {
  private static final Request REQUEST =
      new Request(List.of(new Message(Role.USER, "Hi")), Sampling.greedy(4), List.of());

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void ordersAreFollowedInTurnAndAFailureEndsOnlyItsOwn() throws Exception {
    assertThat(
            follow(
                new FailingOnce(new ScriptedModel("Hello")),
                new Order.Ask(1, REQUEST),
                new Order.Ask(2, REQUEST),
                new Order.Count(3, REQUEST)))
        .containsExactly(
            new Word.Failed(1, Failure.of(new IllegalStateException("broken"))),
            new Word.Piece(2, "Hello"),
            new Word.Answer(
                2,
                new Reply(
                    "Hello", FinishReason.STOP, 10, 0, 1, Duration.ZERO, Duration.ofMillis(1))),
            new Word.Counted(3, 0));
  }

  @Test
  void anOrderThatIsCancelledBeforeItsTurnIsInterruptedAndTheNextIsNot() throws Exception {
    assertThat(
            follow(
                new FlagTelling(),
                new Order.Ask(1, REQUEST),
                new Order.Ask(2, REQUEST),
                new Order.Cancel(2),
                new Order.Ask(3, REQUEST)))
        .map(word -> word instanceof Word.Answer answer ? answer.reply().finish() : word)
        .containsExactly(FinishReason.STOP, FinishReason.CANCELLED, FinishReason.STOP);
  }

  /// Hears all orders, follows those that ask for something, and ends the thread that does.
  private List<Word> follow(LanguageModel model, Order... orders) throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    long followed = Stream.of(orders).filter(order -> !(order instanceof Order.Cancel)).count();
    Awaited out = new Awaited(followed);
    FutureTask<EngineDesk> made = new FutureTask<>(() -> new EngineDesk(out));
    Thread worker =
        Thread.ofPlatform()
            .start(
                () -> {
                  made.run();
                  try {
                    heard.await();
                    made.get().work(model);
                  } catch (Exception _) {
                    // the test ends it so
                    return;
                  }
                });
    made.get()
        .hear(
            new ByteArrayInputStream(
                Stream.of(orders)
                    .map(order -> Lines.of(order) + "\n")
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.US_ASCII)));
    heard.countDown();
    out.whole.await();
    worker.interrupt();
    worker.join();
    return said.toString(StandardCharsets.US_ASCII).lines().map(Lines::word).toList();
  }

  /// Keeps what is said, and knows when the last order was answered.
  private final class Awaited extends ByteArrayOutputStream {
    private final CountDownLatch whole = new CountDownLatch(1);
    private long left;

    private Awaited(long left) {
      this.left = left;
    }

    @Override
    public void write(byte[] line) throws IOException {
      said.write(line);
      Word word = Lines.word(new String(line, StandardCharsets.US_ASCII));
      if (!(word instanceof Word.Piece) && --left == 0) {
        whole.countDown();
      }
    }
  }

  /// Fails at the first request.
  private static final class FailingOnce implements LanguageModel {
    private final LanguageModel model;
    private boolean failed;

    private FailingOnce(LanguageModel model) {
      this.model = model;
    }

    @Override
    public ModelCard card() {
      return model.card();
    }

    @Override
    public Reply reply(Request request, Consumer<String> onText) {
      if (!failed) {
        failed = true;
        throw new IllegalStateException("broken");
      }
      return model.reply(request, onText);
    }

    @Override
    public void close() {}
  }

  /// Answers with whether its thread is interrupted.
  private static final class FlagTelling implements LanguageModel {
    @Override
    public ModelCard card() {
      return new ModelCard("flag", 1, 512, "", "");
    }

    @Override
    public Reply reply(Request request, Consumer<String> onText) {
      FinishReason finish =
          Thread.currentThread().isInterrupted() ? FinishReason.CANCELLED : FinishReason.STOP;
      return new Reply("", finish, 1, 0, 1, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public void close() {}
  }
}
