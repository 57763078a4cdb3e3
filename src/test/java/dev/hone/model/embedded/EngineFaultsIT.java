package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.embedded.process.EngineProcesses;
import dev.hone.model.embedded.process.IsolatedModel;
import dev.hone.model.embedded.process.Orphan;
import dev.hone.progress.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the engine's process and Hone end, each by its own and by the other, with a tiny model.
class EngineFaultsIT {
  private static final Request REQUEST =
      new Request(List.of(new Message(Role.USER, "Say a.")), Sampling.warm(1, 7, 400), List.of());

  private final List<Event> events = new ArrayList<>();

  @TempDir Path temp;
  private Path file;

  @BeforeEach
  void write() {
    file =
        TinyModels.write(
            temp.resolve("tiny.gguf"),
            "<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>",
            "<|im_end|>",
            "<|im_start|>");
  }

  private LanguageModel open(Path model) {
    return IsolatedModel.open(
        EngineFiles.engineFolder(), model, new EmbeddedOptions(0, 1, false), events::add);
  }

  @Test
  void aFaultOfTheProcessIsNamedAndLeavesNoFile() throws Exception {
    try (LanguageModel model = open(file)) {
      String uninterrupted = model.reply(REQUEST, _ -> {}).text();
      List<Boolean> sent = new ArrayList<>();

      Reply reply =
          model.reply(
              REQUEST,
              _ -> {
                if (sent.isEmpty()) {
                  sent.add(fault());
                }
              });

      assumeThat(sent).as("there is a command kill").containsExactly(true);
      assertThat(reply.text()).isEqualTo(uninterrupted);
      assertThat(events)
          .singleElement()
          .extracting(event -> ((Event.Stage) event).text())
          .asString()
          .contains("the engine's process ended (")
          .contains("A fatal error has been detected")
          .contains("SIGSEGV");
      try (Stream<Path> files = Files.list(Path.of(""))) {
        assertThat(files).noneMatch(here -> here.toString().startsWith("hs_err_pid"));
      }
    }
  }

  private static boolean fault() {
    long process = EngineProcesses.running().getLast().pid();
    try {
      return new ProcessBuilder("kill", "-SEGV", Long.toString(process)).start().waitFor() == 0;
    } catch (IOException | InterruptedException _) {
      return false;
    }
  }

  @Test
  void aReplyThatIsNotWantedAnyMoreDoesNotReachTheNext() {
    try (LanguageModel model = open(file)) {
      String uninterrupted = model.reply(REQUEST, _ -> {}).text();
      assertThatThrownBy(
              () ->
                  model.reply(
                      REQUEST,
                      _ -> {
                        throw new IllegalStateException("nobody listens");
                      }))
          .hasMessage("nobody listens");

      assertThat(model.reply(REQUEST, _ -> {}).text()).isEqualTo(uninterrupted);
      assertThat(events).isEmpty();
    }
  }

  @Test
  void anInterruptAtTheTimeOfAFaultEndsTheReplyWithWhatWasThere() {
    StringBuilder shown = new StringBuilder();
    try (LanguageModel model = open(file)) {
      Reply reply =
          model.reply(
              REQUEST,
              piece -> {
                shown.append(piece);
                EngineProcesses.kill();
                Thread.currentThread().interrupt();
              });

      assertThat(Thread.interrupted()).isTrue();
      assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
      assertThat(reply.text()).isNotEmpty().isEqualTo(shown.toString());
    }
  }

  @Test
  void aQuestionForTheTokensFromInsideAReplyDoesNotWait() {
    List<Integer> tokens = new ArrayList<>();
    try (LanguageModel model = open(file)) {
      assertThat(
              model.reply(REQUEST, _ -> tokens.add(model.forecast(REQUEST).promptTokens())).text())
          .isNotEmpty();

      assertThat(tokens).isNotEmpty().containsOnly(0);
      assertThat(model.forecast(REQUEST).promptTokens()).isPositive();
    }
  }

  @Test
  void aFileThatIsNoModelIsRefusedAsInProcess() throws IOException {
    Path odd = Files.writeString(temp.resolve("odd.gguf"), "no model");

    assertThatThrownBy(() -> open(odd))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(odd.toString())
        .hasMessageNotContaining("the engine's process");
    assertThat(EngineProcesses.running()).isEmpty();
  }

  @Test
  void theProcessEndsWithHoneThoughHoneIsKilled() throws Exception {
    Process hone =
        new ProcessBuilder(Orphan.command(EngineFiles.engineFolder(), file))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = hone.inputReader()) {
      ProcessHandle engine =
          ProcessHandle.of(Long.parseLong(Objects.requireNonNull(out.readLine()))).orElseThrow();

      boolean _ = hone.toHandle().destroyForcibly();

      assertThat(engine.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
    }
  }
}
