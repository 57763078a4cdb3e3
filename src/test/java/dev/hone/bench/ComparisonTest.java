package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hone.bench.Comparison.Row;
import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir Path folder;

  @Test
  void problemsThatBothRunsHaveArePaired() throws IOException {
    String first = results("a.json", "single", "h", "words 1110", "more 10");
    String second = results("b.json", "hone", "h", "words 101", "more 11");

    Comparison comparison = Comparison.of(first, second);

    assertThat(comparison.first()).isEqualTo("single m");
    assertThat(comparison.second()).isEqualTo("hone m");
    assertThat(comparison.rows())
        .containsExactly(
            new Row("words", 2, 1, 0, 0), new Row("more", 1, 0, 1, 0), new Row("all", 3, 1, 1, 0));
    assertThat(comparison.rows().getFirst().pairs()).isEqualTo(3);
  }

  @Test
  void whatBothSpentIsSetAgainstEachOther() throws IOException {
    String spent = "\"promptTokens\": %d, \"completionTokens\": 20, \"seconds\": %s%s";
    String tests = ", \"testTokens\": {\"prompt\": 20, \"completion\": 10}";
    String first = kept("a.json", "single", spent.formatted(30, "1.5", ""));
    String second = kept("b.json", "hone", spent.formatted(110, "4.5", tests));
    String older = kept("c.json", "hone", spent.formatted(110, "4.5", ""));

    Ratios ratios = Comparison.of(first, second).ratios();

    assertThat(ratios.tokens()).hasValue(2.6);
    assertThat(ratios.codeTokens()).hasValue(2.0);
    assertThat(ratios.seconds()).hasValue(3.0);
    assertThat(Comparison.of(first, older).ratios().codeTokens()).isEmpty();
  }

  @Test
  void theChanceIsThatOfTheExactTest() {
    assertThat(new Row("a", 9, 0, 0, 9).chance()).isEqualTo(1);
    assertThat(new Row("a", 0, 5, 5, 0).chance()).isEqualTo(1);
    assertThat(new Row("a", 0, 1, 7, 0).chance()).isCloseTo(18 / 256.0, within(1e-12));
    assertThat(new Row("a", 0, 12, 2, 0).chance()).isCloseTo(212 / 16384.0, within(1e-12));
  }

  @Test
  void whatCannotBeComparedIsSaid() throws IOException {
    String file = results("a.json", "single", "h", "words 1");
    String other = results("b.json", "hone", "g", "words 1");
    String strange = Files.writeString(folder.resolve("c.json"), "{}").toString();

    refused(file, other, "is of another version of the suite words; run it again");
    refused(file, results("d.json", "hone", "h", "else 1"), "have no problem in common");
    refused(file, strange, "holds no results of hone bench");
    refused(folder.resolve("none").toString(), file, "holds no results of hone bench");
  }

  private static void refused(String first, String second, String message) {
    assertThatThrownBy(() -> Comparison.of(first, second))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  /// Writes results; each suite is its name and a digit for each problem, 1 for solved.
  private String results(String file, String strategy, String hash, String... suites)
      throws IOException {
    List<String> items = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (String suite : suites) {
      String[] parts = suite.split(" ", 2);
      named.add("{\"suite\": \"%s\", \"hash\": \"%s\"}".formatted(parts[0], hash));
      for (int i = 0; i < parts[1].length(); i++) {
        items.add(
            "{\"suite\": \"%s\", \"index\": %d, \"solved\": %b}"
                .formatted(parts[0], i, parts[1].charAt(i) == '1'));
      }
    }
    String text =
        "{\"strategy\": \"%s\", \"model\": \"m\", \"suites\": %s, \"items\": %s}"
            .formatted(strategy, named, items);
    return Files.writeString(folder.resolve(file), text).toString();
  }

  /// Writes the results of one problem.
  private String kept(String file, String strategy, String fields) throws IOException {
    String text =
        "{\"strategy\": \"%s\", \"items\": [{\"suite\": \"words\", \"index\": 0, %s}]}"
            .formatted(strategy, fields);
    return Files.writeString(folder.resolve(file), text).toString();
  }
}
