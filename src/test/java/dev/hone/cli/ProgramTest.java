package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hone.SolveRequest;
import dev.hone.bench.Approach;
import dev.hone.bench.BenchRequest;
import dev.hone.failure.ErrorType;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import dev.hone.model.replay.Recording;
import dev.hone.packages.PackageException;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.Samples;
import dev.hone.sandbox.Choice;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
  @TempDir Path folder;
  private ScriptedServices services;
  private byte[] input = {};

  /// What a command left behind.
  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void scripted() {
    services = new ScriptedServices(folder);
  }

  @Test
  void aRequirementWithoutACommandIsSolved() {
    Outcome outcome = hone("Write twice(n)");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).isEqualTo("def twice(n):\n    return n * 2\n");
    assertThat(outcome.err()).isEqualTo("round 1\n" + golden("account.txt"));
    assertThat(services.solved.getFirst().requirement().text()).isEqualTo("Write twice(n)");
  }

  @Test
  void aRequirementAfterOptionsIsNotTakenForAFileOrARule() throws IOException {
    Path tests = Files.writeString(folder.resolve("test_a.py"), "def test_a(): pass\n");

    Outcome outcome =
        hone("--allow", "eval", "--tests", tests.toString(), "Write twice(n)", "--quiet");

    assertThat(outcome).isEqualTo(new Outcome(0, "def twice(n):\n    return n * 2\n", ""));
    assertThat(services.solved.getFirst().allowed()).containsExactly("eval");
    assertThat(services.solved.getFirst().requirement().ownTests()).hasSize(1);
  }

  @Test
  void whatARunMaySpendIsReadFromOptions() {
    hone("Write twice(n)", "--max-tokens", "5000", "--max-cost", "0.01", "--max-time", "90s");
    hone("Write twice(n)", "--max-time", "5m");
    hone("Write twice(n)");

    assertThat(services.solved)
        .extracting(SolveRequest::budget)
        .containsExactly(
            new Budget(
                List.of(
                    Bound.tokens(5000),
                    Bound.cost(new BigDecimal("0.01")),
                    Bound.time(Duration.ofSeconds(90)))),
            new Budget(List.of(Bound.time(Duration.ofMinutes(5)))),
            Budget.NONE);
  }

  @Test
  void offlineIsAnOptionOfWhatMayAskAModel() {
    assertThat(hone("Write twice(n)", "--model", "openai:gpt-4.1").exit()).isZero();
    assertThat(services.offline).isFalse();
    assertThat(services.solved.getFirst().model()).isEqualTo("openai:gpt-4.1");

    assertThat(hone("Write twice(n)", "--offline").exit()).isZero();
    assertThat(services.offline).isTrue();
  }

  @Test
  void aProcessForTheEngineIsAskedForByAnOption() {
    assertThat(hone("Write twice(n)").exit()).isZero();
    assertThat(services.typed).doesNotContainKey("--engine-process");

    assertThat(hone("Write twice(n)", "--engine-process").exit()).isZero();
    assertThat(services.typed).containsEntry("--engine-process", "true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          doctro | did you mean: hone doctor
          x --langauge python | did you mean --language
          solve a b | is one word too many; put a text of several words in quotes
          solve | needs REQUIREMENT
          x --language cobol | pass --language with one of: python, javascript
          x --rounds 0 | --rounds takes a number from 1 to 20
          x --rounds many | --rounds takes a whole number
          x --timeout 0 | --timeout takes seconds above 0
          x --max-tokens many | --max-tokens takes a whole number of tokens such as 20000, not 'many'
          x --max-tokens 0 | --max-tokens takes a whole number of tokens
          x --max-cost -1 | --max-cost takes an amount of US dollars such as 0.05, not '-1'
          x --max-cost free | --max-cost takes an amount of US dollars
          x --max-time soon | --max-time takes a time such as "30 s"
          x --max-time 0 | --max-time takes a time
          x --max-costs 1 | did you mean --max-cost
          x --language pyhton | is not supported; pass --language with one of: python, javascript; did you mean --language python
          x --require agred | --require takes given, agreed or own, not 'agred'; did you mean --require agreed
          schema evnts | did you mean events
          log statsu | hone log takes the word status, not 'statsu'; did you mean status
          bench a.jsonl --strategy lop | not 'lop'; did you mean --strategy loop
          runs --language pyton | did you mean --language python
          runs --verdict Pased | did you mean Passed
          x --quiet --verbose | --quiet and --verbose exclude each other; leave one out
          x --require faith | --require takes given, agreed or own
          x --tests /no/such | names /no/such, which does not exist
          x --out /proc/nothing/here | --out /proc/nothing/here cannot be written
          x --project | --project needs the folder of the project; type --out DIR --project
          judge --json | needs --language and --code and --tests
          judge --languag python | has no option --languag; did you mean --language
          solve --frobnicate | has no option --frobnicate
          sandbox | needs COMMAND
          sandbox --memory much true | --memory takes a size such as 512m
          sandbox --cpu soon true | --cpu takes a time such as "30 s"
          sandbox --processes 0 true | --processes takes a whole number from 1
          sandbox --inodes 1.5 true | --inodes takes a whole number from 1
          x --sandbox= | --sandbox takes the name of a mode, or auto
          x --sandbox landlock --run-model-code-without-any-sandbox | exclude each other; leave one out
          x --run-model-code-without-any-sandbo | did you mean --run-model-code-without-any-sandbox
          x --no-sandbox | has no option --no-sandbox
          model | hone model takes one of list, pull
          model serv | did you mean serve
          schema nothing | hone schema takes one of solve, judge, sandbox, scan, runs, events
          sandbox --collect a true | --collect and --into go together
          scan notes.txt | name source files
          show nothing | hone runs lists them
          bench --strategy hone | needs SUITE
          bench a.jsonl | takes one of --strategy single|mended|loop|hone and --solutions canonical|stub
          bench a.jsonl --strategy hone --solutions stub | takes one of --strategy
          bench a.jsonl --strategy fast | --strategy takes single, mended, loop, hone or tests, not 'fast'
          bench a.jsonl --strategy stub | --strategy takes single, mended, loop, hone or tests, not 'stub'
          bench a.jsonl --solutions loop | --solutions takes canonical or stub, not 'loop'
          bench a.jsonl --strategy hone --limit 0 | --limit takes a number from 1
          bench a.jsonl --strategy hone --language cobol | the language 'cobol' is not supported
          """)
  void wrongUseEndsWithTwoAndSaysWhatToType(String words, String message) {
    Outcome outcome = hone(words.split(" ", -1));

    assertThat(outcome.err()).startsWith("hone: ").contains(message);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(services.solved).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "", "  \n"})
  void inputThatIsNoRequirementIsRefused(String text) {
    input = text.getBytes(StandardCharsets.UTF_8);

    assertThat(hone("-").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void oneWordIsARequirementUnlessItIsNearlyACommand() {
    assertThat(hone("hello").exit()).isZero();
  }

  @Test
  void jsonIsTheContractsForm() {
    assertThat(hone("Write twice(n)", "--json", "--quiet"))
        .isEqualTo(new Outcome(0, golden("solve.json"), ""));
  }

  @Test
  void filesAreWrittenWhereAsked() {
    Path out = folder.resolve("made");

    Outcome outcome = hone("Write twice(n)", "--out", out.toString(), "--quiet");

    assertThat(outcome.out().lines())
        .containsExactly(
            out.resolve("solution.py").toString(),
            out.resolve("test_text.py").toString(),
            out.resolve("test_generated.py").toString());
    assertThat(out.resolve("solution.py")).hasContent("def twice(n):\n    return n * 2\n");
  }

  @Test
  void helpIsPrinted() {
    assertThat(hone("--help")).isEqualTo(new Outcome(0, golden("help.txt"), ""));
    assertThat(hone("solve", "--help")).isEqualTo(new Outcome(0, golden("help-solve.txt"), ""));
    assertThat(hone("bench", "--help")).isEqualTo(new Outcome(0, golden("help-bench.txt"), ""));
    assertThat(hone("model", "serve", "--help"))
        .isEqualTo(new Outcome(0, golden("help-model-serve.txt"), ""));
    assertThat(hone("help", "model", "serve").out()).isEqualTo(golden("help-model-serve.txt"));
    assertThat(hone("refine", "--help")).isEqualTo(new Outcome(0, golden("help-refine.txt"), ""));
  }

  @Test
  void theOtherCommandsPrintTheirForms() throws IOException {
    String code = Files.writeString(folder.resolve("a.py"), "eval(n)\n").toString();

    assertThat(hone("judge", "--language", "python", "--code", code, "--tests", code, "--json"))
        .isEqualTo(new Outcome(1, golden("judge.json"), ""));
    assertThat(hone("scan", code, "--json")).isEqualTo(new Outcome(1, golden("scan.json"), ""));
    assertThat(hone("sandbox", "--json", "--", "true", "--help"))
        .isEqualTo(new Outcome(0, golden("sandbox.json"), ""));
    assertThat(services.jobs.getFirst().command()).containsExactly("true", "--help");
    assertThat(hone("doctor").exit()).isEqualTo(ExitCode.MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"solve text --quiet", "judge --language python --code CODE --tests CODE"})
  void withoutASandboxOnlyWhereTheOptionItselfIsGiven(String words) throws IOException {
    Files.writeString(folder.resolve("config.toml"), "[sandbox]\nmode = \"landlock\"\n");
    String code = Files.writeString(folder.resolve("a.py"), "n = 1\n").toString();
    String[] plain = words.replace("CODE", code).split(" ", -1);
    String[] named = (words.replace("CODE", code) + " --sandbox container").split(" ", -1);
    String[] without =
        (words.replace("CODE", code) + " --run-model-code-without-any-sandbox").split(" ", -1);

    assertThat(hone(plain).err()).doesNotContain("warning");
    assertThat(hone(named).err()).doesNotContain("warning");
    assertThat(hone(without).err()).startsWith("hone: warning: code runs WITHOUT A SANDBOX");

    assertThat(services.choices)
        .containsExactly(Choice.usual(), new Choice.Named("container"), new Choice.WithoutAny());
  }

  @Test
  void theOtherCommandsThatRunCodeNameTheirSandboxToo() {
    hone("sandbox", "--sandbox", "unshare", "--", "true", "--sandbox", "none");
    hone("bench", "words", "--strategy", "single", "--sandbox", "auto");

    assertThat(services.choices)
        .containsExactly(new Choice.Named("unshare"), new Choice.Named("auto"));
    assertThat(services.jobs.getFirst().command()).containsExactly("true", "--sandbox", "none");
  }

  @Test
  void aResultWithoutASandboxSaysSo() {
    services.result = Samples.result("261123-233528-k3", "unsandboxed");

    Outcome json = hone("Write twice(n)", "--json", "--run-model-code-without-any-sandbox");

    assertThat(json.out()).contains("\"sandbox\" : \"unsandboxed\"");
    assertThat(json.err()).contains("sandbox   unsandboxed (limits only)\n");
  }

  @Test
  void limitsComeFromTheOptionsThenTheSettingsFileThenTheUsual() throws IOException {
    Files.writeString(
        folder.resolve("config.toml"),
        "[sandbox]\nwall = \"20 s\"\nmemory = \"2 GiB\"\nprocesses = 9\ninodes = 50\n");

    hone("sandbox", "--processes", "7", "--cpu", "1.5", "--output", "2 MiB", "--", "true");
    Files.delete(folder.resolve("config.toml"));
    hone("sandbox", "--time", "500ms", "--file-size", "1k", "--", "true");

    assertThat(services.jobs)
        .extracting(Job::limits)
        .containsExactly(
            Limits.defaults()
                .withWall(Duration.ofSeconds(20))
                .withCpu(Duration.ofMillis(1500))
                .withMemory(2L << 30)
                .withProcesses(7)
                .withInodes(50)
                .withOutput(2 << 20),
            Limits.defaults()
                .withTime(Duration.ofMillis(500))
                .withMemory(512 << 20)
                .withFileSize(1024));
  }

  @Test
  void aProjectMakesTheLimitsOfACommandTighterAndNoWider() throws IOException {
    Files.writeString(
        folder.resolve("hone.toml"), "[sandbox]\nwall = \"20 s\"\nmemory = \"1 GiB\"\n");
    hone("sandbox", "--", "true");
    Files.writeString(
        folder.resolve("hone.toml"), "[sandbox]\nwall = \"2 s\"\nmemory = \"64 MiB\"\n");
    hone("sandbox", "--", "true");

    assertThat(services.jobs)
        .extracting(Job::limits)
        .containsExactly(
            Limits.defaults().withTime(Duration.ofSeconds(10)).withMemory(512L << 20),
            Limits.defaults().withTime(Duration.ofSeconds(2)).withMemory(64L << 20));
  }

  @Test
  void aSettingThatMeansNothingIsWrongUse() throws IOException {
    Files.writeString(folder.resolve("config.toml"), "[sandbox]\nmemroy = \"1 GiB\"\n");

    Outcome outcome = hone("sandbox", "--", "true");

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err())
        .contains("memroy in [sandbox] of %s:2".formatted(folder.resolve("config.toml")))
        .contains("is no setting; use one of mode, image, wall, cpu, memory")
        .contains("(did you mean memory?)");
  }

  @Test
  void whatIsNotTypedComesFromTheSettings() throws IOException {
    Files.writeString(
        folder.resolve("config.toml"),
        """
        [solve]
        model = "small"
        rounds = 5
        require = "given"
        with = ["numpy"]
        [sandbox]
        wall = "7 s"
        """);

    hone("Write twice(n)");
    hone("Write twice(n)", "--rounds", "2", "--timeout", "8", "--model", "default");

    assertThat(services.solved)
        .extracting(
            SolveRequest::model,
            SolveRequest::rounds,
            request -> request.required().id(),
            request -> request.packages().getFirst().name(),
            SolveRequest::timeout)
        .containsExactly(
            tuple("small", 5, "given", "numpy", Duration.ofSeconds(7)),
            tuple("default", 2, "given", "numpy", Duration.ofSeconds(8)));
  }

  @Test
  void repliesAreKeptOrAnswerInPlaceOfAModel() {
    hone("Write twice(n)", "--record", "kept");
    hone("Write twice(n)", "--replay", "kept");
    Outcome both = hone("Write twice(n)", "--replay", "kept", "--record", "kept");

    assertThat(services.recordings)
        .containsExactly(new Recording.Into(Path.of("kept")), new Recording.From(Path.of("kept")));
    assertThat(both)
        .isEqualTo(
            new Outcome(
                ExitCode.USAGE,
                "",
                "hone: hone solve takes one of --record DIR and --replay DIR\n"));
  }

  @Test
  void whatIsGivenUpBecauseAPersonStoppedItIsInterrupted() throws IOException {
    String code = Files.writeString(folder.resolve("a.py"), "n = 1\n").toString();
    services.beforeJudging =
        () -> {
          Thread.currentThread().interrupt();
          throw new PackageException(ErrorType.EXTERNAL, "fetching packages was interrupted");
        };

    Outcome outcome = hone("judge", "--language", "python", "--code", code, "--tests", code);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome)
        .isEqualTo(
            new Outcome(ExitCode.INTERRUPTED, "", "hone: fetching packages was interrupted\n"));
  }

  @Test
  void anInterruptWhileAFileIsReadIsNoInternalError() throws IOException {
    String code = Files.writeString(folder.resolve("a.py"), "n = 1\n").toString();
    services.beforeJudging =
        () -> {
          throw new UncheckedIOException(new ClosedByInterruptException());
        };

    assertThat(hone("judge", "--language", "python", "--code", code, "--tests", code))
        .isEqualTo(new Outcome(ExitCode.INTERRUPTED, "", "hone: interrupted\n"));
  }

  @Test
  void aBenchRunIsPrintedAsATableOrAsTheContractsForm() {
    assertThat(hone("bench", "words", "--strategy", "single"))
        .isEqualTo(new Outcome(0, golden("bench.txt"), ""));
    assertThat(hone("bench", "words", "more", "--strategy", "single", "--sample", "7", "--json"))
        .isEqualTo(new Outcome(0, golden("bench.json"), ""));
    assertThat(services.benched.getLast())
        .isEqualTo(
            new BenchRequest(
                new BenchRequest.Selection(List.of("words", "more"), "", 0, "7"),
                Approach.SINGLE,
                new BenchRequest.Settings("", 3, 0, Duration.ofSeconds(30)),
                BenchRequest.Replies.NONE,
                1,
                "",
                ""));
  }

  @Test
  void aRunInTheLogIsListedAndShown() {
    String id;
    try (RunLog log = services.runLog()) {
      id = log.begin(Samples.start());
      log.planned(id, Samples.planning());
      log.attempt(id, Samples.failed());
      log.attempt(id, Samples.passed());
      log.end(id, Samples.result(id));
    }

    assertThat(hone("runs", "--json").out().replace(id, "ID")).isEqualTo(golden("runs.json"));
    assertThat(hone("show", id, "--json").out().replace(id, "ID")).isEqualTo(golden("show.json"));
    assertThat(hone("show", id).out().replace(id, "ID")).isEqualTo(golden("show.txt"));
  }

  private Outcome hone(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(new ByteArrayInputStream(input), print(out), print(err), false);
    int exit = new Program(Commands.all(services), "hone 0.1.0", false).run(words, streams);
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String golden(String name) {
    try (var in = ProgramTest.class.getResourceAsStream(name)) {
      assertThat(in).as("golden file " + name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
