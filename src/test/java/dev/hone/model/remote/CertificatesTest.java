package dev.hone.model.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.hone.failure.UsageException;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.ModelException;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose certificate is of an authority that only its owner knows.
class CertificatesTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  @Test
  void anAuthorityOfOnesOwnIsTrustedWhereItIsNamed() throws Exception {
    Path keys = folder.resolve("keys.p12");
    keytool(
        "-genkeypair",
        "-alias",
        "a",
        "-keyalg",
        "EC",
        "-dname",
        "CN=box",
        "-validity",
        "2",
        "-ext",
        "SAN=ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-keystore",
        keys.toString());
    Path authority = folder.resolve("authority.pem");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "a",
        "-keystore",
        keys.toString(),
        "-file",
        authority.toString());
    WireMockServer server =
        new WireMockServer(
            options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(keys.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    server.start();
    try {
      server.stubFor(
          any(anyUrl())
              .willReturn(
                  aResponse()
                      .withHeader("Content-Type", Speech.OPENAI.contentType())
                      .withBody(Speech.OPENAI.whole("hello"))));

      assertThat(ask(server.httpsPort(), Map.of("SSL_CERT_FILE", authority.toString())))
          .isEqualTo("hello");
      assertThatThrownBy(() -> ask(server.httpsPort(), Map.of()))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("SSL_CERT_FILE");
    } finally {
      server.stop();
    }
  }

  @Test
  void aFileWithoutCertificatesIsWrongUse() {
    assertThatThrownBy(() -> Certificates.context(Map.of("SSL_CERT_FILE", folder + "/none.pem")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("mend or unset it");
  }

  private static String ask(int port, Map<String, String> environment) {
    Provider provider =
        new Provider(
            "house",
            Dialect.OPENAI,
            URI.create("https://127.0.0.1:" + port + "/v1"),
            new Provider.Key(List.of(), false),
            Provider.Extras.NONE,
            new Provider.Habits(1000, false, Patience.usual()));
    try (LanguageModel model =
        new RemoteModels(environment, false, Progress.silent())
            .open(new RemoteName(provider, "m"))) {
      return model
          .reply(
              new Request(
                  List.of(new Message(Message.Role.USER, "hi")), Sampling.greedy(9), List.of()),
              _ -> {})
          .text();
    }
  }

  private void keytool(String... words) throws IOException, InterruptedException {
    Path log = folder.resolve("keytool.log");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }
}
