package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.failure.UsageException;
import dev.hone.progress.Event;
import dev.hone.runlog.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLinesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T23:35:28Z");

  @TempDir Path folder;

  private record Outcome(int exit, String out, String err) {}

  @Test
  void everyEventIsALine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EventLines lines = new EventLines(print(bytes), true, InstantSource.fixed(NOW));

    lines.report(new Event.Stage("language: python (the text says \"Python\")"));
    lines.report(new Event.Download("model.gguf", "models.example", 10, 100));
    lines.report(new Event.Download("part", "models.example", 10, 0));
    lines.report(new Event.ModelText("def f():\n"));
    lines.report(new Event.Attempt(1, 3, 1, 6, "python"));
    lines.report(new Event.Question("code", "qwen", 1234));
    lines.report(new Event.Answer("code", 300, 100, 50, Duration.ofMillis(2300), "0.0042"));
    lines.report(new Event.Answer("code", 300, 0, 50, Duration.ofMillis(2300), ""));
    lines.report(new Event.Tests(2, 3, 5));
    lines.report(new Event.Verdict(1, "TestsFailed", List.of("test_a failed: 1 is not 2")));
    lines.end(Samples.result("261123-233528-k3"));
    lines.failed(new UsageException("no language is called 'cobol'"));

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(golden());
  }

  @Test
  void aFileHoldsTheEventsAndStandardErrorThePlainLines() throws IOException {
    Path file = Files.writeString(folder.resolve("events.jsonl"), "old\n");

    Outcome outcome = hone("Write twice(n)", "--events", file.toString());

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).isEqualTo("def twice(n):\n    return n * 2\n");
    assertThat(outcome.err()).startsWith("round 1\n");
    assertThat(events(Files.readString(file))).containsExactly("stage", "end");
  }

  @Test
  void aDashPutsThemInPlaceOfThePlainLines() {
    Outcome outcome = hone("Write twice(n)", "--events", "-");

    assertThat(outcome.out()).isEqualTo("def twice(n):\n    return n * 2\n");
    assertThat(events(outcome.err())).containsExactly("stage", "end");
  }

  @Test
  void aFileThatCannotBeWrittenIsWrongUse() {
    Outcome outcome = hone("Write twice(n)", "--events", "/proc/no/such");

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("--events /proc/no/such cannot be written");
  }

  private static List<String> events(String lines) {
    return lines.lines().map(line -> line.replaceFirst(".*\"event\":\"(\\w+)\".*", "$1")).toList();
  }

  private Outcome hone(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(InputStream.nullInputStream(), print(out), print(err), false);
    int exit =
        new Program(Commands.all(new ScriptedServices(folder)), "hone 0.1.0", false)
            .run(words, streams);
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String golden() throws IOException {
    try (var in = EventLinesTest.class.getResourceAsStream("events.jsonl")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
