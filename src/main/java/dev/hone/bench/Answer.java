package dev.hone.bench;

import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.plan.Plan;
import dev.hone.result.Ending;
import dev.hone.result.Failure;
import dev.hone.result.Usage;
import dev.hone.suite.TestFile;
import java.util.List;
import java.util.Optional;

/// What a strategy made of a problem.
///
/// @param files its code; empty where there is none
/// @param passed whether it calls the code passed
/// @param verdict its own verdict; empty where it judges nothing itself
/// @param ending why it ended
/// @param usage what it spent on the model
/// @param failure why it has no right code, as far as it knows
/// @param beside what else is measured of it, where it is not the code alone
record Answer(
    List<SourceFile> files,
    boolean passed,
    String verdict,
    Ending ending,
    Usage usage,
    Failure failure,
    Optional<Beside> beside) {
  Answer {
    files = List.copyOf(files);
  }

  /// Makes an answer of which nothing else is known.
  Answer(List<SourceFile> files, boolean passed, String verdict, Ending ending, Usage usage) {
    this(files, passed, verdict, ending, usage, Failure.NONE, Optional.empty());
  }

  /// An answer that says what it stands on.
  ///
  /// @param language the language that the strategy took for the one that was asked for
  /// @param grounds what it stands on
  /// @param candidates the different pieces of code that it was chosen from; none where they are
  ///   not known
  /// @param kept the generated tests that it passes; empty where nobody kept tests
  record Founded(
      LanguageId language,
      Item.Grounds grounds,
      List<List<SourceFile>> candidates,
      Optional<Tests> kept)
      implements Beside {
    Founded {
      candidates = List.copyOf(candidates);
    }
  }

  /// An answer before and after its corrections by rule.
  ///
  /// @param files its code before; empty where there was none
  /// @param verdict the verdict of that code by the examples of the requirement
  /// @param fault the first fault of that code that the tools name, not a wrong answer alone: what
  ///   kept it from building or loading, or the name that it lacked; empty where there is none
  /// @param left the first such fault of the corrected code
  /// @param rules the rules that changed something, in order; often empty
  record Unmended(
      List<SourceFile> files, String verdict, String fault, String left, List<String> rules)
      implements Beside {
    Unmended {
      files = List.copyOf(files);
      rules = List.copyOf(rules);
    }
  }

  /// Tests without a solution: written in place of code, or kept beside it.
  ///
  /// @param language their language
  /// @param plan what they were written by
  /// @param files the tests; none where the reply holds none
  record Tests(Language language, Plan plan, List<TestFile> files) implements Beside {
    Tests {
      files = List.copyOf(files);
    }
  }

  /// What is measured of an answer beside its code.
  sealed interface Beside permits Founded, Unmended, Tests {}
}
