package dev.hone.runlog.stats;

import java.time.LocalDate;
import java.util.List;

/// One prompt with its versions.
///
/// @param name the prompt's name, such as `candidate/write`
/// @param versions its versions, the one used latest first; never empty
/// @param contrasts the latest version against each earlier one, in the same order
public record PromptReport(String name, List<Version> versions, List<Contrast> contrasts) {
  /// Copies the lists.
  public PromptReport {
    versions = List.copyOf(versions);
    contrasts = List.copyOf(contrasts);
  }

  /// One version of a prompt.
  ///
  /// @param hash its hash
  /// @param last the day on which the latest run with it began, in UTC
  /// @param runs runs in which the model was asked with it
  /// @param failed those that failed
  /// @param weak the types in which it fails more often than elsewhere, and not by chance
  public record Version(String hash, LocalDate last, int runs, int failed, List<WeakType> weak) {
    /// Copies the list.
    public Version {
      weak = List.copyOf(weak);
    }

    /// {@return the share of runs that failed, 0 to 1; 0 where there are none}
    public double rate() {
      return runs == 0 ? 0 : (double) failed / runs;
    }

    /// {@return the 95 % interval of {@link #rate}}
    public Wilson interval() {
      return Wilson.of(failed, runs);
    }
  }

  /// A type in which a version is weak, in the languages and with the models that other types were
  /// asked with too.
  ///
  /// @param type the class of work
  /// @param runs runs of this type
  /// @param failed those that failed
  /// @param otherRuns runs of other types
  /// @param otherFailed those that failed
  /// @param chance how likely so great a difference is by chance, 0 to 1, languages and models
  ///   taken into account
  /// @param examples identifiers of the latest failed runs of this type, three at most
  public record WeakType(
      String type,
      int runs,
      int failed,
      int otherRuns,
      int otherFailed,
      double chance,
      List<String> examples) {
    /// Copies the list.
    public WeakType {
      examples = List.copyOf(examples);
    }
  }

  /// The latest version against an earlier one, in the runs of the types, languages and models that
  /// both were used for.
  ///
  /// @param hash the latest version
  /// @param runs its runs
  /// @param failed those that failed
  /// @param otherHash the earlier version
  /// @param otherRuns its runs
  /// @param otherFailed those that failed
  /// @param chance how likely so great a difference is by chance, 0 to 1
  /// @param finding what that shows
  public record Contrast(
      String hash,
      int runs,
      int failed,
      String otherHash,
      int otherRuns,
      int otherFailed,
      double chance,
      Finding finding) {}

  /// What a contrast shows of the latest version.
  public enum Finding {
    /// It fails more rarely, and not by chance.
    BETTER("better"),
    /// It fails more often, and not by chance.
    WORSE("worse"),
    /// The difference may be chance.
    NO_DIFFERENCE("no difference shown"),
    /// There are too few runs to tell.
    TOO_FEW("too few runs");

    private final String id;

    Finding(String id) {
      this.id = id;
    }

    /// {@return the words used in data}
    public String id() {
      return id;
    }
  }
}
