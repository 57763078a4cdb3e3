package dev.hone.server.openai;

import dev.hone.model.Reply;
import io.javalin.http.Context;

/// A reply that is sent at once, when it is there.
final class WholeAnswer implements Answer {
  private final Context context;
  private final Head head;

  WholeAnswer(Context context, Head head) {
    this.context = context;
    this.head = head;
  }

  @Override
  public void piece(String text) {
    // the reply holds them all
  }

  @Override
  public void end(Reply reply) {
    Responses.json(context, Forms.whole(head, reply));
  }

  @Override
  public void fail(ApiError error) {
    throw error;
  }
}
