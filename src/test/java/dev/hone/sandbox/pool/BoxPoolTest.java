package dev.hone.sandbox.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.ReadyBox;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.ScriptedSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// When boxes are opened, used and given up, by boxes that only say so.
@Timeout(20)
class BoxPoolTest {
  private static final PoolSettings LONG = new PoolSettings(2, Duration.ofMinutes(10));

  private final Boxes boxes = new Boxes();

  @Test
  void aJobThatIsExpectedMeetsABoxThatWaits() throws Exception {
    try (BoxPool pool = new BoxPool(boxes, LONG)) {
      expected(pool, "a");

      assertThat(pool.run(job("a")).stdout()).isEqualTo("ready");

      assertThat(List.of(boxes.next(), boxes.next()))
          .containsExactlyInAnyOrder("ran a", "opened a");
    }
    assertThat(boxes.next()).isEqualTo("closed a");
  }

  @Test
  void aJobThatNobodyExpectedRunsInTheUsualWayAndHasNoBoxOpened() throws Exception {
    try (BoxPool pool = new BoxPool(boxes, LONG)) {
      assertThat(pool.run(job("a")).stdout()).isEqualTo("usual");
    }
    assertThat(boxes.events).isEmpty();
  }

  @Test
  void aJobOfAnotherKindIsNotRunInTheBox() throws Exception {
    try (BoxPool pool = new BoxPool(boxes, LONG)) {
      expected(pool, "a");

      Job other =
          new Job(List.of("a"), Map.of("X", "1"), Path.of("/"), List.of(), "", Limits.defaults());
      assertThat(pool.run(other).stdout()).isEqualTo("usual");
      assertThat(pool.run(job("a").withAhead(false)).stdout()).isEqualTo("usual");
    }
  }

  @Test
  void aBoxThatDiedIsPassedOver() throws Exception {
    try (BoxPool pool = new BoxPool(boxes, LONG)) {
      expected(pool, "a");
      boxes.die();

      assertThat(pool.run(job("a")).stdout()).isEqualTo("usual");
      assertThat(boxes.next()).isEqualTo("opened a");
    }
  }

  @Test
  void noMoreBoxesWaitThanMay() throws Exception {
    try (BoxPool pool = new BoxPool(boxes, LONG)) {
      for (String name : List.of("a", "b")) {
        expected(pool, name);
      }

      pool.expect(job("c"));

      assertThat(List.of(boxes.next(), boxes.next())).containsExactly("closed a", "opened c");
      assertThat(pool.run(job("a")).stdout()).isEqualTo("usual");
    }
  }

  @Test
  void aBoxThatWaitsTooLongIsGivenUp() throws Exception {
    try (BoxPool pool = new BoxPool(boxes, new PoolSettings(1, Duration.ofMillis(50)))) {
      pool.expect(job("a"));

      assertThat(List.of(boxes.next(), boxes.next())).containsExactly("opened a", "closed a");
      assertThat(pool.run(job("a")).stdout()).isEqualTo("usual");
    }
    assertThat(boxes.events).isEmpty();
  }

  @Test
  void noneIsOpenedWhereNoneMayWait() throws Exception {
    try (BoxPool pool = new BoxPool(boxes, LONG.withMost(0))) {
      pool.expect(job("a"));
      assertThat(pool.run(job("a")).stdout()).isEqualTo("usual");
    }
    assertThat(boxes.events).isEmpty();
  }

  /// Has a box opened, and waits until the pool has it.
  private void expected(BoxPool pool, String name) throws InterruptedException {
    int before = pool.size();
    pool.expect(job(name));
    assertThat(boxes.next()).isEqualTo("opened " + name);
    while (pool.size() == before) {
      Thread.onSpinWait();
    }
  }

  private static Job job(String name) {
    return new Job(List.of(name), Map.of(), Path.of("/"), List.of(), "", Limits.defaults())
        .withAhead(true);
  }

  /// Notes what is done with its boxes.
  private static final class Boxes implements Sandbox {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final List<Noted> opened = new CopyOnWriteArrayList<>();

    @Override
    public String mode() {
      return "noted";
    }

    @Override
    public Execution run(Job job) {
      return ScriptedSandbox.ended(0, "usual");
    }

    @Override
    public Optional<ReadyBox> ready(Job kind) {
      String name = kind.command().getFirst();
      Noted box = new Noted(name);
      opened.add(box);
      events.add("opened " + name);
      return Optional.of(box);
    }

    void die() {
      opened.getLast().dead = true;
    }

    String next() throws InterruptedException {
      return String.valueOf(events.poll(10, TimeUnit.SECONDS));
    }

    private final class Noted implements ReadyBox {
      private final String name;
      private volatile boolean dead;

      Noted(String name) {
        this.name = name;
      }

      @Override
      public boolean waits() {
        return !dead;
      }

      @Override
      public Optional<Execution> run(Job job) {
        if (dead) {
          return Optional.empty();
        }
        events.add("ran " + name);
        return Optional.of(ScriptedSandbox.ended(0, "ready"));
      }

      @Override
      public void close() {
        events.add("closed " + name);
      }
    }
  }
}
