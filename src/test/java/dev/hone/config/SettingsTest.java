package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.runlog.LogPlace;
import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The layers and what a project may do.
class SettingsTest {
  @TempDir Path folder;
  private Path user;
  private Path project;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, String> options = new LinkedHashMap<>();

  @BeforeEach
  void files() {
    user = folder.resolve("config.toml");
    project = folder.resolve("hone.toml");
  }

  @Test
  void eachLayerGoesBeforeTheOneBelowIt() throws IOException {
    assertThat(counting("solve.rounds")).isEqualTo("3 default ");
    Files.writeString(user, "[solve]\n\nrounds = 4\n");
    assertThat(counting("solve.rounds")).isEqualTo("4 user " + user + ":3");
    Files.writeString(project, "solve.rounds = 5\n");
    assertThat(counting("solve.rounds")).isEqualTo("5 project " + project + ":1");
    environment.put("HONE_ROUNDS", "6");
    assertThat(counting("solve.rounds")).isEqualTo("6 environment HONE_ROUNDS");
    options.put("--rounds", "7");
    assertThat(counting("solve.rounds")).isEqualTo("7 option --rounds");
  }

  @Test
  void theDatabaseOfTheLogIsTheUsersToName() throws IOException {
    Files.writeString(user, "log.database = \"jdbc:postgresql://host/hone\"\n");
    assertThat(counting("log.database"))
        .isEqualTo("jdbc:postgresql://host/hone user " + user + ":1");
    environment.put("HONE_LOG", "jdbc:postgresql://other/hone?user=ada");
    assertThat(counting("log.database"))
        .isEqualTo("jdbc:postgresql://other/hone?user=ada environment HONE_LOG");
    environment.put("HONE_LOG", "jdbc:postgresql://other/hone?password=sesame");
    assertThatThrownBy(() -> counting("log.database"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("HONE_LOG: ")
        .hasMessageNotContaining("sesame");
    environment.clear();
    Files.writeString(project, "log.database = \"jdbc:postgresql://theirs/hone\"\n");
    assertThatThrownBy(() -> counting("log.database")).isInstanceOf(UsageException.class);
  }

  @Test
  void anEmptyVariableSetsNothing() {
    environment.put("HONE_MODEL", " ");

    assertThat(counting("solve.model")).isEqualTo("default default ");
  }

  @Test
  void variablesNameProvidersInCapitals() throws IOException {
    Files.writeString(user, "[providers.my-house]\nurl = \"https://h/v1\"\n");
    environment.put("HONE_PROVIDER_MY_HOUSE_URL", "https://other/v1");
    environment.put("HONE_PROVIDER_OPENAI_FIRST_TOKEN", "90 s");

    assertThat(counting("providers.my-house.url"))
        .isEqualTo("https://other/v1 environment HONE_PROVIDER_MY_HOUSE_URL");
    assertThat(counting("providers.openai.firstToken"))
        .isEqualTo("90 s environment HONE_PROVIDER_OPENAI_FIRST_TOKEN");
  }

  @Test
  void whatSolveTakesIsReadFromEverywhere() throws IOException {
    Files.writeString(
        user,
        """
        [solve]
        model = "small"
        language = "go"
        seed = 12
        require = "agreed"
        allow = ["eval", "exec"]
        with = ["requests", "numpy==2.1.0"]
        [sandbox]
        wall = "20 s"
        """);

    assertThat(SolveDefaults.of(read()))
        .isEqualTo(
            new SolveDefaults(
                "small",
                "go",
                3,
                12,
                dev.hone.result.Evidence.Basis.AGREED,
                java.util.Set.of("eval", "exec"),
                "requests,numpy==2.1.0",
                Duration.ofSeconds(20)));
  }

  @Test
  void partsThatReadTheEnvironmentFindWhatIsSet() throws IOException {
    Files.writeString(user, "offline = true\npython.types = true\nsandbox.readyBoxes = 2\n");
    environment.put("HOME", "/home/ada");

    assertThat(read().environment())
        .isEqualTo(
            Map.of(
                "HOME",
                "/home/ada",
                "HONE_OFFLINE",
                "1",
                "HONE_MYPY",
                "1",
                "HONE_READY_BOXES",
                "2"));
    options.put("--offline", "false");
    assertThat(read().environment()).containsEntry("HONE_OFFLINE", "0");
  }

  @Test
  void keptRepliesFetchNothingAndLeaveTheLogWhereItIs() {
    environment.put("HONE_LOG", "jdbc:postgresql://127.0.0.1/hone");
    environment.put("HONE_TELEMETRY", "1");
    options.put(Settings.REPLAY, "kept");

    assertThat(read().environment()).containsEntry("HONE_OFFLINE", "1");
    assertThat(TelemetrySettings.of(read())).isEqualTo(new TelemetrySettings.Offline());
    assertThat(LogSetting.of(read()))
        .contains(new LogPlace.Shared("jdbc:postgresql://127.0.0.1/hone"));
  }

  @Test
  void whoAsksForOfflineIsConnectedToNoLog() {
    environment.put("HONE_LOG", "jdbc:postgresql://127.0.0.1/hone");
    environment.put("HONE_OFFLINE", "1");
    options.put(Settings.REPLAY, "kept");

    assertThatThrownBy(() -> LogSetting.of(read()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("offline opens no connection")
        .hasMessageContaining("HONE_LOG");
  }

  @Test
  void theTableOfKeysKnowsTheUsualLimits() {
    Limits usual = Limits.defaults();
    Settings settings = read();

    assertThat(
            new Limits(
                settings.find("sandbox.wall").orElseThrow().time(),
                usual.cpu(),
                settings.find("sandbox.memory").orElseThrow().bytes(),
                settings.find("sandbox.processes").orElseThrow().count(),
                settings.find("sandbox.files").orElseThrow().count(),
                settings.find("sandbox.fileSize").orElseThrow().bytes(),
                settings.find("sandbox.disk").orElseThrow().bytes(),
                settings.find("sandbox.inodes").orElseThrow().count(),
                settings.find("sandbox.output").orElseThrow().bytes()))
        .isEqualTo(usual);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          offline = false/[solve]/require = "agreed" |
          [sandbox]/memory = "512 MiB"/cpu = "30 s"  |
          [budget]/cost = 0.5/tokens = 100           |
          [roles]/coder = "openai:gpt-4.1"           |
          [solve]/model = "default,small"            |
          [profiles.ci.solve]/rounds = 1             |
          [sandbox]/mode = "landlock"                | mode in [sandbox] of *:2 is not for a project to decide; write it into *config.toml, or set HONE_SANDBOX, or pass --sandbox
          [sandbox]/image = "debian:12"              | is not for a project to decide
          [sandbox]/memory = "2 GiB"                 | sets 2 GiB, and a project may only bind more than your own 1 GiB
          [sandbox]/cpu = "31 s"                     | sets 31 s, and a project may only bind more than your own 30 s
          [solve]/allow = ["eval"]                   | is not for a project to decide
          [solve]/require = "own"                    | sets own, and a project may only bind more than your own agreed
          [solve]/model = "http://h/v1#m"            | names an address or a file
          [solve]/model = "small,./w.gguf"           | names an address or a file
          [roles]/tester = "https://h/v1#m"          | names an address or a file
          [providers.openai]/url = "https://h/v1"    | is not for a project to decide; write it into *, or set HONE_PROVIDER_OPENAI_URL
          [providers.h]/keyVariable = "OPENAI_API_KEY" | is not for a project to decide
          [providers.h]/keyCommand = ["cat", "k"]    | is not for a project to decide
          [providers.h]/keyring = "openai"           | is not for a project to decide
          [providers.h]/headers = { X-A = "$KEY" }   | is not for a project to decide
          [telemetry]/enabled = true                 | is not for a project to decide; write it into *, or set HONE_TELEMETRY
          [telemetry]/endpoint = "https://theirs"    | is not for a project to decide
          [telemetry]/headers = { X-A = "$KEY" }     | is not for a project to decide
          [prices."openai:gpt-4.1"]/input = 0        | is not for a project to decide
          [budget]/cost = 3                          | sets 3, and a project may only bind more than your own 1; *--max-cost
          [budget]/tokensPerDay = 2000               | sets 2000, and a project may only bind more
          profile = "loose"                          | profile of *:1 is not for a project to decide
          [profiles.ci.sandbox]/mode = "container"   | mode in [profiles.ci.sandbox] of *:2 is not for a project to decide
          """)
  void aProjectMayAskForMoreCareAndNeverForLess(String lines, String message) throws IOException {
    Files.writeString(
        user,
        """
        [solve]
        require = "agreed"
        [budget]
        cost = 1
        tokensPerDay = 1000
        [profiles.loose.sandbox]
        memory = "8 GiB"
        """);
    Files.writeString(
        project,
        lines
            .replace("/", "\n")
            .replace("\n\n", "//")
            .replace("\nv1", "/v1")
            .replace(".\nw", "./w"));

    if (message == null) {
      assertThat(read().projectFiles()).containsExactly(project);
    } else {
      assertThatThrownBy(this::read)
          .isInstanceOf(UsageException.class)
          .hasMessageMatching("(?s).*" + pattern(message) + ".*")
          .hasMessageContaining(project.toString());
    }
  }

  @Test
  void aProfileOfTheUserGoesBeforeTheProjectAndIsItsBound() throws IOException {
    Files.writeString(
        user,
        """
        profile = "big"
        [sandbox]
        memory = "512 MiB"
        [profiles.big.sandbox]
        memory = "4 GiB"
        [profiles.big.solve]
        model = "openai:gpt-4.1"
        [profiles.small]
        solve.rounds = 1
        """);
    Files.writeString(
        project, "[sandbox]\nmemory = \"256 MiB\"\n[profiles.big.sandbox]\ndisk = \"1 MiB\"\n");

    assertThat(counting("sandbox.memory")).isEqualTo("4 GiB user " + user + ":5");
    assertThat(counting("sandbox.disk")).isEqualTo("1 MiB project " + project + ":4");
    assertThat(read().find("sandbox.memory").orElseThrow().origin().byProfile()).isEqualTo("big");
    environment.put("HONE_PROFILE", "small");
    assertThat(counting("sandbox.memory")).isEqualTo("256 MiB project " + project + ":2");
    assertThat(counting("solve.rounds")).isEqualTo("1 user " + user + ":9");
    options.put("--profile", "big");
    assertThat(counting("solve.model")).isEqualTo("openai:gpt-4.1 user " + user + ":7");
  }

  @Test
  void aProfileThatThereIsNotIsWrongUse() throws IOException {
    options.put("--profile", "big");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--profile names the profile 'big', and there is none; write a table [profiles.big] into %s"
                .formatted(user));
    Files.writeString(user, "[profiles.bag]\n[profiles.small]\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--profile names the profile 'big', which there is not; use one of bag, small (did you mean bag?)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [profiles.a]/profile = "b"    | profile in [profiles.a] of *:2 is no setting of a profile
          [profiles.a.solve]/rouns = 1  | rouns in [profiles.a.solve] of *:2 is no setting; *(did you mean rounds?)
          [profiles.a.solve]/rounds = 99 | rounds in [profiles.a.solve] of *:2 takes a whole number from 1 to 20
          profiles = 3                  | profiles of *:1 is no table of profiles
          solve.language = "cobol"      | takes one of python, javascript
          [[solve]]/rounds = 1          | solve of *:1 is no table of settings
          proflies.a.solve.rounds = 1   | proflies of *:1 is no setting; *(did you mean profiles?)
          """)
  void whatMeansNothingIsNamedWithItsLine(String lines, String message) throws IOException {
    Files.writeString(user, lines.replace("/", "\n"));

    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessageMatching("(?s).*" + pattern(message) + ".*");
  }

  @Test
  void linesAreFoundBehindTextsAndListsOfSeveralLines() throws IOException {
    Files.writeString(
        user,
        """
        # [solve]
        [solve] # rounds = 1
        allow = [
          "a", # ]
          "b]",
        ]
        language = \"""
        go\"""
        rounds = 2 # = 3

        [providers . "my_house"]
        url = "https://h/v1#[x]"
        headers = { X-A = "b", X-C = "[d" }
        tries = 2
        """);

    assertThat(counting("solve.rounds")).isEqualTo("2 user " + user + ":9");
    assertThat(counting("solve.language")).isEqualTo("go user " + user + ":7");
    assertThat(counting("providers.my_house.tries")).isEqualTo("2 user " + user + ":14");
  }

  @Test
  void aVariableThatMeansNothingIsNamed() {
    environment.put("HONE_OFFLINE", "perhaps");

    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage("HONE_OFFLINE takes 1 or 0, or true or false");
  }

  private String counting(String name) {
    return read().all().stream()
        .filter(setting -> setting.name().equals(name))
        .map(
            setting ->
                "%s %s %s"
                    .formatted(setting.text(), setting.origin().layer(), setting.origin().place()))
        .findFirst()
        .orElse("");
  }

  private Settings read() {
    List<Path> projects = Files.exists(project) ? List.of(project) : List.of();
    return Settings.read(new SettingsSources(user, projects, environment, options));
  }

  private static String pattern(String message) {
    return String.join(
        ".*",
        java.util.Arrays.stream(message.split("\\*", -1))
            .map(java.util.regex.Pattern::quote)
            .toList());
  }
}
