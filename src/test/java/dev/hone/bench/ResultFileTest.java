package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFileTest {
  private static final Item ITEM =
      new Item(
          "words",
          4,
          "go",
          "parsing",
          true,
          false,
          "TestsFailed",
          "RoundsUsed",
          "Passed",
          10,
          5,
          Duration.ofMillis(1250),
          Optional.of(
              new Item.RuleMending(
                  "CompileError", "TestsFailed", "no import", "", List.of("import-missing"))));

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAgain() {
    file().write(new Report(header("default", 0, "abc"), List.of(ITEM)));

    assertThat(file().earlier(header("default", 0, "abc"))).containsExactly(ITEM);
    assertThat(folder.toFile().list()).containsExactly("out.json");
  }

  @Test
  void aFileThatIsNotThereIsAnEmptyOne() {
    assertThat(file().earlier(header("default", 0, "abc"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          small   | 0 | abc | results with modelOption default, not small
          default | 1 | abc | results with seed 0, not 1
          default | 0 | def | results of another version of the suite words
          """)
  void resultsOfAnotherRunAreRefused(String model, long seed, String hash, String message) {
    file().write(new Report(header("default", 0, "abc"), List.of(ITEM)));

    assertThatThrownBy(() -> file().earlier(header(model, seed, hash)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message + "; name another file with --out, or remove this one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"items\": 3}"})
  void aFileThatHoldsSomethingElseIsLeftAlone(String content) throws IOException {
    Path out = Files.writeString(folder.resolve("out.json"), content);

    assertThatThrownBy(this::file).hasMessageContaining("holds no results of hone bench");
    assertThat(out).hasContent(content);
  }

  private ResultFile file() {
    return ResultFile.open(folder.resolve("out.json").toString());
  }

  private static Header header(String model, long seed, String hash) {
    return new Header(
        Approach.HONE,
        "scripted",
        "f00d",
        new BenchRequest.Settings(model, 3, seed, Duration.ofSeconds(30)),
        "bubblewrap-root",
        "0.1.0",
        List.of(),
        List.of(new Header.Suite("words", hash, 9)));
  }
}
