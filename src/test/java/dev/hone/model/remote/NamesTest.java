package dev.hone.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.model.Thoughts;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How names, tables and texts are read where no connection is needed.
class NamesTest {
  private final Providers providers = new Providers(List.of());

  @ParameterizedTest
  @CsvSource({
    "openai:gpt-4.1, OPENAI, gpt-4.1, https://api.openai.com/v1",
    "anthropic:claude-x, ANTHROPIC, claude-x, https://api.anthropic.com/v1",
    "gemini:gemini-2.5-pro, GEMINI, gemini-2.5-pro, https://generativelanguage.googleapis.com/v1beta",
    "ollama:qwen2.5-coder:7b, OLLAMA, qwen2.5-coder:7b, http://127.0.0.1:11434",
    "http://box:8080/v1/#a/b, OPENAI, a/b, http://box:8080/v1",
  })
  void aModelIsNamedByItsProviderOrItsAddress(
      String text, Dialect dialect, String model, String url) {
    RemoteName name = providers.find(text).orElseThrow();

    assertThat(name.provider().dialect()).isEqualTo(dialect);
    assertThat(name.model()).isEqualTo(model);
    assertThat(name.provider().url()).hasToString(url);
    assertThat(name.text()).isEqualTo(text.replace("/#", "#"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai:", "http://box/v1", "https://me:secret@box/v1#m", "http:// #m"})
  void whatBeginsAsANameAndIsNoneIsWrongUse(String text) {
    assertThatThrownBy(() -> providers.find(text))
        .isInstanceOf(UsageException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void whatIsNoNameOfAProviderIsLeftToOthers() {
    assertThat(providers.find("small")).isEmpty();
    assertThat(providers.find("/models/a.gguf")).isEmpty();
    assertThat(providers.find("opanai:x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4.1-mini, 1047576, 0, false, false",
    "openai/gpt-4o, 128000, 0, false, false",
    "gpt-5-mini, 400000, 0, true, true",
    "o3, 200000, 0, true, true",
    "claude-sonnet-x, 200000, 0, false, false",
    "gemini-2.5-flash, 1048576, 0, true, false",
    "qwen2.5-coder:1.5b-instruct, 0, 1.5, false, false",
    "deepseek-r1:32b, 0, 32, true, false",
    "qwen3:8b, 0, 8, true, false",
    "qwen3-coder:30b, 0, 30, false, false",
    "nobody-knows, 0, 0, false, false",
  })
  void theTableAndTheNameTellWhatIsKnown(
      String model, int context, double billions, boolean thinks, boolean bare) {
    assertThat(KnownModels.load().find(model))
        .isEqualTo(new ModelFacts(context, billions, thinks, bare));
  }

  @Test
  void aReplyNamesOneOfTheChoices() {
    List<String> languages = List.of("c", "cpp", "java", "javascript");

    assertThat(Choices.in(" Java.\n", languages)).isEqualTo("java");
    assertThat(Choices.in("I would take C here", languages)).isEqualTo("c");
    assertThat(Choices.in("C++", languages)).isEqualTo("C++");
    assertThat(Choices.in("**javascript**", languages)).isEqualTo("javascript");
  }

  @Test
  void thoughtsInTheTextAreTakenOut() {
    assertThat(Thoughts.split("\n<think>hm</think>\n\n42")).isEqualTo(new Thoughts("hm", "42"));
    assertThat(Thoughts.split("<think>hm")).isEqualTo(new Thoughts("hm", ""));
    assertThat(Thoughts.split("a <think>b</think>"))
        .isEqualTo(new Thoughts("", "a <think>b</think>"));
  }

  @Test
  void secretsAreTakenOutInEveryForm() {
    Redaction redaction = new Redaction(List.of("", "a b/c+d"));

    assertThat(redaction.of("x a b/c+d y")).isEqualTo("x [key] y");
    assertThat(redaction.of("q=a+b%2Fc%2Bd")).isEqualTo("q=[key]");
    assertThat(redaction.of("Basic YSBiL2MrZA==")).isEqualTo("Basic [key]");
  }

  @Test
  void aWaitIsReadAsSecondsOrAsADate() {
    Refusals refusals =
        new Refusals(
            providers.find("ollama:m").orElseThrow(),
            new Credentials("", "", Map.of(), Map.of(), new Redaction(List.of())));
    Instant now = Instant.parse("2026-11-29T00:00:00Z");

    assertThat(asked(refusals, "Retry-After", "1.5", now)).isEqualTo(Duration.ofMillis(1500));
    assertThat(asked(refusals, "Retry-After", "Sun, 29 Nov 2026 00:00:30 GMT", now))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(asked(refusals, "Retry-After", "soon", now)).isZero();
    assertThat(
            refusals
                .of(
                    429,
                    HttpHeaders.of(Map.of(), (_, _) -> true),
                    "[{\"error\":{\"message\":\"m\",\"details\":[{\"retryDelay\":\"34s\"}]}}]",
                    now)
                .asksToWait())
        .isEqualTo(Duration.ofSeconds(34));
  }

  private static Duration asked(Refusals refusals, String header, String value, Instant now) {
    return refusals
        .of(429, HttpHeaders.of(Map.of(header, List.of(value)), (_, _) -> true), "{}", now)
        .asksToWait();
  }

  @Test
  void pausesGrowToALimitAndDiffer() {
    Backoff backoff = new Backoff(9, new Random(1));

    for (int failed = 1; failed <= 9; failed++) {
      Duration whole = Duration.ofSeconds(1L << Math.min(failed - 1, 6));
      assertThat(backoff.pause(failed)).isBetween(whole.dividedBy(2), whole);
    }
    assertThat(backoff.pause(3)).isNotEqualTo(backoff.pause(3));
  }

  @Test
  void proxiesComeFromTheEnvironment() {
    EnvironmentProxies proxies =
        new EnvironmentProxies(
            Map.of("https_proxy", "proxy.example:3128", "NO_PROXY", ".inside.example, other"));

    assertThat(proxies.select(URI.create("https://api.example/v1")).toString())
        .contains("proxy.example")
        .contains("3128");
    for (String url :
        List.of("https://a.inside.example", "https://other/x", "https://127.0.0.1:1/v1")) {
      assertThat(proxies.select(URI.create(url))).containsExactly(Proxy.NO_PROXY);
    }
    EnvironmentProxies secret =
        new EnvironmentProxies(Map.of("HTTPS_PROXY", "http://me:secret@proxy.example"));
    assertThatThrownBy(() -> secret.select(URI.create("https://api.example")))
        .isInstanceOf(UsageException.class)
        .hasMessageNotContaining("secret");
  }
}
