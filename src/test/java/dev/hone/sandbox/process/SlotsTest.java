package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.process.Slots.Slot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotsTest {
  /// Tries to lock the first byte, as another program of the machine would.
  private static final String OTHER =
      """
      import fcntl, sys
      with open(sys.argv[1], 'w') as file:
          try:
              fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 0)
              print('taken')
          except OSError:
              print('refused')
      """;

  @TempDir private Path folder;

  @Test
  void aSlotIsHeldByOneJobAtATime() {
    Slots slots = new Slots(folder, new Residue());
    try (Slot first = slots.take();
        Slot second = slots.take()) {
      assertThat(second.uid()).isNotEqualTo(first.uid());
    }
    try (Slot again = slots.take()) {
      assertThat(again.uid()).isEqualTo(60_001);
    }
  }

  @Test
  void twoPoolsOfOneProgramShareTheSlots() {
    try (Slot first = new Slots(folder, new Residue()).take();
        Slot second = new Slots(folder, new Residue()).take()) {
      assertThat(second.uid()).isNotEqualTo(first.uid());
    }
  }

  @Test
  void aHeldSlotStaysRefusedToOtherProgramsWhenAnotherIsTakenAndGivenBack() throws Exception {
    Slots slots = new Slots(folder, new Residue());
    try (Slot first = slots.take()) {
      assertThat(first.uid()).isEqualTo(60_001);
      slots.take().close();
      new Slots(folder, new Residue()).take().close();
      assertThat(other()).isEqualTo("refused");
    }
    assertThat(other()).isEqualTo("taken");
  }

  private String other() throws IOException, InterruptedException {
    assumeThat(Path.of("/usr/bin/python3")).as("python3 is not a program of the system").exists();
    Process process =
        new ProcessBuilder("/usr/bin/python3", "-c", OTHER, folder.resolve("slots").toString())
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return answer.strip();
  }
}
