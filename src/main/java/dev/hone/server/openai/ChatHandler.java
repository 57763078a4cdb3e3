package dev.hone.server.openai;

import dev.hone.failure.HoneException;
import dev.hone.model.FinishReason;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/// Answers `POST /v1/chat/completions`.
final class ChatHandler {
  /// What web servers note for a client that left; nobody receives it.
  private static final int CLIENT_LEFT = 499;

  private final ServedModel served;
  private final Admission admission;
  private final ClientWatch clients;
  private final Progress progress;
  private final int bodyBytes;

  /// Makes a handler.
  ///
  /// @param served who answers
  /// @param admission lets requests to the model
  /// @param progress told of each answer
  /// @param bodyBytes the most bytes of a body
  ChatHandler(
      ServedModel served,
      Admission admission,
      ClientWatch clients,
      Progress progress,
      int bodyBytes) {
    this.served = served;
    this.admission = admission;
    this.clients = clients;
    this.progress = progress;
    this.bodyBytes = bodyBytes;
  }

  void handle(Context context) throws IOException {
    ModelCard card = served.model().card();
    ChatRequest request = new ChatRequestReader(card.contextTokens()).read(body(context));
    if (!served.isCalled(request.model())) {
      throw ApiError.unknownModel(request.model(), card.name());
    }
    Head head = Head.of(card);
    Answer answer =
        request.stream()
            ? new StreamedAnswer(context, head, request.usage())
            : new WholeAnswer(context, head);
    try (ClientWatch.Watched client = clients.over(connection(context), Thread.currentThread())) {
      answer(request, answer, client, context);
      if (client.hasSpoken() && !request.stream()) {
        context.header("Connection", "close");
      }
    } finally {
      // the thread serves others next
      boolean _ = Thread.interrupted();
    }
  }

  private byte[] body(Context context) throws IOException {
    String type = context.contentType() == null ? "" : context.contentType();
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw ApiError.request(
          415, "not_json", "the body must be JSON; send Content-Type: application/json");
    }
    byte[] body =
        context.req().getContentLengthLong() > bodyBytes
            ? new byte[0]
            : context.bodyInputStream().readNBytes(bodyBytes + 1);
    if (body.length > bodyBytes || context.req().getContentLengthLong() > bodyBytes) {
      throw ApiError.request(
          413, "body_too_long", "the body has more than %d bytes".formatted(bodyBytes));
    }
    return body;
  }

  private static EndPoint connection(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint();
  }

  private void answer(
      ChatRequest request, Answer answer, ClientWatch.Watched client, Context context)
      throws IOException {
    try (Admission.Turn _ = admission.enter()) {
      Reply reply = served.model().reply(request.request(), answer::piece);
      if (reply.finish() == FinishReason.CANCELLED) {
        cancelled(answer, client, context);
      } else {
        answer.end(reply);
        told(reply);
      }
    } catch (InterruptedException _) {
      cancelled(answer, client, context);
    } catch (HoneException e) {
      answer.fail(ApiError.of(e));
    } catch (ApiError | IOException e) {
      throw e;
    } catch (RuntimeException e) {
      progress.report(new Event.Stage("chat: internal error: " + e));
      answer.fail(ApiError.internal());
    }
  }

  private void cancelled(Answer answer, ClientWatch.Watched client, Context context)
      throws IOException {
    boolean left =
        client.isGone() || (answer instanceof StreamedAnswer streamed && streamed.isBroken());
    // an interrupted thread cannot write
    boolean _ = Thread.interrupted();
    if (left) {
      context.status(CLIENT_LEFT);
      progress.report(new Event.Stage("chat: the client left, the reply was given up"));
    } else {
      answer.fail(ApiError.ending());
    }
  }

  private void told(Reply reply) {
    Duration total = reply.total();
    progress.report(
        new Event.Stage(
            String.format(
                Locale.ROOT,
                "chat: %d tokens in, %d out, %.1f s (%s)",
                reply.promptTokens(),
                reply.completionTokens(),
                total.toMillis() / 1000.0,
                Forms.finish(reply.finish()))));
  }
}
