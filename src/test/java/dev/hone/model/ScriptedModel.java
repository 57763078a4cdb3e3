package dev.hone.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// A model that answers from a script and keeps what it was asked. Asked what calls return, one
/// after the other, it takes one reply of the script for all of them, with a line for each that it
/// knows, and says nothing of the others.
public final class ScriptedModel implements LanguageModel {
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();
  private final ModelCard card;
  private List<String> known = List.of();
  private boolean predicts;

  public ScriptedModel(String... replies) {
    this(new ModelCard("scripted", 1.5, 8192, "", "script"), replies);
  }

  public ScriptedModel(ModelCard card, String... replies) {
    this.card = card;
    for (String reply : replies) {
      then(reply, FinishReason.STOP);
    }
  }

  public ScriptedModel then(String reply, FinishReason finish, Logprob... logprobs) {
    replies.add(
        new Reply(reply, finish, 10, 0, reply.length() / 4, Duration.ZERO, Duration.ofMillis(1))
            .withLogprobs(List.of(logprobs)));
    return this;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    requests.add(request);
    Reply reply = asksForAValue(request) ? predicted(request) : next(request);
    onText.accept(reply.text());
    if (reply.finish() == FinishReason.CANCELLED) {
      Thread.currentThread().interrupt();
    }
    return reply;
  }

  private Reply next(Request request) {
    predicts = false;
    Reply reply = replies.poll();
    if (reply == null) {
      throw new AssertionError("the script ended; asked: " + request.messages());
    }
    return reply;
  }

  private static boolean asksForAValue(Request request) {
    Message last = request.messages().getLast();
    return last.role() == Message.Role.ASSISTANT && last.text().endsWith(" ==");
  }

  private Reply predicted(Request request) {
    if (!predicts) {
      known = next(request).text().lines().toList();
      predicts = true;
    }
    String asked = request.messages().getLast().text().lines().toList().getLast();
    String value =
        known.stream()
            .filter(line -> line.startsWith(asked))
            .map(line -> line.substring(asked.length()))
            .findFirst()
            .orElse("");
    return new Reply(
        value, FinishReason.STOP, 10, 0, value.length() / 4, Duration.ZERO, Duration.ofMillis(1));
  }

  @Override
  public void close() {}

  /// {@return what was asked, in order}
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /// {@return whether every reply of the script was used}
  public boolean isUsedUp() {
    return replies.isEmpty();
  }
}
