package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.model.ModelException;
import dev.hone.model.remote.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {
  @TempDir Path folder;

  @Test
  void theFirstLineIsTheKey() {
    assertThat(key("printf 'planted\\nuser: ada\\n'")).isEqualTo("planted");
  }

  @Test
  void argumentsReachTheProgramWithoutAShell() {
    KeyCommand command =
        new KeyCommand("house", List.of("echo", "$HOME; id"), Duration.ofSeconds(30));

    assertThat(command.key(folder)).isEqualTo("$HOME; id");
  }

  @Test
  void whatItPrintsIsInNoMessage() {
    for (String script :
        List.of(
            "echo planted; exit 3",
            "printf '\\n'",
            "echo planted >&2; exit 1",
            "printf 'pl\\001'")) {
      assertThatThrownBy(() -> key(script))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("the command for the key of house (sh …)")
          .hasMessageNotContaining("planted");
    }
    assertThatThrownBy(
            () ->
                new KeyCommand("house", List.of("no-such-program"), Duration.ofSeconds(30))
                    .key(folder))
        .hasMessageContaining("could not be started");
  }

  @Test
  void itEndsWithWhatItStartedWhenItTakesTooLong() {
    assertThatThrownBy(
            () ->
                new KeyCommand("house", List.of("sleep", "600"), Duration.ofMillis(50)).key(folder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("took longer than");
  }

  @Test
  void aVariableGoesBeforeACommandAndAnUnnamedKeyGetsOne() throws IOException {
    ModelSettings settings =
        ModelSettings.of(
            TestSettings.of(
                Files.writeString(
                    folder.resolve("config.toml"),
                    """
                    [providers.openai]
                    keyCommand = ["echo", "fetched"]
                    [providers.my-house]
                    url = "https://h/v1"
                    keyCommand = ["echo", "fetched"]
                    """)));

    assertThat(settings.keys().with(provider(settings, "openai"), Map.of("OPENAI_API_KEY", "set")))
        .isEqualTo(Map.of("OPENAI_API_KEY", "set"));
    assertThat(settings.keys().with(provider(settings, "openai"), Map.of("A", "b")))
        .isEqualTo(Map.of("A", "b", "OPENAI_API_KEY", "fetched"));
    assertThat(settings.keys().with(provider(settings, "my-house"), Map.of()))
        .isEqualTo(Map.of("HONE_KEY_OF_MY_HOUSE", "fetched"));
    assertThat(settings.keys().with(provider(settings, "gemini"), Map.of())).isEmpty();
  }

  @Test
  void theKeyringIsAskedByItsOwnCommand() throws IOException {
    ModelSettings settings =
        ModelSettings.of(
            TestSettings.of(
                Files.writeString(
                    folder.resolve("config.toml"),
                    "[providers.openai]\nkeyring = \"openai/ada@work\"\n")));

    assertThat(settings.keys().commands().get("openai"))
        .isIn(
            List.of("secret-tool", "lookup", "service", "openai", "account", "ada@work"),
            List.of("security", "find-generic-password", "-w", "-s", "openai", "-a", "ada@work"));
  }

  private static Provider provider(ModelSettings settings, String name) {
    return settings.providers().find(name + ":m").orElseThrow().provider();
  }

  private String key(String script) {
    return new KeyCommand("house", List.of("sh", "-c", script), Duration.ofSeconds(30)).key(folder);
  }
}
