package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.runlog.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;
  private List<String> ids = List.of();

  @BeforeEach
  void fourRuns() {
    try (RunLog log = RunLog.open(folder.resolve("data").resolve("runs.db"))) {
      ids = LoggedRuns.four(log);
    }
  }

  @Test
  void everyRunIsALineAsShowPrintsItOldestFirst() {
    List<JsonNode> lines = hone("export").out().lines().map(JSON::readTree).toList();

    assertThat(lines).extracting(line -> line.path("runId").asString()).isEqualTo(ids);
    assertThat(lines.getFirst())
        .isEqualTo(JSON.readTree(hone("show", ids.getFirst(), "--json").out()));
  }

  @Test
  void withoutCodeNeitherFilesNorPromptsNorRepliesNorOutputsAreLeft() {
    String whole = hone("export").out();
    String without = hone("export", "--without-code").out();

    assertThat(whole).contains("return n", "You write Python.", "2 tests", "assert twice(0)");
    assertThat(without)
        .doesNotContain("return n", "You write Python.", "2 tests", "assert twice(0)")
        .contains("\"code\":[{\"path\":\"solution.py\"}]", "\"names\":[\"test_zero\"]")
        .contains("\"promptHash\":\"0123456789ab\"", "\"test_zero: assert 2 == 0\"");
  }

  @Test
  void onlyTheRunsThatAreAskedForAreExported() {
    assertThat(hone("export", "--language", "go").out().lines()).hasSize(1);
    assertThat(hone("export", "--search", "nowhere")).isEqualTo(new CommandLines.Ended(0, "", ""));
  }

  @Test
  void aFileIsWrittenWholeAndAnEarlierExportReplaced() throws IOException {
    Path made = folder.resolve("made");
    Path file = made.resolve("runs.jsonl");

    hone("export", "--passed", "--out", file.toString());
    CommandLines.Ended ended = hone("export", "--out", file.toString());

    assertThat(ended).isEqualTo(new CommandLines.Ended(0, "", "4 runs in " + file + "\n"));
    assertThat(Files.readString(file)).isEqualTo(hone("export").out());
    assertThat(made.toFile().list()).containsExactly("runs.jsonl");
  }

  @Test
  void anotherFileIsLeftAlone() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "Mine.\n");

    CommandLines.Ended ended = hone("export", "--out", notes.toString());

    assertThat(ended.err()).contains("exists and is no export of hone; remove it");
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(notes).hasContent("Mine.");
    assertThat(hone("export", "--out", folder.toString()).exit()).isEqualTo(ExitCode.USAGE);
    assertThat(hone("export", "--out", "/proc/none/runs.jsonl").err())
        .contains("cannot be written");
  }

  private CommandLines.Ended hone(String... words) {
    return CommandLines.run(Map.of("HONE_HOME", folder.toString()), List.of(words));
  }
}
