package dev.hone.bench;

import dev.hone.result.Evidence;
import dev.hone.result.Failure;
import dev.hone.suite.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What came of one problem.
///
/// @param suite the file's name without its ending
/// @param index the problem's position in the file, from 0
/// @param language the identifier of its language
/// @param type its class of work; empty where the file names none
/// @param solved whether the hidden check ended with 0
/// @param passed whether the strategy called it passed
/// @param verdict the strategy's own verdict; empty where it came to none
/// @param ended why the strategy ended
/// @param check the verdict of the hidden check; empty where there was no code to check
/// @param failure why it was not solved; none where it was, and where nobody asked a model for code
/// @param promptTokens tokens read, cached ones counted
/// @param completionTokens tokens generated
/// @param time how long the strategy took; where no model is asked, how long the check took; whole
///   milliseconds
/// @param measured what else was measured than whether the code is right
public record Item(
    String suite,
    int index,
    String language,
    String type,
    boolean solved,
    boolean passed,
    String verdict,
    String ended,
    String check,
    Failure failure,
    long promptTokens,
    long completionTokens,
    Duration time,
    Optional<Measured> measured) {
  /// {@return the measurements of a kind, one or none}
  ///
  /// @param <M> the kind
  /// @param kind the kind
  public <M extends Measured> Optional<M> measured(Class<M> kind) {
    return measured.filter(kind::isInstance).map(kind::cast);
  }

  /// {@return tokens read and generated}
  public long tokens() {
    return promptTokens + completionTokens;
  }

  /// Cuts the time to what is kept in files, so that an item read again equals the one written.
  public Item {
    time = Duration.ofMillis(time.toMillis());
  }

  /// What is measured beside the code of an answer.
  public sealed interface Measured permits RuleMending, HeldTests, Grounds {}

  /// What an answer stands on.
  ///
  /// @param testPromptTokens tokens read where tests were asked for, part of the item's
  /// @param testCompletionTokens tokens generated there
  /// @param candidates how many different pieces of code were judged
  /// @param basis the strongest kind of test that stands behind the answer
  /// @param tests how the tests of each origin went, most trusted first; none where none ran
  /// @param setAside generated tests that were doubted and not counted
  /// @param consensus how many different candidates were compared by what they do for further
  ///   calls, and how many of them do as the answer does
  /// @param right how many of the candidates the hidden check finds right; empty where the others
  ///   were not checked
  /// @param kept how those generated tests that stand behind the answer fare with the right
  ///   solution; empty where the problem has no right solution, or where nobody kept tests
  public record Grounds(
      long testPromptTokens,
      long testCompletionTokens,
      int candidates,
      Evidence.Basis basis,
      List<Tally> tests,
      int setAside,
      Evidence.Consensus consensus,
      OptionalInt right,
      Optional<HeldTests> kept)
      implements Measured {
    /// Copies the list.
    public Grounds {
      tests = List.copyOf(tests);
    }

    /// Makes grounds whose candidates were not checked.
    Grounds(
        long testPromptTokens,
        long testCompletionTokens,
        int candidates,
        Evidence.Basis basis,
        List<Tally> tests,
        int setAside,
        Evidence.Consensus consensus) {
      this(
          testPromptTokens,
          testCompletionTokens,
          candidates,
          basis,
          tests,
          setAside,
          consensus,
          OptionalInt.empty(),
          Optional.empty());
    }

    /// {@return the same where so many of the candidates are right}
    Grounds withRight(int number) {
      return new Grounds(
          testPromptTokens,
          testCompletionTokens,
          candidates,
          basis,
          tests,
          setAside,
          consensus,
          OptionalInt.of(number),
          kept);
    }

    /// {@return the same whose generated tests fare so with the right solution}
    Grounds withKept(HeldTests tests) {
      return new Grounds(
          testPromptTokens,
          testCompletionTokens,
          candidates,
          basis,
          this.tests,
          setAside,
          consensus,
          right,
          Optional.of(tests));
    }

    /// {@return tokens read and generated where tests were asked for}
    public long testTokens() {
      return testPromptTokens + testCompletionTokens;
    }

    /// The tests of one origin.
    ///
    /// @param origin where they come from
    /// @param passed how many of them passed
    /// @param total how many there were
    public record Tally(Origin origin, int passed, int total) {}
  }

  /// How tests that nobody gave fare with the right solution.
  ///
  /// @param written how many were written
  /// @param right how many of them the right solution passes
  /// @param errors how many of those written ask for an error
  /// @param rightErrors how many of these the right solution passes
  public record HeldTests(int written, int right, int errors, int rightErrors)
      implements Measured {}

  /// What rules made of an answer.
  ///
  /// @param verdict the verdict before, by the examples of the requirement
  /// @param check the verdict of the hidden check before; empty where there was no code
  /// @param fault why the code did not build or load before, or the asked name that it lacked;
  ///   empty where it had no such fault
  /// @param left the same after
  /// @param rules the rules that changed something, in order; often empty
  public record RuleMending(
      String verdict, String check, String fault, String left, List<String> rules)
      implements Measured {
    /// Copies the list.
    public RuleMending {
      rules = List.copyOf(rules);
    }

    /// {@return whether there was a fault before}
    public boolean faulty() {
      return !fault.isEmpty();
    }

    /// {@return whether there is a fault after}
    public boolean stillFaulty() {
      return !left.isEmpty();
    }
  }
}
