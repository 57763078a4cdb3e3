package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.cli.CommandLines.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  @TempDir Path temp;
  private Path user;
  private Path project;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void files() throws IOException {
    user = Files.createDirectories(temp.resolve("config/hone")).resolve("config.toml");
    project = Files.createDirectories(temp.resolve("work/.git")).resolveSibling("hone.toml");
    environment.put("XDG_CONFIG_HOME", temp.resolve("config").toString());
    Files.writeString(
        user,
        """
        [sandbox]
        memory = "2 GiB"

        [providers.house]
        url = "https://models.example/v1"
        keyCommand = ["pass", "show", "house"]
        headers = { X-Team = "blue", X-Gate-Token = "$GATE_TOKEN" }

        [prices."house:m"]
        input = 0.40
        output = 1.60

        [profiles.fast.solve]
        model = "house:m"
        """);
    Files.writeString(project, "[solve]\nlanguage = \"go\"\nwith = [\"a\", \"b\"]\n");
    environment.put("HONE_BUDGET_COST", "0.5");
    environment.put("OPENAI_API_KEY", "planted-key");
    environment.put("GATE_TOKEN", "planted-token");
  }

  @Test
  void everySettingIsShownWithWhereItCameFrom() {
    Ended ended = hone("show", "--profile", "fast", "--rounds", "5", "--offline");

    assertThat(ended).isEqualTo(new Ended(0, golden("config.txt"), ""));
    assertThat(ended.out()).doesNotContain("planted");
  }

  @Test
  void theSameAsData() {
    assertThat(hone("show", "--json", "--profile", "fast"))
        .isEqualTo(new Ended(0, golden("config.json"), ""));
  }

  @Test
  void theFilesAreNamed() throws IOException {
    assertThat(hone("path"))
        .isEqualTo(new Ended(0, "DIR/config/hone/config.toml\nDIR/work/hone.toml\n", ""));
    Files.delete(project);
    assertThat(hone("path")).isEqualTo(new Ended(0, "DIR/config/hone/config.toml\n", ""));
  }

  @Test
  void aCheckNamesWhatIsWrongAndVariablesThatAreNone() throws IOException {
    assertThat(hone("check"))
        .isEqualTo(
            new Ended(0, "DIR/config/hone/config.toml: right\nDIR/work/hone.toml: right\n", ""));

    environment.put("HONE_MODLE", "small");
    assertThat(hone("check"))
        .isEqualTo(
            new Ended(
                1,
                """
                DIR/config/hone/config.toml: right
                DIR/work/hone.toml: right
                HONE_MODLE is no variable of Hone (did you mean HONE_MODEL?)
                """,
                ""));

    Files.writeString(project, "[sandbox]\nmemory = \"4 GiB\"\n");
    assertThat(hone("check"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "hone: memory in [sandbox] of DIR/work/hone.toml:2 sets 4 GiB, and a project may"
                    + " only bind more than your own 2 GiB; write it into"
                    + " DIR/config/hone/config.toml, or set HONE_SANDBOX_MEMORY\n"));
  }

  @Test
  void anotherWordIsWrongUse() {
    assertThat(hone("shwo"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "hone: hone config takes show, path or check, not 'shwo'; did you mean show\n"));
  }

  @Test
  void aProjectFileHoldsForEveryCommandInItsFolders() throws IOException {
    Files.writeString(project, "[sandbox]\nmode = \"landlock\"\n");

    Ended ended = hone("doctor");

    assertThat(ended.exit()).isEqualTo(2);
  }

  private Ended hone(String... words) {
    List<String> all = new ArrayList<>(List.of(words[0].equals("doctor") ? "doctor" : "config"));
    if (!words[0].equals("doctor")) {
      all.addAll(List.of(words));
    }
    Ended ended = CommandLines.run(environment, temp.resolve("work"), all);
    return new Ended(ended.exit(), plain(ended.out()), plain(ended.err()));
  }

  private String plain(String text) {
    return text.replace(temp.toString(), "DIR");
  }

  private static String golden(String name) {
    try (var in = ConfigCommandTest.class.getResourceAsStream(name)) {
      assertThat(in).as("golden file " + name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
