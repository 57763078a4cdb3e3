package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxSettingsTest {
  @TempDir Path folder;

  @Test
  void withoutAFileOrATableTheLimitsAreTheUsual() throws IOException {
    assertThat(SandboxSettings.of(TestSettings.of(folder.resolve("absent"))))
        .isEqualTo(SandboxSettings.usual());
    assertThat(read("")).isEqualTo(SandboxSettings.usual());
    assertThat(read("[sandbox]\n")).isEqualTo(SandboxSettings.usual());
    assertThat(SandboxSettings.usual().limits())
        .isEqualTo(
            new Limits(
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                1L << 30,
                64,
                256,
                64L << 20,
                256L << 20,
                20_000,
                1L << 20));
  }

  @Test
  void everyLimitIsSetByTheNameThatResultsGiveIt() throws IOException {
    SandboxSettings settings =
        read(
            """
            [sandbox]
            wall = "20 s"
            cpu = "1 min"
            memory = "2 GiB"
            processes = 32
            files = 100
            fileSize = "10 MiB"
            disk = "100 MiB"
            inodes = 1000
            output = "64 KiB"
            """);

    assertThat(settings)
        .isEqualTo(
            new SandboxSettings(
                new Limits(
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1),
                    2L << 30,
                    32,
                    100,
                    10L << 20,
                    100L << 20,
                    1000,
                    64L << 10),
                Set.of(
                    Limit.WALL,
                    Limit.CPU,
                    Limit.MEMORY,
                    Limit.PROCESSES,
                    Limit.FILES,
                    Limit.FILE_SIZE,
                    Limit.DISK,
                    Limit.INODES,
                    Limit.OUTPUT),
                "",
                ""));
  }

  @Test
  void modeAndImageAreNamed() throws IOException {
    SandboxSettings settings =
        read("[sandbox]\nmode = \"container\"\nimage = \"localhost/tools:2\"\n");

    assertThat(settings)
        .isEqualTo(
            new SandboxSettings(Limits.defaults(), Set.of(), "container", "localhost/tools:2"));
  }

  @Test
  void theProcessorsTimeIsThatOfTheClockUnlessItIsSet() throws IOException {
    assertThat(read("sandbox.wall = \"20 s\"\n").limits().cpu()).isEqualTo(Duration.ofSeconds(20));
    assertThat(read("sandbox.wall = \"20 s\"\n").timed(Duration.ofSeconds(7)).cpu())
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(read("sandbox.cpu = \"20 s\"\n").timed(Duration.ofSeconds(7)))
        .isEqualTo(
            Limits.defaults().withWall(Duration.ofSeconds(7)).withCpu(Duration.ofSeconds(20)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [sandbox]/memroy = "1 GiB"   | memroy in [sandbox] of *:2 is no setting; use one of mode, image, wall, *(did you mean memory?)
          [sandbox]/memory = 512       | memory in [sandbox] of *:2 takes a size such as
          [sandbox]/memory = "much"    | not 'much'
          [sandbox]/memory = true      | takes a size such as "512 MiB", not true
          [sandbox]/wall = 30          | wall in [sandbox] of *:2 takes a time such as "30 s"
          [sandbox]/processes = 0      | takes a whole number from 1 to 1000000, not '0'
          [sandbox]/processes = 1.5    | takes a whole number from 1 to 1000000, not '1.5'
          [sandbox]/mode = true        | mode in [sandbox] of *:2 takes a text in quotes
          [sandbox]/mode = ""          | takes a text in quotes
          [sandbox]/image = "--help"   | image in [sandbox] of *:2 takes the name of an image
          [sandbox]/image = "a b"      | takes the name of an image such as "debian:12", not 'a b'
          [sandbox]/run-model-code-without-any-sandbox = true | is no setting; use one of mode
          [modell]/name = "x"          | modell of *:1 is no setting; use one of profile, offline, [log], [telemetry], [solve], [model], [python], [sandbox]
          sandbox = 3                  | sandbox of *:1 is no table of settings; what is meant is a table [sandbox]
          [sandbox/wall = "30 s"       | is no TOML
          """)
  void whatMeansNothingIsRefusedWithWhatToWrite(String lines, String message) {
    assertThatThrownBy(() -> read(lines.replace("/", "\n")))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(
            "(?s).*"
                + String.join(
                    ".*",
                    java.util.Arrays.stream(message.split("\\*", -1))
                        .map(java.util.regex.Pattern::quote)
                        .toList())
                + ".*");
  }

  private SandboxSettings read(String text) throws IOException {
    return SandboxSettings.of(
        TestSettings.of(Files.writeString(folder.resolve("config.toml"), text)));
  }
}
