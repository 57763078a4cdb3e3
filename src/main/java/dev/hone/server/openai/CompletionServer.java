package dev.hone.server.openai;

import dev.hone.failure.UsageException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// A model behind HTTP, as OpenAI's interface has it: `GET /v1/models`, `GET /v1/models/NAME` and
/// `POST /v1/chat/completions`. It serves from when it is made until it is closed.
public final class CompletionServer implements AutoCloseable {
  private static final int MOST_THREADS = 64;
  private static final int LEAST_THREADS = 4;
  private static final int IDLE_MILLIS = 60_000;

  private final ServedModel served;
  private final ServerSettings settings;
  private final Progress progress;
  private final Admission admission;
  private final ClientWatch clients = new ClientWatch();
  private final long startedAt = Instant.now().getEpochSecond();
  private final Javalin javalin;

  /// Starts to serve.
  ///
  /// @param served who answers; it must stay open until the server is closed
  /// @param settings where to listen, and whom to let in
  /// @param progress told of each answer in a line, without what was said
  /// @throws UsageException if it cannot listen there, or would be open to others without a key
  public CompletionServer(ServedModel served, ServerSettings settings, Progress progress) {
    if (settings.key().isEmpty() && !Loopback.isAt(settings.host())) {
      throw openWithoutKey(settings.host());
    }
    this.served = served;
    this.settings = settings;
    this.progress = progress;
    this.admission = new Admission(settings.jobs(), settings.queue());
    this.javalin = Javalin.create(this::configure);
    start();
  }

  /// {@return the refusal to be open to other machines without a key}
  ///
  /// @param host the address that others can reach
  public static UsageException openWithoutKey(String host) {
    return new UsageException(
        "%s can be reached from other machines, and the server has no key; pass --key-variable NAME with the variable that holds one, or --host 127.0.0.1"
            .formatted(host));
  }

  private void start() {
    boolean started = false;
    try {
      javalin.start();
      started = true;
    } catch (JavalinBindException e) {
      throw new UsageException(
          "port %d of %s is taken or not to be had; pass another --port, or --port 0 for any that is free"
              .formatted(settings.port(), settings.host()));
    } finally {
      if (!started) {
        clients.close();
      }
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    // Threads of the system: one that is inside the engine holds the processor that it is on, and
    // on a small machine no virtual thread would be left to see that a client has gone.
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_MILLIS);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    Gate gate = new Gate(settings.key());
    ChatHandler chat = new ChatHandler(served, admission, clients, progress, settings.bodyBytes());
    config.routes.before(
        "*", context -> gate.check(header(context, "Authorization"), header(context, "Host")));
    config.routes.get(
        "/v1/models", context -> Responses.json(context, Forms.models(served, startedAt)));
    config.routes.get("/v1/models/<name>", this::model);
    config.routes.post("/v1/chat/completions", chat::handle);
    errors(config);
  }

  private static String header(Context context, String name) {
    return Objects.requireNonNullElse(context.header(name), "");
  }

  private void model(Context context) {
    String name = context.pathParam("name");
    if (!served.isCalled(name)) {
      throw ApiError.unknownModel(name, served.model().card().name());
    }
    Responses.json(context, Forms.model(served, startedAt));
  }

  private void errors(JavalinConfig config) {
    config.routes.exception(
        ApiError.class,
        (error, context) -> {
          progress.report(
              new Event.Stage("chat: refused, %d %s".formatted(error.status(), error.code())));
          Responses.error(context, error);
        });
    config.routes.exception(
        HttpResponseException.class,
        (thrown, context) ->
            Responses.error(
                context,
                thrown instanceof MethodNotAllowedResponse
                    ? ApiError.request(405, "method_not_allowed", "this path takes another method")
                    : ApiError.request(
                        404,
                        "not_found",
                        "there is /v1/models and /v1/chat/completions, and nothing else")));
    // a client that left in the middle of its body, or before it had read the answer
    config.routes.exception(
        IOException.class,
        (_, context) ->
            Responses.error(
                context, ApiError.request(400, "broken_off", "the body did not come whole")));
    config.routes.exception(
        Exception.class,
        (thrown, context) -> {
          progress.report(new Event.Stage("internal error: " + thrown));
          Responses.error(context, ApiError.internal());
        });
  }

  /// {@return the port that it listens at}
  public int port() {
    return javalin.port();
  }

  /// {@return the address that clients take as their base, such as `http://127.0.0.1:8080/v1`}
  public String address() {
    String host = settings.host();
    return "http://%s:%d/v1".formatted(host.contains(":") ? "[" + host + "]" : host, port());
  }

  /// Ends: nobody is let in any more, replies under way are cut and their clients told, then
  /// nothing listens. It takes a few seconds at most where the model sees an interrupt in time.
  @Override
  public void close() {
    try {
      admission.end();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      javalin.stop();
      clients.close();
    }
  }
}
