package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.cli.terminal.InPlace;
import dev.hone.cli.terminal.ScreenModel;
import dev.hone.cli.terminal.Size;
import dev.hone.cli.terminal.Terminal;
import dev.hone.progress.Event;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveViewTest {
  private final AtomicLong seconds = new AtomicLong();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Size size = new Size(80, 12);
  private ScreenModel screen = new ScreenModel(80, 12);
  private LiveView view = view(Volume.USUAL);

  @Test
  void itShowsHowFarARunIsAndTheCodeBelow() {
    begin();
    code("def add(a, b):\n    return a + b\n");
    seconds.set(75);
    draw();

    assertThat(screen.lines())
        .containsExactly(
            "round 2, attempt 3: writing it afresh",
            "round 2 of 3 · candidate 3 of 6 · writing code · 900 tokens in · about 130 out",
            "50 tokens/s · 1 min 15 s · $0.0042",
            "def add(a, b):",
            "    return a + b");
    assertThat(screen.cursor()).isFalse();
  }

  @Test
  void itTellsOfTestsAsTheyEnd() {
    begin();
    view.report(new Event.Answer("code", 100, 0, 50, Duration.ofSeconds(1), "0"));
    view.report(new Event.Tests(2, 3, 5));
    draw();
    assertThat(screen.text())
        .contains("candidate 3 of 6 · testing · tests 2 of 5 · 1000 tokens in");

    view.report(new Event.Tests(4, 5, 5));
    draw();
    assertThat(screen.text())
        .contains("candidate 3 of 6 · tests 4 of 5 · 1000 tokens in · 170 out");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 20, 40, 80, 200})
  void itFitsAnyWidthAndLeavesWhatStoodAbove(int columns) {
    resize(columns, 12);
    screen.print("$ hone\r\n");
    begin();
    code(
        "def add(a, b):\n"
            + "    total = a + b\n".repeat(30)
            + "    return total  # "
            + "x".repeat(300));
    draw();
    draw();

    assertThat(screen.lines()).hasSizeLessThanOrEqualTo(12);
    if (columns >= 8) {
      assertThat(screen.lines().getFirst()).isEqualTo("$ hone");
      assertThat(screen.scrolled()).isZero();
    }
  }

  @Test
  void aNarrowScreenHasAllOfItInMoreLines() {
    resize(20, 14);
    begin();
    code("def add(a, b):\n    return a + b + 1000\n");
    draw();

    assertThat(screen.lines())
        .containsExactly(
            "round 2, attempt 3…",
            "round 2 of 3",
            "candidate 3 of 6",
            "writing code",
            "900 tokens in",
            "about 133 out",
            "50 tokens/s · 0 s",
            "$0.0042",
            "def add(a, b):",
            "    return a + b +…");
  }

  @Test
  void onlyTheLastLinesOfTheCodeAreThere() {
    begin();
    code("x = 0\n".repeat(40) + "y = 1\nz = 2\n");
    draw();

    assertThat(screen.lines()).hasSize(11).endsWith("x = 0", "y = 1", "z = 2");
  }

  @Test
  void anotherSizeIsDrawnAnew() {
    begin();
    code("def add(a, b):\n    return a + b\n");
    draw();
    resize(30, 12);
    draw();
    assertThat(screen.lines())
        .containsExactly(
            "round 2, attempt 3: writing …",
            "round 2 of 3",
            "candidate 3 of 6",
            "writing code · 900 tokens in",
            "about 130 out · 50 tokens/s",
            "0 s · $0.0042",
            "def add(a, b):",
            "    return a + b");
    resize(100, 20);
    draw();
    assertThat(screen.lines()).hasSize(5).endsWith("def add(a, b):", "    return a + b");
  }

  @Test
  void codeHasColoursAndIsTakenOutOfItsFence() {
    begin();
    code("Here it is:\n```python\n# adds\nif x == 12:\n    y = \"a\"\n");
    draw();

    assertThat(screen.lines()).endsWith("# adds", "if x == 12:", "    y = \"a\"");
    assertThat(screen.colours()).endsWith("[2m[0m[35m[0m[36m[0m[32m[0m");
  }

  @Test
  void whatAModelWritesCannotSteerTheTerminal() {
    begin();
    code("a\u001b[2Jb\u0007\u202e\tc \u9AD8\u0301d\r\n");
    draw();

    assertThat(screen.lines()).endsWith("a\uFFFD[2Jb\uFFFD    c \u9AD8d");
  }

  @Test
  void nothingIsLeftOfItAndTheCursorIsBack() {
    screen.print("$ hone\r\n");
    begin();
    code("def add(a, b):\n");
    draw();
    view.close();
    view.report(new Event.Stage("too late"));
    draw();

    assertThat(screen.lines()).containsExactly("$ hone");
    assertThat(screen.cursor()).isTrue();
  }

  @Test
  void aTerminalThatIsReleasedIsNotDrawnOnAgain() {
    Terminal terminal = Terminal.sized(() -> Optional.of(size));
    Streams streams =
        new Streams(InputStream.nullInputStream(), print(), print(), true, false, terminal);
    try (LiveView live = LiveView.on(streams, Volume.USUAL)) {
      live.report(new Event.Stage("working"));
      live.draw();
      terminal.release();
      flush();
      assertThat(screen.lines()).isEmpty();
      assertThat(screen.cursor()).isTrue();
      live.draw();
      flush();
      assertThat(screen.lines()).isEmpty();
    }
  }

  @Test
  void detailsStayAboveTheView() {
    view = view(Volume.VERBOSE);
    view.report(new Event.Stage("round 1: writing code"));
    view.report(new Event.Question("code", "m", 1234));
    view.report(new Event.Answer("code", 300, 100, 50, Duration.ofMillis(2300), ""));
    view.report(new Event.Stage("round 1: TestsFailed, 0 of 1 tests passed"));
    view.report(new Event.Verdict(1, "TestsFailed", List.of("test_a failed: 1\n  is not 2")));
    draw();

    assertThat(screen.lines())
        .containsExactly(
            "round 1: writing code",
            "  asking m for code: 1234 characters",
            "  answer for code: 300 tokens in (100 of them kept), 50 out, 2.3 s",
            "round 1: TestsFailed, 0 of 1 tests passed",
            "  test_a failed: 1",
            "    is not 2",
            "round 1: TestsFailed, 0 of 1 tests passed",
            "300 tokens in · 50 out · 21 tokens/s · 0 s");
  }

  private void begin() {
    view.report(new Event.Stage("language: python (by option)"));
    view.report(new Event.Answer("plan", 900, 0, 120, Duration.ofMillis(2400), "0.0042"));
    view.report(new Event.Stage("round 2, attempt 3: writing it afresh"));
    view.report(new Event.Attempt(2, 3, 3, 6, "python"));
    view.report(new Event.Question("code", "m", 1200));
  }

  private void code(String text) {
    text.codePoints().forEach(c -> view.report(new Event.ModelText(Character.toString(c))));
  }

  private void draw() {
    view.draw();
    flush();
  }

  private void flush() {
    screen.print(bytes.toString(StandardCharsets.UTF_8));
    bytes.reset();
  }

  private void resize(int columns, int rows) {
    size = new Size(columns, rows);
    screen.resize(columns, rows);
  }

  private LiveView view(Volume volume) {
    return new LiveView(
        new InPlace(print()),
        Terminal.sized(() -> Optional.of(size)),
        volume,
        () -> Instant.ofEpochSecond(seconds.get()));
  }

  private PrintStream print() {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
