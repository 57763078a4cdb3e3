package dev.hone.verdict;

import dev.hone.language.Diagnostic;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Limits;
import dev.hone.scan.Finding;
import java.util.List;

/// Words for what is wrong, short enough for a small model and exact enough for a person.
final class Errors {
  private static final int MOST = 8;
  // A line of data would fill the prompt and tells no more than its beginning.
  private static final int LONGEST_LINE = 160;

  private Errors() {}

  static List<String> ofFindings(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                "%s:%d: %s (%s): %s"
                    .formatted(
                        finding.path(),
                        finding.line(),
                        finding.call(),
                        finding.rule(),
                        finding.why()))
        .toList();
  }

  // The first faults cause the later ones; a long list hides them from a small model.
  static List<String> ofDiagnostics(List<Diagnostic> diagnostics) {
    return diagnostics.stream().limit(MOST).map(Errors::line).toList();
  }

  private static String cut(String source) {
    return source.length() <= LONGEST_LINE ? source : source.substring(0, LONGEST_LINE) + "…";
  }

  static String ofOutcome(TestOutcome outcome) {
    return "%s %s%s"
        .formatted(
            outcome.name(),
            outcome.outcome().id(),
            outcome.message().isEmpty() ? "" : ": " + outcome.message());
  }

  static String ofLimit(String what, Execution execution, Limits limits) {
    String limit =
        switch (execution.limit()) {
          case WALL -> "%d s by the clock".formatted(limits.wall().toSeconds());
          case CPU -> "%d s of processor time".formatted(limits.cpu().toSeconds());
          case MEMORY -> "%d MiB of memory".formatted(limits.memoryBytes() >> 20);
          case OUTPUT -> "%d KiB of output".formatted(limits.outputBytes() >> 10);
          case PROCESSES -> "%d processes".formatted(limits.processes());
          case FILES -> "%d open files".formatted(limits.openFiles());
          case FILE_SIZE -> "%d MiB for one file".formatted(limits.fileBytes() >> 20);
          case DISK -> "%d MiB of disk".formatted(limits.diskBytes() >> 20);
          case INODES -> "%d files and folders".formatted(limits.inodes());
          case NONE -> throw new IllegalArgumentException("no limit was reached");
        };
    return what + " used up its limit of " + limit;
  }

  private static String line(Diagnostic diagnostic) {
    String place =
        diagnostic.path().isEmpty()
            ? ""
            : diagnostic.line() == 0
                ? diagnostic.path() + ": "
                : diagnostic.path() + ":" + diagnostic.line() + ": ";
    String code = diagnostic.code().isEmpty() ? "" : diagnostic.code() + ": ";
    String source =
        diagnostic.sourceLine().isBlank() ? "" : "\n    " + cut(diagnostic.sourceLine().strip());
    return place + code + diagnostic.message() + source;
  }
}
