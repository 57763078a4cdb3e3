package dev.hone.verdict;

import dev.hone.language.SourceFile;
import dev.hone.sandbox.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// How candidates are judged.
///
/// @param limits what each run in the sandbox may use
/// @param allowed rules of the scan that are permitted, by identifier
/// @param beside files of a person that code and tests may import; they are not scanned, and a file
///   of the candidate goes before one of the same path
public record JudgeSettings(Limits limits, Set<String> allowed, List<SourceFile> beside) {
  private static final Duration BRIEF = Duration.ofSeconds(5);

  /// Copies the collections.
  public JudgeSettings {
    allowed = Set.copyOf(allowed);
    beside = List.copyOf(beside);
  }

  /// Makes settings without files beside the code.
  ///
  /// @param limits what each run in the sandbox may use
  /// @param allowed rules of the scan that are permitted, by identifier
  public JudgeSettings(Limits limits, Set<String> allowed) {
    this(limits, allowed, List.of());
  }

  /// {@return the same with other limits}
  ///
  /// @param other what each run may use
  public JudgeSettings within(Limits other) {
    return new JudgeSettings(other, allowed, beside);
  }

  /// {@return the same for code that may not end: each run has 5 s of the processor's time at most}
  /// By that time, so that a busy machine is not taken for a fault.
  public JudgeSettings brief() {
    return limits.cpu().compareTo(BRIEF) > 0 ? within(limits.withCpu(BRIEF)) : this;
  }

  /// {@return the same with files beside the code}
  ///
  /// @param files what code and tests may import
  public JudgeSettings with(List<SourceFile> files) {
    return new JudgeSettings(limits, allowed, files);
  }
}
