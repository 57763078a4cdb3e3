package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.runlog.RunLog;
import dev.hone.runlog.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// `hone help`: its topics, with every example tried, and its manual page.
class HelpTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  // Those that need neither a model nor a sandbox nor a run are run for real.
  private static final Set<String> REAL =
      Set.of("config", "schema", "completion", "help", "scan", "log");

  @TempDir Path folder;

  private record Outcome(int exit, String out, String err) {}

  static Stream<String> topics() {
    return Topics.NAMES.stream();
  }

  static Stream<String> examples() {
    return Stream.concat(Topics.NAMES.stream().map(HelpTest::text), Stream.of(Help.EXAMPLES))
        .flatMap(String::lines)
        .filter(line -> line.matches("  hone .*"))
        .map(String::strip)
        .distinct();
  }

  static Stream<String> examplesWithoutAModel() {
    return examples().filter(example -> REAL.contains(words(example)[0]));
  }

  private static String text(String topic) {
    return Topics.text(topic).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aTopicIsAShortTextWithExamples(String topic) {
    Outcome outcome = hone("help", topic);

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).startsWith(text(topic));
    assertThat(text(topic).lines().toList())
        .hasSizeBetween(5, 30)
        .allMatch(line -> line.length() <= 90)
        .anyMatch(line -> line.startsWith("  hone "));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsUnderstood(String example) throws IOException {
    lay();
    Outcome outcome = hone(words(example));

    assertThat(outcome.err()).doesNotContain("hone: ");
    assertThat(outcome.exit()).isNotIn(ExitCode.USAGE, ExitCode.INTERNAL);
  }

  @ParameterizedTest
  @MethodSource("examplesWithoutAModel")
  void anExampleThatNeedsNoModelWorks(String example) throws IOException {
    String[] words = words(example);
    lay();
    String[] here =
        Stream.of(words)
            .map(word -> word.equals("add.py") ? folder.resolve(word).toString() : word)
            .toArray(String[]::new);
    CommandLines.Ended ended =
        CommandLines.run(Map.of("HONE_HOME", folder.toString()), folder, List.of(here));

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
  }

  @Test
  void theExitCodesOfTheTopicAreThoseOfTheOverview() {
    assertThat(text("exit-codes")).contains(Help.EXIT_CODES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          help budgts | did you mean budgets
          help modles | did you mean models
          help sovle | did you mean solve
          help nothing | topics are: examples, input
          help --man solve | prints all commands; leave out solve
          completion bsh | takes bash, zsh, fish, not 'bsh'; did you mean bash
          helpp | did you mean: hone help
          """)
  void aTypoIsAnsweredWithTheNearest(String words, String message) {
    Outcome outcome = hone(words.split(" ", -1));

    assertThat(outcome.err()).startsWith("hone: ").contains(message);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aTopicThatIsACommandTooHasBothTexts() {
    assertThat(hone("help", "sandbox").out())
        .isEqualTo(text("sandbox") + "\n" + hone("sandbox", "--help").out());
  }

  @Test
  void helpWithACommandIsThatOfTheCommand() {
    assertThat(hone("help", "solve")).isEqualTo(hone("solve", "--help"));
    assertThat(hone("help")).isEqualTo(hone("--help"));
  }

  @Test
  void theManualPageHasEveryCommandAndOption() {
    String page = hone("help", "--man").out().replace("\\-", "-");

    for (Command command : Commands.all(new ScriptedServices(folder))) {
      assertThat(page).contains(".SS \"hone " + command.name());
      command
          .spec()
          .options()
          .forEach(option -> assertThat(page).contains("\\fB" + option.longestName() + "\\fR"));
    }
  }

  @Test
  void manReadsThePageWithoutAWarning() throws Exception {
    Path page = Files.writeString(folder.resolve("hone.1"), hone("help", "--man").out());
    Programs.Ended ended =
        Programs.run(folder, "man", "--warnings", "-P", "cat", "-l", page.toString());

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().replaceAll(".\b", "")).contains("--max-cost AMOUNT", "130  interrupted");
  }

  @Test
  void groffReadsThePageWithoutAWarning() throws Exception {
    Path page = Files.writeString(folder.resolve("hone.1"), hone("help", "--man").out());
    Programs.Ended ended =
        Programs.run(folder, "groff", "-man", "-ww", "-z", "-Tutf8", page.toString());

    assertThat(ended).isEqualTo(new Programs.Ended(0, "", ""));
  }

  @Test
  void mandocReadsThePageAndMissesNothingButItsDate() throws Exception {
    Path page = Files.writeString(folder.resolve("hone.1"), hone("help", "--man").out());
    Programs.Ended ended =
        Programs.run(folder, "mandoc", "-T", "lint", "-W", "warning", page.toString());

    assertThat((ended.out() + ended.err()).lines())
        .allSatisfy(line -> assertThat(line).contains("missing date"));
  }

  /// What the examples name is there: files in the folder, and a run.
  private void lay() throws IOException {
    Files.writeString(folder.resolve("add.py"), "def add(a, b):\n    return a + b\n");
    Files.writeString(
        folder.resolve("test_add.py"),
        "from add import add\n\n\ndef test_add():\n    assert add(1, 1) == 2\n");
    Files.writeString(folder.resolve("test_parser.py"), "def test_a():\n    pass\n");
    try (RunLog log = RunLog.open(folder.resolve("runs.db"))) {
      String run = log.begin(LoggedRuns.start("2026-11-23T10:00:00Z", "Add", "small-model"));
      log.planned(run, Samples.planning());
      log.attempt(run, Samples.failed());
      log.attempt(run, Samples.passed());
      log.end(run, Samples.result(run));
      String killed = log.begin(LoggedRuns.start("2026-11-22T10:00:00Z", "Add", "small-model"));
      log.planned(killed, Samples.planning());
    }
  }

  private static String[] words(String example) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(example.replaceFirst(" < .*", ""));
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.subList(1, words.size()).toArray(String[]::new);
  }

  private Outcome hone(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] here =
        Stream.of(words)
            .map(
                word ->
                    word.matches("(?:test_)?\\w+\\.py|words")
                        ? folder.resolve(word).toString()
                        : word)
            .toArray(String[]::new);
    byte[] input = "Write add(a, b)\n".getBytes(StandardCharsets.UTF_8);
    int exit =
        new Program(Commands.all(new ScriptedServices(folder)), "hone 0.1.0", false)
            .run(here, new Streams(new ByteArrayInputStream(input), print(out), print(err), false));
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
