package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.model.remote.Dialect;
import dev.hone.model.remote.Patience;
import dev.hone.model.remote.Provider;
import dev.hone.model.remote.Provider.Extras;
import dev.hone.model.remote.Provider.Habits;
import dev.hone.model.remote.Providers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTest {
  @TempDir Path folder;

  @Test
  void withoutAFileThereAreTheUsualProviders() {
    assertThat(ModelSettings.of(TestSettings.of(folder.resolve("absent"))).providers().names())
        .containsExactly("openai", "anthropic", "gemini", "ollama");
  }

  @Test
  void everySettingOfAProviderIsRead() throws IOException {
    Provider house =
        provider(
            "house",
            """
            [sandbox]
            memory = "2 GiB"

            [providers.house]
            dialect = "openai"
            url = "https://models.example/v1/"
            keyVariable = "HOUSE_KEY"
            organisation = "org-1"
            project = "p-1"
            headers = { X-Team = "blue", X-Gate = "$GATE_TOKEN" }
            query = { api-version = "2026-01-01" }
            context = 32768
            goesOn = true
            connect = "5 s"
            firstToken = "10 min"
            idle = "90 s"
            tries = 6
            """);

    assertThat(house)
        .isEqualTo(
            new Provider(
                "house",
                Dialect.OPENAI,
                URI.create("https://models.example/v1"),
                new Provider.Key(List.of("HOUSE_KEY"), true),
                new Extras(
                    Map.of(
                        "X-Team",
                        "blue",
                        "X-Gate",
                        "$GATE_TOKEN",
                        "OpenAI-Organization",
                        "org-1",
                        "OpenAI-Project",
                        "p-1"),
                    Map.of("api-version", "2026-01-01")),
                new Habits(
                    32_768,
                    true,
                    new Patience(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(90),
                        6))));
  }

  @Test
  void aUsualProviderKeepsWhatItsTableDoesNotName() throws IOException {
    Provider usual =
        Providers.usual().stream().filter(p -> p.name().equals("ollama")).findFirst().orElseThrow();

    assertThat(provider("ollama", "[providers.ollama]\nurl = \"http://box:11434\"\n"))
        .isEqualTo(
            new Provider(
                "ollama",
                Dialect.OLLAMA,
                URI.create("http://box:11434"),
                usual.key(),
                usual.extras(),
                usual.habits()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[providers.a]\\nurl = \"https://h/v1\"\\nuri = 1 | uri in [providers.a]",
        "[providers.a]\\ndialect = \"openai\" | url in [providers.a]",
        "[providers.a]\\nurl = \"ftp://h\" | takes an address",
        "[providers.a]\\nurl = \"https://me:planted@h/v1\" | no password in it",
        "[providers.a]\\nurl = \"https://h\"\\nkeyVariable = \"sk-planted\" | not the key itself",
        "[providers.a]\\nurl = \"https://h\"\\nheaders = { Authorization = \"Bearer planted\" } | holds a secret",
        "[providers.a]\\nurl = \"https://h\"\\ndialect = \"latin\" | one of openai, anthropic, gemini, ollama",
        "[providers.a]\\nurl = \"https://h\"\\ngoesOn = \"yes\" | takes true or false",
        "[providers.a]\\nurl = \"https://h\"\\nidle = \"soon\" | takes a time",
        "[providers.A]\\nurl = \"https://h\" | a table [providers.NAME], with a name of lower-case letters",
        "[provider.a]\\nurl = \"https://h\" | (did you mean providers?)",
        "[providers.a]\\nurl = \"https://h\"\\nquery = { api_key = \"planted\" } | holds a secret",
        "[providers.a]\\nurl = \"https://h\"\\nkey = \"planted\" | holds a secret, and a secret stands in no file",
        "[providers.a]\\nurl = \"https://h\"\\napiKey = \"planted\" | holds a secret",
        "[providers.a]\\nurl = \"https://h\"\\norganisation = \"sk-planted-0123456789\" | holds a secret",
        "[providers.a]\\nurl = \"https://h\"\\nkeyCommand = [\"echo\", \"sk-planted-0123456789\"] | holds a secret",
        "[providers.a]\\nurl = \"https://h\"\\n\"sk-planted-0123456789\" = 1 | holds a secret",
        "[providers.a]\\nurl = \"https://h\"\\nkeyVariable = sk-planted | is no TOML",
        "[providers.a]\\nurl = \"https://h\"\\nkeyVariable = \"sk-planted | is no TOML",
        "[providers.a]\\nurl = \"https://h\"\\nkeyCommand = \"pass show x\" | takes a list of texts",
        "[providers.a]\\nurl = \"https://h\"\\nkeyCommand = [] | takes a program and its arguments",
        "[providers.a]\\nurl = \"https://h\"\\nkeyring = \"-a\" | takes SERVICE or SERVICE/ACCOUNT",
        "[providers.a]\\nurl = \"https://h\"\\nkeyring = \"a\"\\nkeyCommand = [\"b\"] | exclude each other",
      })
  void whatMeansNothingIsWrongUseAndNoSecretIsRepeated(String text, String words) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(words.strip())
        .hasMessageNotContaining("planted");
  }

  private Provider provider(String name, String text) throws IOException {
    return read(text).find(name + ":m").orElseThrow().provider();
  }

  private Providers read(String text) throws IOException {
    return ModelSettings.of(TestSettings.of(Files.writeString(folder.resolve("config.toml"), text)))
        .providers();
  }
}
