package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "dev", "hone", "cli");

  @TempDir Path folder;

  /// What a command left behind.
  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void keepResults() throws IOException {
    for (String name : List.of("single.json", "hone.json", "older.json")) {
      Files.copy(GOLDEN.resolve("kept").resolve(name), folder.resolve(name));
    }
  }

  @Test
  void oneRunIsReportedAsItWasWhenItEnded() throws IOException {
    assertThat(report("hone.json")).isEqualTo(new Outcome(0, golden("report-one.txt"), ""));
  }

  @Test
  void severalRunsStandSideBySideAndInPairs() throws IOException {
    assertThat(report("single.json", "hone.json", "older.json"))
        .isEqualTo(new Outcome(0, golden("report.txt"), ""));
    assertThat(report("single.json", "hone.json", "older.json", "--json"))
        .isEqualTo(new Outcome(0, golden("report.json"), ""));
  }

  @Test
  void theSameIsWrittenAsOnePageThatNeedsNothingElse() throws IOException {
    Path page = folder.resolve("report.html");

    assertThat(report("single.json", "hone.json", "older.json", "--html", page.toString()).exit())
        .isZero();

    assertThat(page).content().isEqualTo(golden("report.html"));
    assertThat(golden("report.html")).doesNotContain("http", "src=", "url(", "<script", "@import");
  }

  @Test
  void namesFromFilesAreTextInThePage() throws IOException {
    Path file = folder.resolve("single.json");
    Files.writeString(file, Files.readString(file).replace("small-model", "<script>a & b"));
    Path page = folder.resolve("report.html");

    report("single.json", "--html", page.toString());

    assertThat(page).content().contains("&lt;script&gt;a &amp; b").doesNotContain("<script");
  }

  @Test
  void aRunOfNowIsWrittenAsAPageToo() {
    Path page = folder.resolve("now.html");

    assertThat(hone("bench", "words", "--strategy", "single", "--html", page.toString()).exit())
        .isZero();
    assertThat(page).content().contains("<td>single</td>", "wrong answer");
  }

  @Test
  void wrongUseSaysWhatToType() throws IOException {
    Files.writeString(folder.resolve("other.json"), "{}");

    assertThat(report().err()).contains("hone bench report takes files of results: A.json");
    assertThat(report("other.json").err()).contains("holds no results of hone bench");
    Outcome nowhere = report("hone.json", "--html", folder.resolve("no/page.html").toString());
    assertThat(nowhere.err()).contains("cannot be written", "in a folder that exists");
    assertThat(nowhere.exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aComparisonSaysWhatBothSpent() {
    Outcome outcome =
        hone(
            "bench",
            "compare",
            folder.resolve("single.json").toString(),
            folder.resolve("hone.json").toString());

    assertThat(outcome.out())
        .endsWith("B against A: tokens x 1.64, for code alone x 1.19, seconds x 1.25\n");
  }

  private Outcome report(String... words) {
    return hone(
        Stream.concat(
                Stream.of("bench", "report"),
                Arrays.stream(words)
                    .map(word -> word.endsWith(".json") ? folder.resolve(word).toString() : word))
            .toArray(String[]::new));
  }

  private Outcome hone(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(InputStream.nullInputStream(), print(out), print(err), false);
    int exit =
        new Program(Commands.all(new ScriptedServices(folder)), "hone 0.1.0", false)
            .run(words, streams);
    return new Outcome(
        exit,
        out.toString(StandardCharsets.UTF_8).replace(folder + "/", ""),
        err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String golden(String name) throws IOException {
    return Files.readString(GOLDEN.resolve(name));
  }
}
