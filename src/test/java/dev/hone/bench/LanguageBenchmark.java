package dev.hone.bench;

import dev.hone.Hone;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.State;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.typescript.TypeScriptPackages;
import dev.hone.progress.Event;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.ReadyBox;
import dev.hone.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Times the test command of each language in the sandbox beside the toolchain's usual command run
/// plainly, on the same files, in turns: `LanguageBenchmark INPUTS RUNS OUT [JUNIT]`. Where the
/// test command can be started before its files are there, it is timed so too, from the moment at
/// which they are. A ratio above 1 says that Hone is faster.
final class LanguageBenchmark {
  private static final Duration LOADING = Duration.ofSeconds(1);

  private final Hone hone;
  private final int runs;
  private final Path junit;

  private LanguageBenchmark(Hone hone, int runs, Path junit) {
    this.hone = hone;
    this.runs = runs;
    this.junit = junit;
  }

  /// Prints a line for each language and writes them all as JSON.
  ///
  /// @param arguments the folder of prepared code, the number of runs, the file to write, and the
  ///   archive of JUnit's console, which Java's usual command needs
  public static void main(String[] arguments) throws Exception {
    Path inputs = Path.of(arguments[0]);
    Path junit = arguments.length > 3 ? Path.of(arguments[3]).toAbsolutePath() : Path.of("");
    ArrayNode rows = new JsonMapper().createArrayNode();
    try (Hone hone = Hone.create(System.getenv(), LanguageBenchmark::show)) {
      System.out.println("language      hone s  usual s  ratio");
      LanguageBenchmark benchmark =
          new LanguageBenchmark(hone, Integer.parseInt(arguments[1]), junit);
      for (LanguageId id : hone.languages()) {
        Language language = hone.language(id).orElseThrow();
        benchmark.row(language, inputs.resolve(id.id())).ifPresent(rows::add);
      }
    }
    Files.writeString(Path.of(arguments[2]), rows.toPrettyString() + "\n");
  }

  private static void show(Event event) {
    if (event instanceof Event.Stage(String text)) {
      System.err.println(text);
    }
  }

  private Optional<ObjectNode> row(Language language, Path input)
      throws IOException, InterruptedException {
    String name = language.id().id();
    if (!Files.isDirectory(input.resolve("right"))) {
      System.out.printf("%-12s  left out: there is no folder %s%n", name, input.resolve("right"));
      return Optional.empty();
    }
    List<SourceFile> right = files(input.resolve("right"));
    List<SourceFile> tests = files(input.resolve("tests"));
    Usual usual = Usual.of(language, tests, this);
    try (Folder own = Folder.make();
        Folder plain = Folder.make()) {
      own.with(right).with(tests);
      plain.with(right).with(tests).with(usual.extra());
      return Optional.of(row(language, own.path(), tests, usual, plain.path()));
    } catch (ToolchainException e) {
      System.out.printf("%-12s  left out: %s%n", name, e.getMessage());
      return Optional.empty();
    }
  }

  private ObjectNode row(
      Language language, Path folder, List<SourceFile> tests, Usual usual, Path plain)
      throws IOException, InterruptedException {
    String name = language.id().id();
    List<Double> own = new ArrayList<>();
    List<Double> ahead = new ArrayList<>();
    List<Double> rival = new ArrayList<>();
    boolean works = true;
    // The first run of each fills caches and does not count.
    for (int i = 0; i <= runs; i++) {
      Job job = job(language, folder, tests);
      double cold = own(language, job, hone.sandbox());
      Optional<ReadyBox> box = job.ahead() ? hone.sandbox().ready(job) : Optional.empty();
      if (box.isPresent()) {
        // As while a model writes.
        Thread.sleep(LOADING);
        double warm = own(language, job, new Opened(box.get()));
        if (i > 0) {
          ahead.add(warm);
        }
      }
      double other = works ? plain(usual.command(), plain, language.toolchain()) : -1;
      works = other >= 0;
      if (i > 0) {
        own.add(cold);
        rival.add(other);
      }
    }
    ObjectNode row = new JsonMapper().createObjectNode();
    row.put("name", name).put("hone", median(own));
    if (works) {
      double ratio = median(rival) / median(own);
      row.put("rival", median(rival)).put("ratio", Math.round(ratio * 100) / 100.0);
      System.out.printf(
          Locale.ROOT, "%-12s  %6.3f  %7.3f  %5.2f%n", name, median(own), median(rival), ratio);
    } else {
      row.putNull("rival").putNull("ratio");
      System.out.printf(
          Locale.ROOT, "%-12s  %6.3f  failed: %s%n", name, median(own), usual.command());
    }
    if (!ahead.isEmpty()) {
      row.put("warm", median(ahead));
      if (works) {
        row.put("warm_of_rival", Math.round(100 * median(ahead) / median(rival)) / 100.0);
      }
      System.out.printf(
          Locale.ROOT,
          "  started ahead  %6.3f, %4.2f of the usual command%n",
          median(ahead),
          works ? median(ahead) / median(rival) : 0);
    }
    return row.put("runs", runs).put("command", usual.shown());
  }

  private record Opened(ReadyBox box) implements Sandbox {
    @Override
    public String mode() {
      return "opened";
    }

    @Override
    public Execution run(Job job) throws InterruptedException {
      return box.run(job).orElseThrow();
    }
  }

  private static Job job(Language language, Path folder, List<SourceFile> tests) {
    Toolchain toolchain = language.toolchain();
    var invocation = language.tests(tests.stream().map(SourceFile::path).toList(), "m4rk");
    return new Job(
            invocation.command(),
            toolchain.environment(),
            folder,
            toolchain.readOnly(),
            invocation.input(),
            Limits.defaults().withTime(Duration.ofMinutes(5)))
        .withAhead(invocation.ahead());
  }

  Path junit() {
    return junit;
  }

  Path typeScript(Path node) {
    return new TypeScriptPackages(hone.cacheFolder(), LanguageBenchmark::show)
        .folder(node)
        .resolve("typescript");
  }

  private static double own(Language language, Job job, Sandbox sandbox)
      throws InterruptedException {
    long start = System.nanoTime();
    Execution execution = sandbox.run(job);
    double seconds = since(start);
    TestReport report = language.report(execution.stdout(), execution.stderr(), "m4rk");
    boolean passed =
        report.complete()
            && !report.cases().isEmpty()
            && report.cases().stream().allMatch(one -> one.state() == State.PASSED);
    if (!passed) {
      throw new IllegalStateException(
          "the right solution in %s did not pass: %s%s%s"
              .formatted(language.id().id(), report, execution.stdout(), execution.stderr()));
    }
    return seconds;
  }

  private static double plain(String command, Path folder, Toolchain toolchain)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    toolchain.readOnly().stream()
        .filter(site -> Files.isDirectory(site.resolve("pytest")))
        .findFirst()
        .ifPresent(site -> builder.environment().put("PYTHONPATH", site.toString()));
    long start = System.nanoTime();
    int exit = builder.start().waitFor();
    return exit == 0 ? since(start) : -1;
  }

  private static List<SourceFile> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<SourceFile> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        found.add(new SourceFile(folder.relativize(file).toString(), Files.readString(file)));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double median(List<Double> seconds) {
    double middle = seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    return Math.round(middle * 1000) / 1000.0;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
