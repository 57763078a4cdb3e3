package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Files over HTTP, of the model hub or of any other server, each going on where an earlier try
/// stopped.
final class Hub {
  private final URI address;
  private final Patience patience;
  private final ProxySelector proxies;

  Hub(URI address, ProxySelector proxies, Patience patience) {
    this.address = address;
    this.proxies = proxies;
    this.patience = patience;
  }

  Source source(HostedModel model) {
    URI file = URI.create(address + "/" + model.hubFolder() + "/" + model.file());
    return new Source(file, model.file(), model.bytes(), "");
  }

  HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(patience.connect())
        .followRedirects(Redirect.NORMAL)
        .proxy(proxies)
        .build();
  }

  Patience patience() {
    return patience;
  }

  /// Adds what is missing. A cut connection is tried again, from the byte where it was cut.
  void fetch(Source model, Partial partial, Meter meter) throws OutOfReachException {
    try (HttpClient client = client()) {
      long first = partial.bytes();
      int failures = 0;
      while (partial.bytes() < model.bytes()) {
        long before = partial.bytes();
        try {
          read(client, model, partial, meter);
        } catch (IOException e) {
          failures = partial.bytes() > before ? 1 : failures + 1;
          // A hub that cannot be reached at the start is mostly blocked, and waiting is in vain.
          boolean never = partial.bytes() == first && isNoConnection(e);
          if (never || failures >= patience.tries()) {
            client.shutdownNow();
            throw new OutOfReachException(reason(e));
          }
          pause(failures, model);
        }
      }
    }
  }

  private void read(HttpClient client, Source model, Partial partial, Meter meter)
      throws IOException, OutOfReachException {
    long offset = partial.bytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(model.address()).timeout(patience.connect());
    if (offset > 0) {
      request.header("Range", "bytes=" + offset + "-");
      if (model.hasExactVersion()) {
        request.header("If-Range", model.version());
      }
    }
    HttpResponse<InputStream> reply;
    try {
      reply = client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      throw interrupted(model, e);
    }
    try (InputStream body = reply.body()) {
      if (accept(reply, model, partial)) {
        copy(body, model, partial, meter);
      }
    }
  }

  /// {@return whether the body is to be read} A server that ignores the range sends the whole file,
  /// and the beginning is thrown away; one that refuses the range is asked for the whole file next.
  private static boolean accept(HttpResponse<InputStream> reply, Source model, Partial partial)
      throws IOException, OutOfReachException {
    if (reply.statusCode() == 429 || reply.statusCode() >= 500) {
      throw new IOException("it answered with status " + reply.statusCode());
    }
    return switch (reply.statusCode()) {
      case 206 -> isTheRest(reply, model, partial.bytes());
      case 200 -> {
        long length = reply.headers().firstValueAsLong("Content-Length").orElse(model.bytes());
        if (length != model.bytes()) {
          throw new OutOfReachException(
              "its file has %d bytes, not %d".formatted(length, model.bytes()));
        }
        partial.restart();
        yield true;
      }
      case 416 -> {
        if (partial.bytes() == 0) {
          throw new OutOfReachException("it answered with status 416");
        }
        partial.restart();
        yield false;
      }
      default -> throw new OutOfReachException("it answered with status " + reply.statusCode());
    };
  }

  private static boolean isTheRest(HttpResponse<InputStream> reply, Source model, long offset)
      throws OutOfReachException {
    String range = reply.headers().firstValue("Content-Range").orElse("");
    if (!range.equals("bytes %d-%d/%d".formatted(offset, model.bytes() - 1, model.bytes()))) {
      throw new OutOfReachException("it sent another range than asked for: " + range);
    }
    return true;
  }

  private void copy(InputStream body, Source model, Partial partial, Meter meter)
      throws IOException, OutOfReachException {
    byte[] buffer = new byte[1 << 16];
    try (StallGuard guard = new StallGuard(body, patience.stall())) {
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        guard.alive();
        if (partial.bytes() + count > model.bytes()) {
          throw new OutOfReachException("it sent more than %d bytes".formatted(model.bytes()));
        }
        partial.append(buffer, count);
        meter.at(partial.bytes());
      }
    }
    if (partial.bytes() < model.bytes()) {
      throw new IOException("the connection ended at byte " + partial.bytes());
    }
  }

  private void pause(int failures, Source model) {
    try {
      Thread.sleep(patience.pause().multipliedBy(1L << (failures - 1)));
    } catch (InterruptedException e) {
      throw interrupted(model, e);
    }
  }

  static ModelException interrupted(Source model, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new ModelException(
        ErrorType.EXTERNAL,
        "fetching " + model.file() + " was interrupted; run the command again to go on",
        cause);
  }

  private static boolean isNoConnection(IOException failure) {
    return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
  }

  static String reason(IOException failure) {
    if (isNoConnection(failure)) {
      return "no connection";
    }
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
