package dev.hone.model.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// The way to one provider. It follows no redirect: the key is for this address alone.
final class Wire implements AutoCloseable {
  private final HttpClient client;
  private final Provider provider;
  private final Credentials credentials;

  Wire(Provider provider, Credentials credentials, Map<String, String> environment) {
    this.provider = provider;
    this.credentials = credentials;
    EnvironmentProxies proxies = new EnvironmentProxies(environment);
    // an address that cannot be read is said here and not by each try
    var _ = proxies.select(provider.url());
    this.client =
        HttpClient.newBuilder()
            // one connection for each request in flight, so that ending one ends it at the server
            .version(Version.HTTP_1_1)
            .connectTimeout(provider.habits().patience().connect())
            .followRedirects(Redirect.NEVER)
            .proxy(proxies)
            .sslContext(Certificates.context(environment))
            .build();
  }

  Provider provider() {
    return provider;
  }

  Credentials credentials() {
    return credentials;
  }

  /// {@return the reply, once its head is here}
  ///
  /// @throws FailedCall if there is none within the limit
  /// @throws CancelledCall if the calling thread was interrupted
  HttpResponse<InputStream> send(
      String method, String url, Map<String, String> headers, String body, Duration limit) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(withQuery(url)));
    headers.forEach(request::setHeader);
    credentials.headers().forEach(request::setHeader);
    request.setHeader("User-Agent", "hone");
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    CompletableFuture<HttpResponse<InputStream>> sent =
        client.sendAsync(request.build(), BodyHandlers.ofInputStream());
    try {
      return sent.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      drop(sent);
      throw new FailedCall(
          Fault.TIMED_OUT,
          "%s did not answer within %d s".formatted(provider.name(), limit.toSeconds()));
    } catch (InterruptedException _) {
      drop(sent);
      Thread.currentThread().interrupt();
      throw new CancelledCall();
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    }
  }

  private String withQuery(String url) {
    StringBuilder whole = new StringBuilder(url);
    credentials
        .query()
        .forEach(
            (name, value) ->
                whole
                    .append(whole.indexOf("?") < 0 ? '?' : '&')
                    .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return whole.toString();
  }

  private static void drop(CompletableFuture<HttpResponse<InputStream>> sent) {
    if (!sent.cancel(true) && !sent.isCompletedExceptionally()) {
      try {
        sent.join().body().close();
      } catch (IOException _) {
        // It is not read either way.
      }
    }
  }

  private FailedCall failure(Throwable thrown) {
    String at = provider.url().getAuthority();
    return switch (thrown) {
      case HttpConnectTimeoutException _ ->
          new FailedCall(
              Fault.UNREACHABLE,
              "%s gave no connection within %d s; check the network, the proxy and the address"
                  .formatted(at, provider.habits().patience().connect().toSeconds()));
      case ConnectException e when isUnknown(e) -> unknown(at);
      case UnknownHostException _ -> unknown(at);
      case ConnectException _ when provider.isHere() ->
          new FailedCall(Fault.FINAL, "nothing listens at %s; %s".formatted(at, starting()));
      case ConnectException _ ->
          new FailedCall(
              Fault.UNREACHABLE,
              "%s refuses the connection; check the network, the proxy and the address"
                  .formatted(at));
      case SSLException e ->
          new FailedCall(
              Fault.FINAL,
              "%s has no certificate that this machine trusts (%s); name the file of its authority in SSL_CERT_FILE"
                  .formatted(at, e.getMessage()));
      default ->
          new FailedCall(
              Fault.BROKEN, "the connection to %s broke (%s)".formatted(at, thrown.getMessage()));
    };
  }

  private static boolean isUnknown(Throwable thrown) {
    return thrown.getCause() instanceof UnresolvedAddressException
        || (thrown.getCause() instanceof ConnectException cause && isUnknown(cause));
  }

  private static FailedCall unknown(String at) {
    return new FailedCall(
        Fault.UNREACHABLE,
        "no machine is known as %s; check the network, the proxy and the address".formatted(at));
  }

  private String starting() {
    return provider.dialect() == Dialect.OLLAMA
        ? "start it with: ollama serve"
        : "start the server, or name its address";
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
