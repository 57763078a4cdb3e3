package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.SolveRequest;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Prompts;
import dev.hone.runlog.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsCommandTest {
  private static final String OTHER =
      "--- system\nYou are careful.\n--- user\n{{requirement}}\nWrite {{files}} as {{form}}.\n";

  @TempDir Path folder;
  private ScriptedServices services;
  private List<String> ids = List.of();

  @BeforeEach
  void fourRuns() {
    services = new ScriptedServices(folder);
    try (RunLog log = services.runLog()) {
      ids = LoggedRuns.four(log);
    }
  }

  @Test
  void everyPromptIsListedAndShown() {
    PromptTemplate write = PromptTemplate.load("candidate/write");
    assertThat(hone("prompts", "list").out().lines())
        .hasSize(Prompts.NAMES.size() + 1)
        .anyMatch(line -> line.matches("candidate/write +" + write.hash()));
    assertThat(hone("prompts", "show", "candidate/write").out()).isEqualTo(write.text());
    assertThat(hone("prompts", "list", "--json").out()).contains("\"hash\" : \"" + write.hash());
  }

  @Test
  void earlierRunsAreMadeAgainWithTheOtherPromptNewestFirst() throws IOException {
    CommandLines.Ended ended = hone("prompts", "try", file("candidate-write.md", OTHER), "--quiet");

    assertThat(ended.exit()).isEqualTo(ExitCode.OK);
    assertThat(services.solved).isNotEmpty();
    for (SolveRequest request : services.solved) {
      PromptTemplate asked = request.trial().prompts().of("candidate/write");
      assertThat(asked.text()).isEqualTo(OTHER);
      assertThat(request.trial().prompts().of("candidate/exact").text())
          .isEqualTo(PromptTemplate.load("candidate/exact").text());
    }
    assertThat(ended.out())
        .startsWith("candidate/write: ")
        .contains("passed  ", "tokens  ")
        .doesNotContain(ids.get(3));
  }

  @Test
  void onlyTheRunsThatAreMeantAreMadeAgain() throws IOException {
    hone("prompts", "try", file("candidate-write.md", OTHER), "--last", "1", "--quiet");
    assertThat(services.solved).hasSize(1);
    CommandLines.Ended none =
        hone(
            "prompts", "try", file("candidate-write.md", OTHER), "--on", "language=cpp", "--quiet");
    assertThat(none.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("holds no run of that kind");
  }

  @Test
  void dataHoldEveryPair() throws IOException {
    String out =
        hone("prompts", "try", file("candidate-write.md", OTHER), "--json", "--quiet").out();
    assertThat(out).contains("\"pairs\" : [", "\"passedThen\"", "\"chance\"");
  }

  @Test
  void whatCannotBeTriedIsRefusedBeforeAnyRun() throws IOException {
    assertThat(refused(file("candidate-write.md", "Write it.")))
        .contains("asks nothing", "'--- system' and '--- user'");
    assertThat(refused(file("candidate-write.md", "--- user\n{{requirment}}\n")))
        .contains("candidate/write has no value for {{requirment}}; it has");
    assertThat(refused(file("mine.md", OTHER))).contains("add --as and one of candidate/write");
    assertThat(refused(file("write.md", OTHER)))
        .contains("add --as and one of candidate/write, suite/write");
    assertThat(refused(file("mine.md", OTHER), "--as", "candidate/writ"))
        .contains("there is no prompt 'candidate/writ', did you mean candidate/write");
    assertThat(
            refused(
                file("candidate-write.md", PromptTemplate.load("candidate/write").text()),
                "--as",
                "candidate/write"))
        .contains("says what candidate/write says already");
    assertThat(refused(folder.resolve("gone.md").toString(), "--as", "candidate/write"))
        .contains("which does not exist");
    assertThat(refused(file("exact.md", OTHER), "--on", "typ=parsing"))
        .contains("did you mean type=");
    assertThat(services.solved).isEmpty();
  }

  private String refused(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "prompts";
    all[1] = "try";
    System.arraycopy(words, 0, all, 2, words.length);
    CommandLines.Ended ended = hone(all);
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    return ended.err();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private CommandLines.Ended hone(String... words) {
    return CommandLines.run(services, List.of(words));
  }
}
