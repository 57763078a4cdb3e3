package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.Hone;
import dev.hone.SolveRequest;
import dev.hone.model.ScriptedModel;
import dev.hone.model.replay.RecordedModel;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.result.Evidence;
import dev.hone.result.Result;
import dev.hone.runlog.LoggedRun;
import dev.hone.runlog.PostgresServer;
import dev.hone.runlog.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands on a run log in a PostgreSQL database, beside the same on a file.
class SharedLogIT {
  @TempDir Path folder;
  private PostgresServer server;
  private String address = "";

  @BeforeEach
  void aDatabase() throws Exception {
    server = PostgresServer.running();
    address = server.database();
  }

  @Test
  void everyCommandSaysOfADatabaseWhatItSaysOfAFile() throws Exception {
    List<String> inFile;
    try (RunLog log =
        RunLog.open(Files.createDirectories(folder.resolve("data")).resolve("runs.db"))) {
      inFile = written(log);
    }
    List<String> inDatabase;
    try (RunLog log = server.open(address)) {
      inDatabase = written(log);
    }

    for (String words :
        List.of(
            "runs",
            "runs --failed --json",
            "runs --grep HALVE",
            "runs --grep zero --limit 2",
            "runs --language python --type numeric",
            "show RUN-0",
            "show RUN-1 --json",
            "show 261124",
            "diff RUN-0 1 2",
            "export",
            "export --without-code",
            "stats",
            "stats --json",
            "stats prompts",
            "stats prompts --json",
            "label RUN-0 wrong --type parsing",
            "show RUN-0 --json",
            "stats --json",
            "label RUN-2",
            "prune --keep 2 --code-only --yes",
            "show RUN-0",
            "prune --keep 3",
            "show nothing")) {
      CommandLines.Ended file = ended(file(), inFile, words);
      CommandLines.Ended database = ended(database(), inDatabase, words);
      assertThat(database).as(words).isEqualTo(file);
    }
    assertThat(hone(database(), "prune", "--keep", "0", "--yes").out())
        .endsWith("done; the database keeps its size, and later runs fill what is free in it\n");
    assertThat(hone(database(), "runs").out()).isEmpty();
    assertThat(hone(database(), "log", "status").out()).startsWith("database   " + address + "\n");
    assertThat(hone(database(), "log", "status", "--json").out())
        .contains("\"file\" : null", "\"database\" : \"" + address + "\"");
  }

  @Test
  void aRunGoesIntoTheDatabaseAndIsJudgedAgainFromThere() throws Exception {
    Result result;
    try (Hone hone = Hone.create(database(), Progress.silent())) {
      result =
          hone.solve(
              new SolveRequest(
                  new Requirement(
                      "Write a Python function double(n). double(2) == 4", "", List.of()),
                  3,
                  0,
                  Duration.ofSeconds(20),
                  Set.of(),
                  Evidence.Basis.OWN,
                  "",
                  List.of()),
              new ScriptedModel(
                  "```python\ndef double(n):\n    return n + 1\n```\n",
                  "```python\ndef double(n):\n    return n * 2\n```\n",
                  "double(3) == 6"));
    }

    assertThat(hone(database(), "runs").out()).contains(result.runId());
    assertThat(hone(database(), "show", result.runId()).out()).contains("return n * 2");
    assertThat(hone(database(), "replay", result.runId()).exit()).isZero();
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aRunFromKeptRepliesGoesIntoTheDatabaseToo() throws Exception {
    String text = "Write a Python function double(n). double(2) == 4";
    Path kept = folder.resolve("kept");
    try (Hone hone = Hone.create(database(), Progress.silent())) {
      Result _ =
          hone.solve(
              SolveRequest.of(new Requirement(text, "", List.of())),
              RecordedModel.open(
                  new ScriptedModel(
                      "```python\ndef double(n):\n    return n * 2\n```\n", "double(3) == 6"),
                  kept));
    }

    CommandLines.Ended replayed = hone(database(), "solve", text, "--replay", kept.toString());
    CommandLines.Ended offline =
        hone(database(), "solve", text, "--replay", kept.toString(), "--offline");

    assertThat(replayed.exit()).as(replayed.err()).isZero();
    assertThat(replayed.out()).contains("return n * 2");
    assertThat(hone(database(), "runs").out().lines()).hasSize(2);
    assertThat(offline.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(offline.err()).startsWith("hone: the run log is at " + address);
  }

  @Test
  void thePasswordFileWillDo() throws Exception {
    Path file = Files.writeString(folder.resolve("pgpass"), server.passwordLine() + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "log",
            "status");
    command.environment().remove("PGPASSWORD");
    command
        .environment()
        .putAll(
            Map.of(
                "HONE_HOME",
                folder.toString(),
                "HONE_LOG",
                address,
                "PGUSER",
                PostgresServer.USER,
                "PGPASSFILE",
                file.toString()));
    Process process = command.redirectErrorStream(true).start();

    assertThat(process.inputReader().readAllLines()).first().isEqualTo("database   " + address);
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void noPasswordIsEverPrinted() throws IOException {
    Map<String, String> wrong = new HashMap<>(database());
    wrong.put("PGPASSWORD", "guessed wrong");
    wrong.put("HONE_DEBUG", "1");

    CommandLines.Ended refused = hone(wrong, "runs");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("set PGPASSWORD").doesNotContain("guessed wrong");
    CommandLines.Ended shown = hone(database(), "config", "show");
    assertThat(shown.out()).contains(address).doesNotContain(PostgresServer.PASSWORD);

    Map<String, String> inAddress =
        Map.of("HONE_HOME", folder.toString(), "HONE_LOG", address + "?password=sesame");
    for (String words : List.of("runs", "config show", "config check", "log status")) {
      CommandLines.Ended ended = hone(inAddress, words.split(" ", -1));
      assertThat(ended.exit()).as(words).isEqualTo(ExitCode.USAGE);
      assertThat(ended.err()).contains("HONE_LOG").contains("holds no password");
      assertThat(ended.out() + ended.err()).doesNotContain("sesame");
    }
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/config.toml"),
        "log.database = \"jdbc:postgresql://ada:sesame@host/hone\"\n");
    CommandLines.Ended ended = hone(Map.of("HONE_HOME", folder.toString()), "config", "show");
    assertThat(ended.err()).contains("config.toml:1").doesNotContain("sesame");
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theDoctorSaysWhetherTheDatabaseAnswers() {
    assertThat(hone(database(), "doctor").out().lines())
        .filteredOn(line -> line.contains("run log"))
        .singleElement()
        .asString()
        .contains(address + ", 0 runs");
    Map<String, String> wrong = new HashMap<>(database());
    wrong.put("PGPASSWORD", "guessed wrong");

    CommandLines.Ended ended = hone(wrong, "doctor");

    assertThat(ended.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(ended.out()).contains("run log", "set PGPASSWORD").doesNotContain("guessed wrong");
  }

  @Test
  void offlineOpensNoConnection() {
    Map<String, String> offline = new HashMap<>(database());
    offline.put("HONE_OFFLINE", "1");

    CommandLines.Ended ended = hone(offline, "runs");
    assertThat(ended.err()).contains("offline opens no connection").contains("HONE_LOG");
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
  }

  private static List<String> written(RunLog log) {
    List<String> ids = new ArrayList<>(LoggedRuns.four(log));
    ids.add(LoggedRun.on(24, 1).failingWith("test_zero failed: off by one").writtenTo(log));
    ids.add(LoggedRun.on(25, 2).passingIn(2).writtenTo(log));
    ids.add(LoggedRun.on(26, 3).askedWith("cccccccccccc").writtenTo(log));
    return ids;
  }

  private CommandLines.Ended ended(
      Map<String, String> environment, List<String> ids, String words) {
    List<String> typed = new ArrayList<>(List.of(words.split(" ", -1)));
    typed.replaceAll(
        word -> word.startsWith("RUN-") ? ids.get(Integer.parseInt(word.substring(4))) : word);
    CommandLines.Ended ended = CommandLines.run(environment, typed);
    return new CommandLines.Ended(ended.exit(), hidden(ids, ended.out()), hidden(ids, ended.err()));
  }

  private static String hidden(List<String> ids, String text) {
    String hidden = text;
    for (int i = 0; i < ids.size(); i++) {
      hidden = hidden.replace(ids.get(i), "RUN-" + i);
    }
    return hidden
        // of one it is the size of a file, of the other of tables
        .replaceAll("done; the .*", "done")
        .replaceAll("\"at\" : \"[^\"]*\"", "\"at\"")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d\\.\\d+Z?", "TIME");
  }

  private CommandLines.Ended hone(Map<String, String> environment, String... words) {
    return CommandLines.run(environment, List.of(words));
  }

  private Map<String, String> file() {
    return Map.of("HONE_HOME", folder.toString());
  }

  private Map<String, String> database() {
    Map<String, String> environment = new HashMap<>(server.environment());
    environment.put("HONE_HOME", folder.toString());
    environment.put("HONE_LOG", address);
    return environment;
  }
}
