package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server says of a file before it is fetched.
///
/// @param source where it is, and how long
/// @param sha256 the hash that the server names for it, as the model hub does, or empty
record Look(Source source, String sha256) {
  private static final Pattern TOTAL = Pattern.compile("bytes 0-0/(\\d+)");
  private static final Pattern HASH = Pattern.compile("\"?([0-9a-f]{64})\"?");

  /// {@return what the server says} Its first byte is asked for: addresses that are signed for
  /// reading mostly refuse to be asked for their headers alone.
  ///
  /// @throws ModelException if it does not answer, has no such file or does not say how long it is
  static Look at(ModelAddress address, Hub hub) {
    Source unknown = new Source(address.uri(), address.file(), 0, "");
    HttpRequest request =
        HttpRequest.newBuilder(address.uri())
            .header("Range", "bytes=0-0")
            .timeout(hub.patience().connect())
            .build();
    try (HttpClient client = hub.client()) {
      HttpResponse<InputStream> reply = client.send(request, BodyHandlers.ofInputStream());
      // A server that knows no ranges has begun to send the whole file.
      reply.body().close();
      client.shutdownNow();
      return of(address, reply);
    } catch (InterruptedException e) {
      throw Hub.interrupted(unknown, e);
    } catch (IOException e) {
      throw failed(address, Hub.reason(e) + "; check the address and the network");
    }
  }

  private static Look of(ModelAddress address, HttpResponse<InputStream> reply) {
    int status = reply.statusCode();
    if (status == 401 || status == 403) {
      throw failed(
          address,
          "it answered with status %d, so the file needs an account there; fetch it with one, and pass its path to --model"
              .formatted(status));
    }
    if (status != 200 && status != 206) {
      throw failed(address, "it answered with status %d; check the address".formatted(status));
    }
    Matcher total = TOTAL.matcher(reply.headers().firstValue("Content-Range").orElse(""));
    long bytes =
        status == 206 && total.matches()
            ? Long.parseLong(total.group(1))
            : status == 200 ? reply.headers().firstValueAsLong("Content-Length").orElse(0) : 0;
    if (bytes <= 0) {
      throw failed(
          address, "it does not say how long the file is; fetch it and pass its path to --model");
    }
    String version = reply.headers().firstValue("ETag").orElse("");
    return new Look(new Source(address.uri(), address.file(), bytes, version), linked(reply));
  }

  /// The hub names the hash in the reply that leads to where the bytes are.
  private static String linked(HttpResponse<InputStream> last) {
    Optional<HttpResponse<InputStream>> reply = Optional.of(last);
    while (reply.isPresent()) {
      Matcher hash =
          HASH.matcher(
              reply
                  .get()
                  .headers()
                  .firstValue("X-Linked-Etag")
                  .orElse("")
                  .toLowerCase(Locale.ROOT));
      if (hash.matches()) {
        return hash.group(1);
      }
      reply = reply.get().previousResponse();
    }
    return "";
  }

  private static ModelException failed(ModelAddress address, String why) {
    return new ModelException(
        ErrorType.EXTERNAL, "%s could not be fetched: %s".formatted(address.uri(), why));
  }
}
