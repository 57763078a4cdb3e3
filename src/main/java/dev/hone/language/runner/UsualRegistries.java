package dev.hone.language.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/// The hosts that a client fetches from where its settings name none.
public final class UsualRegistries {
  private UsualRegistries() {}

  /// {@return the hosts, each as `host:port`}
  ///
  /// @param client the client's name, such as `cargo`
  public static List<String> of(String client) {
    try (InputStream in =
        UsualRegistries.class.getResourceAsStream("usual-registries.properties")) {
      if (in == null) {
        throw new IllegalStateException("usual-registries.properties is missing");
      }
      Properties hosts = new Properties();
      hosts.load(in);
      return List.of(hosts.getProperty(client, "").split(" ", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
