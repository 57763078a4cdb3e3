package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hone.failure.UsageException;
import dev.hone.result.Evidence;
import dev.hone.result.Failure;
import dev.hone.suite.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
          Failure.NONE,
          10,
          5,
          Duration.ofMillis(1250),
          Optional.of(
              new Item.RuleMending(
                  "CompileError", "TestsFailed", "no import", "", List.of("import-missing"))));

  private static final Item MISSED =
      new Item(
          "words",
          7,
          "go",
          "",
          false,
          true,
          "Passed",
          "Solved",
          "TestsFailed",
          Failure.WEAK_TESTS,
          10,
          5,
          Duration.ofMillis(1250),
          Optional.of(
              new Item.Grounds(
                  3,
                  2,
                  2,
                  Evidence.Basis.AGREED,
                  List.of(
                      new Item.Grounds.Tally(Origin.TEXT, 1, 1),
                      new Item.Grounds.Tally(Origin.AGREED, 2, 3)),
                  4,
                  new Evidence.Consensus(3, 2),
                  OptionalInt.of(1),
                  Optional.of(new Item.HeldTests(5, 4, 1, 0)))));

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAgain() {
    file().write(new Report(header("default", 0, "abc"), List.of(ITEM, MISSED)));

    assertThat(file().earlier(header("default", 0, "abc"))).containsExactly(ITEM, MISSED);
    assertThat(KeptResults.read(folder.resolve("out.json").toString()))
        .isEqualTo(new Report(header("default", 0, "abc"), List.of(ITEM, MISSED)));
    assertThat(folder.toFile().list()).containsExactly("out.json");
  }

  @Test
  void aFileOfAnEarlierVersionGoesOn() throws IOException {
    file().write(new Report(header("default", 0, "abc"), List.of(MISSED)));
    Path out = folder.resolve("out.json");
    ObjectNode form = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(out));
    for (String name : List.of("languages", "claims", "endings", "failures", "tokens")) {
      form.remove(name);
    }
    ObjectNode item = (ObjectNode) form.path("items").get(0);
    for (String name : List.of("failure", "testTokens", "candidates", "basis", "testsByOrigin")) {
      item.remove(name);
    }
    Files.writeString(out, form.toPrettyString());

    List<Item> earlier = file().earlier(header("default", 0, "abc"));
    file().write(new Report(header("default", 0, "abc"), earlier));

    assertThat(earlier)
        .extracting(Item::index, Item::failure, Item::measured)
        .containsExactly(tuple(7, Failure.NONE, Optional.empty()));
    JsonNode again = JsonMapper.shared().readTree(Files.readAllBytes(out));
    assertThat(again.path("items").get(0).propertyNames())
        .doesNotContain("failure", "testTokens", "candidates", "basis", "testsByOrigin");
    assertThat(again.path("failures")).isEmpty();
    assertThat(again.has("tokens")).isFalse();
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
