package dev.hone.verdict;

import dev.hone.language.Invocation;
import dev.hone.language.Language;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import dev.hone.language.Toolchain;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.suite.TestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A private folder with a candidate's files, whose content each run in the sandbox starts from. It
/// is gone after {@link #close}.
final class Workspace implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Language language;
  private final Sandbox sandbox;
  private final Limits limits;
  private final Path folder;

  Workspace(Language language, Sandbox sandbox, Limits limits) {
    this.language = language;
    this.sandbox = sandbox;
    this.limits = limits;
    try {
      folder = Files.createTempDirectory("hone-work-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Language language() {
    return language;
  }

  Limits limits() {
    return limits;
  }

  void write(SourceFile file) {
    try {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // In some languages all files of a folder are compiled together; the next test file must not meet
  // this one.
  private void remove(SourceFile file) {
    try {
      Files.deleteIfExists(folder.resolve(file.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FileRun test(TestFile file) throws InterruptedException {
    String mark = mark();
    Observation observation =
        language.observation(file.file()).orElseGet(() -> new Observation(file.file(), Map.of()));
    write(observation.file());
    Execution execution = run(language.tests(List.of(observation.file().path()), mark));
    remove(observation.file());
    TestReport report = language.report(execution.stdout(), execution.stderr(), mark);
    return new FileRun(file, observation, execution, report, limits);
  }

  Execution run(Invocation invocation) throws InterruptedException {
    return sandbox.run(job(language, invocation, folder, limits));
  }

  static Job job(Language language, Invocation invocation, Path folder, Limits limits) {
    Toolchain toolchain = language.toolchain();
    return new Job(
            invocation.command(),
            toolchain.environment(),
            folder,
            toolchain.readOnly(),
            invocation.input(),
            limits)
        .withAhead(invocation.ahead());
  }

  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mark() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
