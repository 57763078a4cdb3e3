package dev.hone.result;

import dev.hone.verdict.mutation.MutationScore;

/// How far a pass can be trusted.
///
/// @param basis the strongest kind of test that stands behind the best attempt
/// @param givenPassed tests of the user or the text that passed
/// @param givenTotal tests of the user or the text
/// @param ownPassed generated tests that passed
/// @param ownTotal generated tests
/// @param setAside generated tests that were doubted and not counted
/// @param strength how many small faults in the code those tests notice
/// @param consensus how many candidates do what the best attempt does
public record Evidence(
    Basis basis,
    int givenPassed,
    int givenTotal,
    int ownPassed,
    int ownTotal,
    int setAside,
    MutationScore strength,
    Consensus consensus) {
  /// How the results of candidates for further calls compare. Nobody knows what these calls should
  /// return; who does as most others do is likelier right.
  ///
  /// @param compared how many different candidates that pass all that was given were compared, the
  ///   best attempt among them; 0 where none were
  /// @param alike how many of them do the same as the best attempt for every call, itself counted
  public record Consensus(int compared, int alike) {
    /// Nothing was compared.
    public static final Consensus NONE = new Consensus(0, 0);

    /// {@return whether different candidates were compared with the best attempt, and none of them
    /// does what it does}
    public boolean isAlone() {
      return compared > 1 && alike < 2;
    }
  }

  /// What a pass rests on, weakest first.
  public enum Basis {
    /// No test passed.
    NONE("none"),
    /// Only tests that Hone wrote.
    OWN("own"),
    /// Three or more generated tests that candidates agree with.
    AGREED("agreed"),
    /// Tests of the user or the text.
    GIVEN("given");

    private final String id;

    Basis(String id) {
      this.id = id;
    }

    /// {@return the name used in data and after `--require`}
    public String id() {
      return id;
    }

    /// {@return whether this is as strong as what is required, or stronger}
    ///
    /// @param required the least that counts
    public boolean reaches(Basis required) {
      return this != NONE && compareTo(required) >= 0;
    }
  }
}
