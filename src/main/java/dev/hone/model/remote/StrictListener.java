package dev.hone.model.remote;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Ends a reply at the first piece that is wrong, where LangChain4j would leave the piece out and
/// read on: a reply with a hole is worse than none.
final class StrictListener implements ServerSentEventListener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String END = "[DONE]";

  private final ServerSentEventListener listener;
  private final Endpoint endpoint;
  private final Refusals refusals;
  private final Answer answer;
  private @Nullable FailedCall failure;
  private boolean saidEnd;

  StrictListener(
      ServerSentEventListener listener, Endpoint endpoint, Refusals refusals, Answer answer) {
    this.listener = listener;
    this.endpoint = endpoint;
    this.refusals = refusals;
    this.answer = answer;
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    listener.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    if (!isOver()) {
      take(event, context);
    }
    if (isOver()) {
      context.parsingHandle().cancel();
    }
  }

  private boolean isOver() {
    return failure != null || answer.failed() || Thread.currentThread().isInterrupted();
  }

  private void take(ServerSentEvent event, ServerSentEventContext context) {
    String data = event.data();
    saidEnd |= data.strip().equals(END);
    // quotation marks inside a text are escaped, so this is a name or a whole text
    if (data.contains("\"error\"") || endpoint.mayRefuse(data)) {
      failure = complaint(data);
    }
    // LangChain4j passes over what is no object in some dialects
    if (failure == null && !data.isBlank() && !data.startsWith("{") && !data.strip().equals(END)) {
      failure = malformed();
    }
    if (failure != null) {
      return;
    }
    try {
      listener.onEvent(event, context);
    } catch (RuntimeException _) {
      failure = malformed();
    }
  }

  private @Nullable FailedCall complaint(String data) {
    try {
      JsonNode root = JSON.readTree(data);
      JsonNode error = root.path("error");
      if (!error.isMissingNode() && !error.isNull()) {
        return refusals.inStream(Complaint.of(root, data));
      }
      Optional<String> refusal = endpoint.refusal(root);
      return refusal.map(refusals::content).orElse(null);
    } catch (JacksonException _) {
      return malformed();
    }
  }

  private FailedCall malformed() {
    return new FailedCall(
        Fault.BROKEN, "%s sent a piece that cannot be read".formatted(endpoint.name()));
  }

  @Override
  public void onError(Throwable thrown) {
    if (failure == null) {
      failure =
          new FailedCall(
              Fault.BROKEN,
              "the reply of %s broke off (%s)".formatted(endpoint.name(), thrown.getMessage()));
    }
  }

  /// Says that nothing more comes.
  ///
  /// @throws FailedCall if the reply is not whole
  /// @throws CancelledCall if the calling thread was interrupted
  void end(Watch watch) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledCall();
    }
    if (answer.listenersFailure() != null) {
      throw answer.listenersFailure();
    }
    if (watch.expired()) {
      throw new FailedCall(
          Fault.TIMED_OUT,
          watch.begun()
              ? "%s fell silent in the middle of its reply".formatted(endpoint.name())
              : "%s sent no piece of a reply in time".formatted(endpoint.name()));
    }
    if (failure != null) {
      throw failure;
    }
    if (!answer.failed()) {
      listener.onClose();
    }
    if (answer.failed()) {
      throw malformed();
    }
    boolean whole =
        answer.response() != null && (saidEnd || answer.response().finishReason() != null);
    if (!whole) {
      throw new FailedCall(
          Fault.BROKEN, "the reply of %s broke off before its end".formatted(endpoint.name()));
    }
  }
}
