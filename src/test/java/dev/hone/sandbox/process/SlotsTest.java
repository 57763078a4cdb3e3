package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.process.Slots.Slot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
  void aSlotIsHeldByOneJobAtATime() throws Exception {
    Slots slots = slots();
    try (Slot first = slots.take();
        Slot second = slots.take()) {
      assertThat(second.uid()).isNotEqualTo(first.uid());
    }
    try (Slot again = slots.take()) {
      assertThat(again.uid()).isEqualTo(60_001);
    }
  }

  @Test
  void aSlotThatIsNotFreeIsNotWaitedFor() throws Exception {
    Slots slots = new Slots(folder, new Residue(), Tools.uid(), 1);
    try (Slot only = slots.tryTake().orElseThrow()) {
      assertThat(slots.tryTake()).as("beside %s", only).isEmpty();
    }
    slots.take().close();
  }

  @Test
  @Timeout(20)
  void aLentSlotIsAskedBackWhenAJobWaits() throws Exception {
    Slots slots = new Slots(folder, new Residue(), Tools.uid(), 1);
    Slot lent = slots.tryTake().orElseThrow();
    try (Residue.Held claim = slots.lend(lent::close);
        Slot taken = slots.take()) {
      assertThat(taken.uid()).as("by %s", claim).isEqualTo(lent.uid());
    }
  }

  @Test
  void twoPoolsOfOneProgramShareTheSlots() throws Exception {
    try (Slot first = slots().take();
        Slot second = slots().take()) {
      assertThat(second.uid()).isNotEqualTo(first.uid());
    }
  }

  @Test
  void aHeldSlotStaysRefusedToOtherProgramsWhenAnotherIsTakenAndGivenBack() throws Exception {
    Slots slots = slots();
    try (Slot first = slots.take()) {
      assertThat(first.uid()).isEqualTo(60_001);
      slots.take().close();
      slots().take().close();
      assertThat(other()).isEqualTo("refused");
    }
    assertThat(other()).isEqualTo("taken");
  }

  @Test
  void whoComesFirstIsServedFirst() throws Exception {
    Slots slots = new Slots(folder, new Residue(), 0, 1);
    List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    List<Thread> waiting = new ArrayList<>();
    try (Slot _ = slots.take()) {
      for (int i = 0; i < 5; i++) {
        int number = i;
        waiting.add(Thread.ofPlatform().start(() -> takeOnce(slots, served, number)));
        untilItWaits(waiting.getLast());
      }
      assertThat(served).isEmpty();
    }
    for (Thread thread : waiting) {
      thread.join();
    }
    assertThat(served).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    Slots slots = new Slots(folder, new Residue(), 0, 1);
    try (Slot _ = slots.take()) {
      FutureTask<Slot> waiting = new FutureTask<>(slots::take);
      Thread thread = Thread.ofPlatform().start(waiting);
      untilItWaits(thread);

      thread.interrupt();

      assertThat(waiting)
          .failsWithin(20, TimeUnit.SECONDS)
          .withThrowableThat()
          .withCauseInstanceOf(InterruptedException.class);
    }
    slots.take().close();
  }

  @Test
  void anOrdinaryUsersJobsRunAsTheUserAndWaitAllTheSame() throws Exception {
    Slots slots = new Slots(folder.resolve("absent"), new Residue(), 1000, 2);
    try (Slot first = slots.take();
        Slot second = slots.take()) {
      assertThat(List.of(first.uid(), second.uid())).containsOnly(1000);
      Thread third = Thread.ofPlatform().start(() -> takeOnce(slots, new ArrayList<>(), 3));
      untilItWaits(third);
      third.interrupt();
      third.join();
    }
    assertThat(folder.resolve("absent")).doesNotExist();
  }

  private Slots slots() {
    return new Slots(folder, new Residue(), 0, 16);
  }

  private static void takeOnce(Slots slots, List<Integer> served, int number) {
    try (Slot _ = slots.take()) {
      served.add(number);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void untilItWaits(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
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
