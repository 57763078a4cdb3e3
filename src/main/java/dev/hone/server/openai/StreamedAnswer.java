package dev.hone.server.openai;

import dev.hone.model.Reply;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A reply that is sent piece by piece, as server-sent events. It begins with the first piece, so
/// that a prompt which does not fit still gets its own status.
final class StreamedAnswer implements Answer {
  private static final String THOUGHTS = "<think>";

  private final Context context;
  private final Head head;
  private final boolean usage;
  private final StringBuilder sent = new StringBuilder();
  private @Nullable OutputStream out;
  private boolean broken;

  /// Makes an answer.
  ///
  /// @param context the request
  /// @param head what every part says
  /// @param usage whether it ends with what it took
  StreamedAnswer(Context context, Head head, boolean usage) {
    this.context = context;
    this.head = head;
    this.usage = usage;
  }

  /// {@inheritDoc}
  ///
  /// A client that cannot be reached interrupts the calling thread, which ends the reply: an
  /// exception would look like a fault of the model.
  @Override
  public void piece(String text) {
    if (broken || text.isEmpty()) {
      return;
    }
    try {
      send(Forms.piece(head, out == null, text));
      sent.append(text);
    } catch (IOException _) {
      broken = true;
      Thread.currentThread().interrupt();
    }
  }

  /// {@return whether a write failed}
  boolean isBroken() {
    return broken;
  }

  @Override
  public void end(Reply reply) throws IOException {
    if (!isWhole(reply.text())) {
      fail(ApiError.begunAnew());
      return;
    }
    if (out == null || reply.text().length() > sent.length()) {
      send(Forms.piece(head, out == null, reply.text().substring(sent.length())));
    }
    send(Forms.end(head, reply));
    if (usage) {
      send(Forms.taken(head, reply));
    }
    event("[DONE]");
  }

  /// What a model thinks may be in the pieces and is not in the reply. Any other difference is a
  /// try that broke off and began anew, whose pieces cannot be taken back.
  private boolean isWhole(String text) {
    String pieces = sent.toString();
    return text.startsWith(pieces)
        || (pieces.stripLeading().startsWith(THOUGHTS) && pieces.endsWith(text));
  }

  @Override
  public void fail(ApiError error) throws IOException {
    if (out == null) {
      throw error;
    }
    // without [DONE], so that no client takes it for whole
    send(Forms.error(error));
  }

  private void send(ObjectNode form) throws IOException {
    event(form.toString());
  }

  private void event(String data) throws IOException {
    if (out == null) {
      context
          .status(200)
          .contentType("text/event-stream; charset=utf-8")
          .header("Cache-Control", "no-cache")
          // a byte that the watch takes from the next request would spoil it
          .header("Connection", "close");
      // Javalin's own stream keeps what it is told to flush
      out = context.res().getOutputStream();
    }
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
