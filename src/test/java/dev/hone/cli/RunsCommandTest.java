package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.runlog.Label;
import dev.hone.runlog.Mark;
import dev.hone.runlog.RunLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsCommandTest {
  @TempDir Path folder;
  private List<String> ids = List.of();

  @BeforeEach
  void fourRuns() {
    try (RunLog log = RunLog.open(folder.resolve("data").resolve("runs.db"))) {
      ids = LoggedRuns.four(log);
    }
  }

  // The numbers are the places of the runs in the order of their start.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | 3 2 1 0
          --passed | 0
          --failed | 2 1
          --verdict TestsFailed | 1
          --verdict passed | 0
          --language go | 2
          --type numeric | 1 0
          --model big | 2
          --model MODEL | 3 2 1 0
          --since 2026-11-03 | 3 2
          --search double | 0
          --search 100% | 1
          --search _ | 1 0
          --search 503 | 2
          --search assert==0 | ''
          --search n,ZERO | 1 0
          --search 100%,zero | 1
          --failed --language python --since 2026-11-01 | 1
          --limit 2 | 3 2
          --limit 2 --offset 1 | 2 1
          --before 261103 | 1 0
          --before 261103 --limit 1 | 1
          """)
  void onlyTheRunsThatAreAskedForAreListed(String words, String places) {
    String[] typed =
        Arrays.stream(words.split(" ", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replace(',', ' '))
            .toArray(String[]::new);

    CommandLines.Ended ended = hone(typed);

    assertThat(ended.exit()).isEqualTo(ExitCode.OK);
    assertThat(ended.out().lines().map(line -> line.split(" ", -1)[0]))
        .containsExactlyElementsOf(
            Arrays.stream(places.split(" ", -1))
                .filter(place -> !place.isEmpty())
                .map(place -> ids.get(Integer.parseInt(place)))
                .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --language cobol | pass --language with one of: python, javascript
          --verdict TestFailed | there is no verdict 'TestFailed', did you mean TestsFailed; --verdict takes one of: Passed, TestsFailed,
          --type numbers | there is no type 'numbers'; --type takes one of:
          --model gigantic | no run was made with the model 'gigantic'; the log knows: big-model, small-model
          --model= | the log knows: big-model, small-model
          --since yesterday | --since takes a day such as 2026-11-01, or a number of days
          --passed --failed | exclude each other; leave one out
          --search= | --search takes words
          --limit 0 | --limit takes a number from 1 to 1000000, not 0
          --limit many | --limit takes a whole number, not 'many'
          --offset -1 | --offset takes a number from 0
          --before 2611 | 4 runs begin with '2611'
          --before 99 | no run has the identifier '99'; hone runs lists them
          """)
  void aWrongValueNamesTheKnownOnes(String words, String message) {
    CommandLines.Ended ended = hone(words.split(" ", -1));

    assertThat(ended.err()).startsWith("hone: ").contains(message);
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aBeginningOfSeveralRunsNamesThemNewestFirst() {
    assertThat(hone("show", "2611").err())
        .isEqualTo(
            "hone: 4 runs begin with '2611': %s; type more of the identifier\n"
                .formatted(String.join(", ", ids.reversed())));
  }

  @Test
  void thatThereAreMoreRunsIsSaidWithWhatToType() {
    assertThat(hone("--limit", "2").err())
        .isEqualTo("there are more; go on with --before %s\n".formatted(ids.get(2)));
    assertThat(hone("--limit", "4").err()).isEmpty();
  }

  @Test
  void thatNothingFitsIsSaid() {
    assertThat(hone("--search", "nowhere"))
        .isEqualTo(
            new CommandLines.Ended(0, "", "no such runs; hone runs without options lists all\n"));
    assertThat(hone("--search", "nowhere", "--json").out()).isEqualTo("[ ]\n");
  }

  @Test
  void theTypeThatAPersonNamedWins() {
    try (RunLog log = RunLog.open(folder.resolve("data").resolve("runs.db"))) {
      log.label(ids.getFirst(), new Label(Mark.RIGHT, "parsing", Instant.EPOCH));
    }

    assertThat(hone("--type", "parsing", "--json").out())
        .contains("\"runId\" : \"%s\"".formatted(ids.getFirst()), "\"type\" : \"parsing\"");
  }

  private CommandLines.Ended hone(String... words) {
    boolean named = words.length > 0 && !words[0].startsWith("-");
    List<String> all =
        named ? List.of(words) : Stream.concat(Stream.of("runs"), Arrays.stream(words)).toList();
    return CommandLines.run(Map.of("HONE_HOME", folder.toString()), all);
  }
}
