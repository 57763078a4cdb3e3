package dev.hone.verdict.mutation;

/// How many faults the tests noticed.
///
/// @param killed faults that at least one test noticed
/// @param mutants faults that were tried; 0 where none could be
public record MutationScore(int killed, int mutants) {
  /// What is known where nothing was tried.
  public static final MutationScore NONE = new MutationScore(0, 0);

  /// Checks the counts.
  ///
  /// @throws IllegalArgumentException if more were noticed than tried
  public MutationScore {
    if (killed < 0 || killed > mutants) {
      throw new IllegalArgumentException("%d of %d faults".formatted(killed, mutants));
    }
  }
}
