package dev.hone.bench;

import dev.hone.failure.UsageException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Draws the problems of a run. A draw depends on the word and on the names of the problems alone:
/// it is the same on every machine, and a larger one holds the smaller one.
final class Selector {
  private final BenchRequest.Selection selection;

  Selector(BenchRequest.Selection selection) {
    this.selection = selection;
  }

  /// {@return the sets with the problems of the language that was asked for; sets that have none
  /// are left out}
  ///
  /// @throws UsageException if there is nothing left
  List<ProblemSet> inLanguage(List<ProblemSet> sets) {
    List<ProblemSet> left =
        sets.stream()
            .map(set -> set.with(set.problems().stream().filter(this::isInLanguage).toList()))
            .filter(set -> !set.problems().isEmpty())
            .toList();
    if (left.isEmpty()) {
      throw new UsageException(
          "the suites hold no problem in %s; leave --language out to run them all"
              .formatted(selection.language()));
    }
    return left;
  }

  /// {@return the sets with the problems that were drawn, in the order of the file}
  List<ProblemSet> draw(List<ProblemSet> sets) {
    return sets.stream().map(this::draw).toList();
  }

  private ProblemSet draw(ProblemSet set) {
    Stream<Problem> problems = set.problems().stream();
    if (!selection.sample().isEmpty()) {
      problems = problems.sorted(Comparator.comparing(this::lot));
    }
    if (selection.limit() > 0) {
      problems = problems.limit(selection.limit());
    }
    return set.with(problems.sorted(Comparator.comparingInt(Problem::index)).toList());
  }

  private boolean isInLanguage(Problem problem) {
    return selection.language().isEmpty() || problem.language().id().equals(selection.language());
  }

  private String lot(Problem problem) {
    try {
      byte[] text = (selection.sample() + "\n" + problem.id()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
