package dev.hone.language.runner;

import dev.hone.language.Diagnostic;
import dev.hone.language.Invocation;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A folder in which files that were written for these tests, by people, are run by a language's
/// own commands and with nothing but its own environment.
public final class Workbench {
  private static final String MARK = "m4rk";

  private final Language language;
  private final Path folder;

  /// Makes a workbench.
  ///
  /// @param language the language whose commands run
  /// @param folder an empty folder to work in
  public Workbench(Language language, Path folder) {
    this.language = language;
    this.folder = folder;
  }

  /// How a command ended.
  ///
  /// @param exit its exit code
  /// @param output its standard output
  /// @param errors its standard error
  public record Run(int exit, String output, String errors) {}

  /// {@return this workbench with one more file}
  ///
  /// @param path where it stands
  /// @param content its text
  public Workbench with(String path, String content) {
    return with(new SourceFile(path, content));
  }

  /// {@return this workbench with one more file}
  ///
  /// @param file the file
  public Workbench with(SourceFile file) {
    try {
      Path target = folder.resolve(file.path());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.content());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return what running test files reported}
  ///
  /// @param testPaths the test files
  public TestReport report(String... testPaths) {
    Run run = run(language.tests(List.of(testPaths), MARK));
    return language.report(run.output(), run.errors(), MARK);
  }

  /// {@return what the gate found}
  ///
  /// @param paths the files to check
  public List<Diagnostic> gate(String... paths) {
    Run run = run(language.gate(List.of(paths)).orElseThrow());
    return language.diagnostics(run.exit(), run.output(), run.errors());
  }

  /// {@return how the test command itself ended}
  ///
  /// @param testPaths the test files
  public Run tests(String... testPaths) {
    return run(language.tests(List.of(testPaths), MARK));
  }

  private Run run(Invocation invocation) {
    try {
      Path output = Files.createTempFile("hone", ".out");
      Path errors = Files.createTempFile("hone", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(invocation.command())
              .directory(folder.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().clear();
      builder.environment().putAll(language.toolchain().environment());
      Process process = builder.start();
      try (var input = process.getOutputStream()) {
        input.write(invocation.input().getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running after a minute: " + invocation.command());
      }
      Run run = new Run(process.exitValue(), Files.readString(output), Files.readString(errors));
      Files.delete(output);
      Files.delete(errors);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
