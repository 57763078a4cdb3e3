package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFileTest {
  @TempDir Path temp;

  @Test
  void aFileIsMadeWhereThereIsNone() throws IOException {
    Path file = temp.resolve("new/config.toml");

    new UserFile(file).useModel("small");

    assertThat(file).hasContent("[solve]\nmodel = \"small\"\n");
  }

  @Test
  void aValueIsReplacedAndAllElseStaysAsItIs() throws IOException {
    assertThat(
            changed(
                """
                # mine
                offline = false

                [solve] # how
                rounds = 5
                  model = 'default'   # the usual one

                [profiles.fast.solve]
                model = "openai:m"
                """))
        .isEqualTo(
            """
            # mine
            offline = false

            [solve] # how
            rounds = 5
              model = "small"   # the usual one

            [profiles.fast.solve]
            model = "openai:m"
            """);
  }

  @Test
  void aTableWithoutTheKeyGetsIt() throws IOException {
    assertThat(changed("[solve]\nrounds = 5\n"))
        .isEqualTo("[solve]\nmodel = \"small\"\nrounds = 5\n");
    assertThat(changed("solve.rounds = 5\n[sandbox]\nmode = \"auto\"\n"))
        .isEqualTo("solve.model = \"small\"\nsolve.rounds = 5\n[sandbox]\nmode = \"auto\"\n");
    assertThat(changed("solve.model = \"a\"\n")).isEqualTo("solve.model = \"small\"\n");
  }

  @Test
  void aFileWithoutTheTableGetsItAtItsEnd() throws IOException {
    assertThat(changed("[sandbox]\nmode = \"auto\"\n"))
        .isEqualTo("[sandbox]\nmode = \"auto\"\n\n[solve]\nmodel = \"small\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "solve = { model = \"a\" }\n",
        "solve = { rounds = 2 }\n",
        "[solve]\nmodel = \"\"\"a\"\"\"\n",
        "solve = 3\n",
        "[solve\n"
      })
  void whatIsWrittenInAnotherWayIsLeftToThePerson(String text) throws IOException {
    Path file = Files.writeString(temp.resolve("config.toml"), text);

    assertThatThrownBy(() -> new UserFile(file).useModel("small"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(file.toString());
    assertThat(file).hasContent(text);
  }

  @Test
  void aLinkStaysOne() throws IOException {
    Path real = Files.writeString(temp.resolve("real.toml"), "");
    Path link = Files.createSymbolicLink(temp.resolve("config.toml"), real);

    new UserFile(link).useModel("C:\\models\\\"a\".gguf");

    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("[solve]\nmodel = \"C:\\\\models\\\\\\\"a\\\".gguf\"\n");
  }

  private String changed(String text) throws IOException {
    Path file = Files.writeString(temp.resolve("config.toml"), text);
    new UserFile(file).useModel("small");
    return Files.readString(file);
  }
}
