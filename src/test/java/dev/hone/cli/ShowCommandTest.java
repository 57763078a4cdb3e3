package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.runlog.RunLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowCommandTest {
  @TempDir Path folder;
  private List<String> ids = List.of();

  @BeforeEach
  void fourRuns() {
    try (RunLog log = RunLog.open(folder.resolve("data").resolve("runs.db"))) {
      ids = LoggedRuns.four(log);
    }
  }

  @Test
  void promptsRepliesAndChangesAreShownWhereAskedFor() {
    assertThat(hone("show", "261101", "--prompts", "--diff"))
        .isEqualTo(Golden.of("show-prompts.txt"));
  }

  @Test
  void oneAttemptIsShownAlone() {
    String two = hone("show", "261101", "--attempt", "2");

    assertThat(two).startsWith("attempt 2, round 2: Passed\n").doesNotContain("attempt 1");
    assertThat(hone("show", "261101", "--round", "2")).isEqualTo(two);
    assertThat(hone("show", "261101", "--round", "2", "--json"))
        .contains("\"attempt\" : 2")
        .doesNotContain("\"attempt\" : 1");
  }

  @Test
  void aDiffIsPartOfTheFormWhereItIsAskedFor() {
    assertThat(hone("show", "261101", "--attempt", "2", "--diff", "--json"))
        .contains("\"diff\" : \"--- a/solution.py\\n+++ b/solution.py\\n");
    assertThat(hone("show", "261101", "--json")).doesNotContain("\"diff\"");
  }

  @Test
  void twoAttemptsAreComparedByTestsAndCode() {
    assertThat(hone("diff", "261101", "1", "2")).isEqualTo(Golden.of("diff.txt"));
    assertThat(hone("diff", "261101", "1", "2", "--json")).isEqualTo(Golden.of("diff.json"));
    assertThat(hone("diff", "261101", "2", "2"))
        .endsWith("no test went another way\nthe code is the same\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          show 261101 --attempt 3 | has no attempt 3; it has attempts 1 to 2 in rounds 1 to 2
          show 261101 --round 9 | has no round 9; it has attempts 1 to 2
          show 261102 --attempt 0 | has no attempt 0; it has attempt 1 in round 1
          show 261103 --attempt 1 | has no attempt 1; it has none
          show 261101 --attempt 1 --round 1 | --attempt and --round exclude each other
          show 261101 --attempt first | --attempt takes a whole number, not 'first'
          show 2611 --attempt 1 | 4 runs begin with '2611'
          diff 261101 1 | hone diff needs B
          diff 261101 1 best | an attempt is named by its number, not 'best'
          diff 261101 1 7 | has no attempt 7
          diff 99 1 2 | no run has the identifier '99'; hone runs lists them
          """)
  void whatIsNotThereIsWrongUse(String words, String message) {
    CommandLines.Ended ended = run(words.split(" ", -1));

    assertThat(ended.err()).startsWith("hone: ").contains(message);
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out()).isEmpty();
  }

  private String hone(String... words) {
    CommandLines.Ended ended = run(words);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
    return ended.out().replace(ids.getFirst(), "ID");
  }

  private CommandLines.Ended run(String... words) {
    return CommandLines.run(Map.of("HONE_HOME", folder.toString()), List.of(words));
  }
}
