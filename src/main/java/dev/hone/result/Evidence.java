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
public record Evidence(
    Basis basis,
    int givenPassed,
    int givenTotal,
    int ownPassed,
    int ownTotal,
    int setAside,
    MutationScore strength) {
  /// What a pass rests on, weakest first.
  public enum Basis {
    /// No test passed.
    NONE("none"),
    /// Only tests that Hone wrote.
    OWN("own"),
    /// Generated tests that candidates agree with.
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
