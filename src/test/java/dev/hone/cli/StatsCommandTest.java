package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Ending;
import dev.hone.runlog.LoggedRun;
import dev.hone.runlog.RunLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsCommandTest {
  private static final String NEWER = "cccccccccccc";

  @TempDir Path folder;

  @Test
  void theWeakestKindsComeFirst() {
    fill();

    assertThat(hone("stats")).isEqualTo(ended(golden("stats.txt")));
  }

  @Test
  void theContractsFormHoldsTheSame() {
    fill();

    assertThat(hone("stats", "--json")).isEqualTo(ended(golden("stats.json")));
  }

  @Test
  void promptsAreComparedAndTheirWeakTypesNamed() {
    fill();

    assertThat(hone("stats", "prompts")).isEqualTo(ended(golden("stats-prompts.txt")));
    assertThat(hone("stats", "prompts", "--json")).isEqualTo(ended(golden("stats-prompts.json")));
  }

  @Test
  void groupsAndRunsAreThoseThatAreAskedFor() {
    fill();

    assertThat(hone("stats", "--by", "language,ended", "--type", "numeric").out())
        .contains("language  ended ")
        .contains("go        Solved ")
        .doesNotContain("RoundsUsed")
        .startsWith("2 runs, 0 failed: 0 %");
    assertThat(hone("stats", "--since", "2026-11-23", "--language", "python").out())
        .startsWith("14 runs, 2 failed")
        .doesNotContain("week of");
  }

  @Test
  void anEmptyLogIsNoError() {
    String none = "no runs yet; hone \"Write a function that …\" makes the first\n";

    assertThat(hone("stats")).isEqualTo(new CommandLines.Ended(0, "", none));
    assertThat(hone("stats", "prompts")).isEqualTo(new CommandLines.Ended(0, "", none));
    assertThat(hone("stats", "--json").out()).contains("\"groups\" : [ ]");
    assertThat(hone("stats", "--language", "go", "--type", "files").err())
        .isEqualTo(
            "there are no runs of type files in go; hone stats without options counts all\n");
  }

  @Test
  void runsWithoutAnEndAreToldApart() {
    try (RunLog log = log()) {
      LoggedRun.on(24, 1).begunIn(log);
    }

    assertThat(hone("stats").err())
        .isEqualTo(
            "no run has come to an end yet: 0 cancelled, 1 unfinished; hone runs lists them\n");
  }

  @Test
  void aPageIsWrittenAndOnlyAnEarlierPageIsReplaced() throws IOException {
    fill();
    Path page = folder.resolve("made").resolve("stats.html");
    String notes = Files.writeString(folder.resolve("notes.html"), "<p>mine</p>").toString();

    assertThat(hone("stats", "--html", page.toString())).isEqualTo(ended(page + "\n"));
    assertThat(page).content().contains("<h3>parsing</h3>").contains("is weak in parsing");
    assertThat(hone("stats", "--html", page.toString()).err())
        .isEqualTo("hone: the page that stood there was replaced\n");
    assertThat(hone("stats", "--html", notes))
        .isEqualTo(
            new CommandLines.Ended(
                ExitCode.USAGE,
                "",
                "hone: %s exists and is no page of hone stats; remove it, or give --html another name\n"
                    .formatted(notes)));
    assertThat(Path.of(notes)).hasContent("<p>mine</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stats everything | takes no word but 'prompts', not 'everything'
          stats --by colour | --by takes a list of type, language, model, prompts, ended
          stats --since yesterday | --since takes a day such as 2026-11-01
          stats --since 2026-13-01 | --since takes a day such as 2026-11-01
          stats --language cobol | pass --language with one of: python
          stats --type parsign | there is no type 'parsign', did you mean parsing; --type takes one of: strings, parsing
          stats --type= | --type takes one of: strings
          stats --json --html a.html | leave out --json
          stats prompts --html a.html | leave out 'prompts'
          stats prompts --by type | takes no --by
          stats --html /proc | --html takes a file such as stats.html
          label 261123 wrong | no run has the identifier '261123'; hone runs lists them
          label 261123 | needs MARK
          label 261123 false | marked right, wrong or none, not 'false'
          label 261123 none --type files | leave out --type
          label 261123 wrong --type sums | there is no type 'sums'
          """)
  void wrongUseEndsWithTwoAndSaysWhatToType(String words, String message) {
    CommandLines.Ended ended = hone(words.split(" ", -1));

    assertThat(ended.err()).startsWith("hone: ").contains(message);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aRunIsMarkedByTheBeginningOfItsIdentifier() {
    String id;
    try (RunLog log = log()) {
      id = LoggedRun.on(24, 1).writtenTo(log);
    }

    assertThat(hone("label", "261124", "wrong", "--type", "parsing"))
        .isEqualTo(ended(id + " is marked wrong, type parsing\n"));
    assertThat(hone("show", id).out()).endsWith("\nmarked by a person: wrong, type parsing\n");
    assertThat(hone("show", id, "--json").out())
        .contains("\"mark\" : \"wrong\",\n    \"type\" : \"parsing\"");
    assertThat(hone("stats").out()).contains("passed but wrong 1").contains("parsing: 1 of 1");

    assertThat(hone("label", id, "right"))
        .isEqualTo(ended(id + " is marked right, type parsing\n"));
    assertThat(hone("label", id, "none")).isEqualTo(ended(id + " is not marked\n"));
    assertThat(hone("stats").out()).doesNotContain("marked").contains("numeric");
  }

  @Test
  void aRunWithoutAnAnswerIsNotMarked() {
    String id;
    try (RunLog log = log()) {
      id = LoggedRun.on(24, 1).begunIn(log);
    }

    CommandLines.Ended ended = hone("label", id, "right");

    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("came to no answer that could be right or wrong");
  }

  @Test
  void aTimeIsADayOrSomeDaysAgo() {
    Instant now = Instant.parse("2026-11-30T12:00:00Z");

    assertThat(StatsOptions.since("2026-11-01", now)).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(List.of("7", "7d", "7 days"))
        .allSatisfy(
            text -> assertThat(StatsOptions.since(text, now)).isEqualTo("2026-11-23T12:00:00Z"));
    assertThatThrownBy(() -> StatsOptions.since("-3", now)).isInstanceOf(UsageException.class);
  }

  @Test
  void helpIsPrinted() {
    assertThat(hone("stats", "--help")).isEqualTo(ended(golden("help-stats.txt")));
    assertThat(hone("label", "--help")).isEqualTo(ended(golden("help-label.txt")));
  }

  /// Two weeks with two versions of a prompt, of which the older one is weak in parsing.
  private void fill() {
    try (RunLog log = log()) {
      IntStream.range(0, 12)
          .mapToObj(i -> i < 10 ? failing(17, i) : LoggedRun.on(17, i).passingIn(2))
          .forEach(run -> run.of(RequirementType.PARSING, "Parse <b>").writtenTo(log));
      IntStream.range(0, 12)
          .mapToObj(i -> LoggedRun.on(18, i).passingIn(i == 0 ? 2 : 1))
          .forEach(run -> run.of(RequirementType.STRINGS, "Join words").writtenTo(log));
      IntStream.range(0, 12)
          .mapToObj(i -> i < 2 ? failing(24, i) : LoggedRun.on(24, i))
          .map(run -> run.of(RequirementType.PARSING, "Parse <b>"))
          .forEach(run -> run.askedWith(NEWER).writtenTo(log));
      LoggedRun later = LoggedRun.on(25, 1).askedWith(NEWER);
      later.in(LanguageId.GO).writtenTo(log);
      later.in(LanguageId.GO).writtenTo(log);
      later.of(RequirementType.STRINGS, "Join words").writtenTo(log);
      later.of(RequirementType.STRINGS, "Join words").writtenTo(log);
      failing(25, 5).writtenTo(log, Ending.CANCELLED);
      LoggedRun.on(25, 6).begunIn(log);
    }
  }

  private static LoggedRun failing(int day, int minute) {
    return LoggedRun.on(day, minute)
        .failingWith(
            minute % 3 == 0
                ? "solution.py:2: undefined name 'n" + minute + "'"
                : "test_" + minute + " failed: assert " + minute + " == 0");
  }

  private static CommandLines.Ended ended(String out) {
    return new CommandLines.Ended(0, out, "");
  }

  private CommandLines.Ended hone(String... words) {
    CommandLines.Ended ended =
        CommandLines.run(Map.of("HONE_HOME", folder.toString()), List.of(words));
    return new CommandLines.Ended(ended.exit(), hidden(words, ended.out()), ended.err());
  }

  /// The last two characters of an identifier are drawn by chance, which a golden file cannot hold.
  private static String hidden(String[] words, String out) {
    return words[0].equals("stats") ? out.replaceAll("(\\d{6}-\\d{6})-[0-9a-z]{2}", "$1-xx") : out;
  }

  private RunLog log() {
    try {
      return RunLog.open(Files.createDirectories(folder.resolve("data")).resolve("runs.db"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String golden(String name) {
    try (var in = StatsCommandTest.class.getResourceAsStream(name)) {
      assertThat(in).as("golden file " + name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
