package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The program is a shell that says whether it was started with its arguments or was told them.
class SpawnerIT {
  private static final String SCRIPT =
      "if [ \"$1\" = told ]; then read -r length; head -c \"$length\" | tr '\\0' ' '; echo later;"
          + " else echo \"$* at once\"; fi";

  private final List<String> program =
      List.of("/bin/sh", "-c", SCRIPT, "hone-spawner-" + System.nanoTime());

  private final Spawner spawner = new Spawner();

  @Test
  void theSecondUseOfAProgramIsToldToOneThatWaits() throws Exception {
    String atOnce = said(start("two words", "ä"));
    ProcessHandle waiting = waiting();

    Process second = start("two words", "ä");

    assertThat(second.pid()).isEqualTo(waiting.pid());
    assertThat(said(second)).isEqualTo(atOnce.replace("at once", "later"));
  }

  @Test
  void oneThatDoesNotWaitAnyMoreIsReplaced() throws Exception {
    assertThat(said(start("one"))).isEqualTo("one at once\n");
    ProcessHandle waiting = waiting();
    waiting.destroyForcibly();
    waiting.onExit().get();

    assertThat(said(start("two"))).isEqualTo("two at once\n");
  }

  @Test
  void whatIsTooLongToBeToldIsStartedWhole() throws Exception {
    assertThat(said(start("one"))).isEqualTo("one at once\n");
    waiting();
    String large = "x".repeat(70_000);

    assertThat(said(start(large))).isEqualTo(large + " at once\n");
  }

  @Test
  void aZeroInAWordSplitsNothing() throws Exception {
    assertThat(said(start("one"))).isEqualTo("one at once\n");
    waiting();

    assertThatThrownBy(() -> start("a\0b")).isInstanceOf(IOException.class);
  }

  @Test
  void anotherProgramIsNotTold() throws Exception {
    Spawner changing =
        new Spawner(command -> command.contains("other") ? List.of("/bin/echo", "it") : command);
    assertThat(said(start(changing, "one"))).isEqualTo("one at once\n");
    waiting();

    assertThat(said(start(changing, "other"))).isEqualTo("it\n");
  }

  private ProcessHandle waiting() {
    while (true) {
      Optional<ProcessHandle> waiting =
          ProcessHandle.current()
              .children()
              .filter(
                  child -> {
                    String line = child.info().commandLine().orElse("");
                    return line.contains(program.getLast()) && line.endsWith(" told");
                  })
              .findFirst();
      if (waiting.isPresent()) {
        return waiting.get();
      }
    }
  }

  private Process start(String... arguments) throws IOException {
    return start(spawner, arguments);
  }

  private Process start(Spawner by, String... arguments) throws IOException {
    return by.start(Stream.concat(program.stream(), Stream.of(arguments)).toList(), program.size());
  }

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
