package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.progress.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressViewTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong millis = new AtomicLong(1_000_000);

  @Test
  void aDownloadIntoAPipeIsALineForEachTenth() {
    download(view(false, Volume.USUAL));

    assertThat(shown())
        .isEqualTo(
            """
            fetching model.gguf (1.00 GB) from the hub
              model.gguf:  50 %  500.0 MB, 250.0 MB/s, 2 s left
              model.gguf: 100 %  1.00 GB, 250.0 MB/s
            """);
  }

  @Test
  void aDownloadOnATerminalIsOneLineDrawnAgain() {
    download(view(true, Volume.USUAL));

    assertThat(shown())
        .contains("\r[############------------]   50 %  500.0 MB, 250.0 MB/s, 2 s left\u001b[K")
        .endsWith("\r[########################]  100 %  1.00 GB, 250.0 MB/s\u001b[K\n");
  }

  @Test
  void textOfTheModelIsCountedOnATerminalOnly() {
    view(false, Volume.USUAL).report(new Event.ModelText("def"));
    assertThat(shown()).isEmpty();

    try (ProgressView view = view(true, Volume.USUAL)) {
      view.report(new Event.ModelText("def"));
    }
    assertThat(shown()).isEqualTo("\rwriting … 3 characters\u001b[K\n");
  }

  @Test
  void aQuietViewShowsNothing() {
    download(view(true, Volume.QUIET));

    assertThat(shown()).isEmpty();
  }

  @Test
  void linesInAPipeHaveDetailsOnlyWhereTheyAreAskedFor() {
    Event.Question question = new Event.Question("code", "m", 1234);
    view(false, Volume.USUAL).report(question);
    view(false, Volume.USUAL).report(new Event.Tests(1, 2, 3));
    assertThat(shown()).isEmpty();

    view(false, Volume.VERBOSE).report(question);
    assertThat(shown()).isEqualTo("  asking m for code: 1234 characters\n");
  }

  private void download(ProgressView view) {
    view.report(new Event.Download("model.gguf", "the hub", 0, 1_000_000_000));
    millis.addAndGet(2000);
    view.report(new Event.Download("model.gguf", "the hub", 500_000_000, 1_000_000_000));
    view.report(new Event.Download("model.gguf", "the hub", 501_000_000, 1_000_000_000));
    millis.addAndGet(2000);
    view.report(new Event.Download("model.gguf", "the hub", 1_000_000_000, 1_000_000_000));
  }

  private ProgressView view(boolean terminal, Volume volume) {
    return new ProgressView(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        terminal,
        volume,
        () -> Instant.ofEpochMilli(millis.get()));
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
