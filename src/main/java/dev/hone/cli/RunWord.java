package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A run as a person names it on the command line.
final class RunWord {
  private RunWord() {}

  /// {@return the first word after the command: the identifier of a run}
  static PositionalParamSpec spec() {
    return word(0, "ID", "the run's identifier, or a beginning that no other run has");
  }

  /// {@return a word that has to be there}
  static PositionalParamSpec word(int place, String name, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(name)
        .arity("1")
        .required(true)
        .index(Integer.toString(place))
        .type(String.class)
        .description(description)
        .build();
  }

  /// {@return a word that has to be there, and is one of a few}
  ///
  /// @param words what shells complete, and what is suggested for a slip
  static PositionalParamSpec word(
      int place, String name, String description, Collection<String> words) {
    return PositionalParamSpec.builder(word(place, name, description))
        .completionCandidates(List.copyOf(words))
        .build();
  }

  /// {@return the run with this identifier}
  ///
  /// @throws UsageException if there is none, or several begin so
  static RunRecord find(RunLog log, String id) {
    return log.find(id).orElseThrow(() -> unknown(id));
  }

  /// {@return the whole identifier of the run that begins so}
  ///
  /// @throws UsageException if there is none, or several begin so
  static String identify(RunLog log, String id) {
    return log.identify(id).orElseThrow(() -> unknown(id));
  }

  private static UsageException unknown(String id) {
    return new UsageException("no run has the identifier '%s'; hone runs lists them".formatted(id));
  }
}
