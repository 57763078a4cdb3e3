package dev.hone.model.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server of this machine with a certificate of an authority that only its owner knows.
public final class SecureServer implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final Path authority;
  private final WireMockServer server;

  /// Starts it.
  ///
  /// @param folder where its keys are made
  public SecureServer(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.authority = folder.resolve("authority.pem");
    String keys = folder.resolve("keys.p12").toString();
    keytool(
        "-genkeypair -alias a -keyalg EC -dname CN=box -validity 2 -ext SAN=ip:127.0.0.1"
            + " -storetype PKCS12",
        "-keystore",
        keys);
    keytool("-exportcert -rfc -alias a", "-keystore", keys, "-file", authority.toString());
    server =
        new WireMockServer(
            options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(keys)
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    server.start();
  }

  /// Says what it always answers.
  public void answers(ResponseDefinitionBuilder reply) {
    server.stubFor(any(anyUrl()).willReturn(reply));
  }

  /// {@return the port that it speaks TLS at}
  public int port() {
    return server.httpsPort();
  }

  /// {@return the file with the certificate of its authority}
  public Path authority() {
    return authority;
  }

  /// {@return the paths that were asked for}
  public List<String> paths() {
    return server.getAllServeEvents().stream().map(event -> event.getRequest().getUrl()).toList();
  }

  private void keytool(String words, String... paths) throws IOException, InterruptedException {
    Path log = folder.resolve("keytool.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ", -1)));
    command.addAll(List.of(paths));
    command.addAll(List.of("-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  @Override
  public void close() {
    server.stop();
  }
}
