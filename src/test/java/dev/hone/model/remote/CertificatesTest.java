package dev.hone.model.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.ModelException;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.progress.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose certificate is of an authority that only its owner knows.
class CertificatesTest {
  @TempDir Path folder;

  @Test
  void anAuthorityOfOnesOwnIsTrustedWhereItIsNamed() throws Exception {
    try (SecureServer server = new SecureServer(folder)) {
      server.answers(
          aResponse()
              .withHeader("Content-Type", Speech.OPENAI.contentType())
              .withBody(Speech.OPENAI.whole("hello")));

      assertThat(ask(server.port(), Map.of("SSL_CERT_FILE", server.authority().toString())))
          .isEqualTo("hello");
      assertThatThrownBy(() -> ask(server.port(), Map.of()))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("SSL_CERT_FILE");
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
}
