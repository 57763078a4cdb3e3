package dev.hone.server.openai;

import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A model that says one word and then waits until it is let go on, or interrupted.
final class PausedModel implements LanguageModel {
  final CountDownLatch begun = new CountDownLatch(1);
  final CountDownLatch goOn = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);

  @Override
  public ModelCard card() {
    return new ModelCard("paused", 1.5, 8192, "", "script");
  }

  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    onText.accept("one");
    begun.countDown();
    try {
      goOn.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      cancelled.countDown();
      return reply("one", FinishReason.CANCELLED);
    }
    onText.accept(" two");
    return reply("one two", FinishReason.STOP);
  }

  private static Reply reply(String text, FinishReason finish) {
    return new Reply(text, finish, 3, 0, 2, Duration.ZERO, Duration.ZERO);
  }

  /// {@return whether it came to that within a time that only a fault uses up}
  static boolean came(CountDownLatch latch) throws InterruptedException {
    return latch.await(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    goOn.countDown();
  }
}
