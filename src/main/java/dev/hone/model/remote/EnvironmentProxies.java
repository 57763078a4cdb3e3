package dev.hone.model.remote;

import dev.hone.failure.UsageException;
import dev.hone.model.ThisMachine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The proxies that the environment names: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in either
/// case; where it names none, those that Java was started with. This machine is always asked
/// directly.
public final class EnvironmentProxies extends ProxySelector {
  private final Map<String, String> environment;

  /// Reads the variables of an environment when an address is selected.
  ///
  /// @param environment the variables
  public EnvironmentProxies(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public List<Proxy> select(URI url) {
    String host = url.getHost();
    if (ThisMachine.isNamed(host)) {
      return List.of(Proxy.NO_PROXY);
    }
    String variable = url.getScheme().toUpperCase(Locale.ROOT) + "_PROXY";
    String proxy = value(variable);
    if (proxy.isEmpty()) {
      ProxySelector usual = ProxySelector.getDefault();
      return usual == null ? List.of(Proxy.NO_PROXY) : usual.select(url);
    }
    return isExcepted(host)
        ? List.of(Proxy.NO_PROXY)
        : List.of(new Proxy(Proxy.Type.HTTP, address(variable, proxy)));
  }

  @Override
  public void connectFailed(URI url, SocketAddress address, IOException failure) {
    // The request fails with the same words.
  }

  private boolean isExcepted(String host) {
    return Arrays.stream(value("NO_PROXY").split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> name.replaceFirst("^\\*?\\.", ""))
        .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
  }

  private static InetSocketAddress address(String variable, String proxy) {
    try {
      URI url = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
      if (url.getHost() != null && url.getRawUserInfo() == null) {
        return new InetSocketAddress(url.getHost(), url.getPort() < 0 ? 80 : url.getPort());
      }
    } catch (IllegalArgumentException _) {
      // The message below does not repeat the value, which may hold a password.
    }
    throw new UsageException(
        "%s is no address of a proxy without a password, such as http://proxy.example:3128; a remote model is asked through no other"
            .formatted(variable));
  }

  private String value(String variable) {
    return Stream.of(variable, variable.toLowerCase(Locale.ROOT))
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
