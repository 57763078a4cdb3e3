package dev.hone.model.remote;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Collects what one request brings. LangChain4j calls it on the thread that asks, since the
/// connection below it does so.
final class Answer implements StreamingChatResponseHandler {
  private final Consumer<String> onText;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private Runnable onFirst = () -> {};
  private long firstAt;
  private @Nullable ChatResponse response;
  private @Nullable Throwable failure;
  private @Nullable RuntimeException listenersFailure;

  Answer(Consumer<String> onText) {
    this.onText = onText;
  }

  /// Says what is done at the first piece.
  void atFirst(Runnable action) {
    onFirst = action;
  }

  @Override
  public void onPartialResponse(String piece) {
    first();
    text.append(piece);
    try {
      onText.accept(piece);
    } catch (RuntimeException e) {
      // LangChain4j would take it for a failure of the provider
      listenersFailure = e;
    }
  }

  @Override
  public void onPartialThinking(PartialThinking piece) {
    first();
    thinking.append(piece.text());
  }

  @Override
  public void onCompleteResponse(ChatResponse complete) {
    response = complete;
  }

  @Override
  public void onError(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
  }

  String text() {
    return text.toString();
  }

  String thinking() {
    return thinking.toString();
  }

  /// {@return whether nothing more is to come of it}
  boolean failed() {
    return failure != null || listenersFailure != null;
  }

  @Nullable Throwable failure() {
    return failure;
  }

  @Nullable RuntimeException listenersFailure() {
    return listenersFailure;
  }

  @Nullable ChatResponse response() {
    return response;
  }

  /// {@return when the first piece came, by the clock of [System#nanoTime], or 0}
  long firstAt() {
    return firstAt;
  }

  private void first() {
    if (firstAt == 0) {
      firstAt = System.nanoTime();
      onFirst.run();
    }
  }
}
