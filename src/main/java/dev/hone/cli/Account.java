package dev.hone.cli;

import dev.hone.model.Cost;
import dev.hone.requirement.LanguageChoice;
import dev.hone.result.Attempt;
import dev.hone.result.Confidence;
import dev.hone.result.Evidence;
import dev.hone.result.Result;
import dev.hone.result.Usage;
import dev.hone.sandbox.landlock.Unsandboxed;
import dev.hone.suite.Origin;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.mutation.MutationScore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The short account of a run for a person.
final class Account {
  private static final int MOST_ERRORS = 10;

  private Account() {}

  /// {@return how a run ended that did not pass, one line}
  static String ending(Result result) {
    return "hone: %s; hone show %s has the rest".formatted(verdict(result), result.runId());
  }

  static String of(Result result) {
    StringBuilder text = new StringBuilder("\n");
    line(text, "language", language(result.language()));
    if (result.sandbox().equals(Unsandboxed.MODE)) {
      line(text, "sandbox", Unsandboxed.MODE + " (limits only)");
    }
    line(text, "verdict", verdict(result));
    line(text, "tests", result.best().map(Account::tests).orElse("none"));
    if (result.evidence().setAside() > 0) {
      line(
          text, "set aside", result.evidence().setAside() + " generated, no candidate passes them");
    }
    MutationScore strength = result.evidence().strength();
    if (strength.mutants() > 0) {
      line(
          text,
          "strength",
          "the tests notice %d of %d small faults put into the code"
              .formatted(strength.killed(), strength.mutants()));
    }
    Evidence.Consensus consensus = result.evidence().consensus();
    if (consensus.compared() > 1) {
      line(
          text,
          "consensus",
          "%d of %d different candidates do the same for further calls"
              .formatted(consensus.alike(), consensus.compared()));
    }
    if (result.passed()) {
      Confidence.of(result.evidence())
          .ifPresent(confidence -> line(text, "certainty", words(confidence)));
    }
    line(text, "rounds", rounds(result));
    line(text, "tokens", tokens(result.usage()));
    if (Costs.isWorthALine(result.usage().cost())) {
      line(text, "cost", cost(result.usage().cost()));
    }
    line(text, "seconds", String.format(Locale.ROOT, "%.1f", result.time().toMillis() / 1000.0));
    line(text, "run", result.runId() + "  (hone show " + result.runId() + ")");
    if (!result.passed()) {
      result.best().ifPresent(best -> text.append(errors(best.judgement().errors())));
      text.append(doubts(result.doubted()));
    }
    return text.toString();
  }

  /// {@return passed of all, by origin, most trusted first}
  static String tests(Attempt attempt) {
    List<TestOutcome> outcomes = attempt.judgement().outcomes();
    String counts =
        Arrays.stream(Origin.values())
            .map(origin -> outcomes.stream().filter(test -> test.origin() == origin).toList())
            .filter(tests -> !tests.isEmpty())
            .map(
                tests ->
                    "%s %d/%d"
                        .formatted(
                            name(tests.getFirst().origin()),
                            tests.stream().filter(TestOutcome::passed).count(),
                            tests.size()))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "none ran" : counts;
  }

  private static String name(Origin origin) {
    return switch (origin) {
      case USER -> "given";
      case TEXT, AGREED, GENERATED -> origin.id();
    };
  }

  private static String words(Confidence confidence) {
    return "%s, %d %% of such passes were right"
        .formatted(confidence.word(), Math.round(confidence.value() * 100));
  }

  private static String rounds(Result result) {
    int attempts = result.attempts().size();
    return result.rounds() == attempts
        ? Integer.toString(attempts)
        : "%d, %d attempts".formatted(result.rounds(), attempts);
  }

  private static String language(LanguageChoice choice) {
    return choice.language().id()
        + switch (choice.by()) {
          case OPTION -> " (as asked)";
          case FILE -> " (by the file " + choice.why() + ")";
          case RULE -> " (named in the text)";
          case MODEL -> " (chosen by the model)";
          case DEFAULT -> " (nothing said otherwise)";
        };
  }

  private static String tokens(Usage usage) {
    String tokens = "%d in, %d out".formatted(usage.promptTokens(), usage.completionTokens());
    if (usage.thinkingTokens() > 0) {
      tokens += ", %d of them thinking".formatted(usage.thinkingTokens());
    }
    if (usage.retries() > 0) {
      tokens +=
          " (%d failed requests may be billed too and are counted)".formatted(usage.retries());
    }
    return tokens;
  }

  private static String cost(Cost cost) {
    return switch (cost) {
      case Cost.Known _ -> Costs.of(cost);
      case Cost.Unknown _ -> "unknown; [prices] in config.toml can say what the model takes";
    };
  }

  private static String verdict(Result result) {
    String verdict =
        result.best().map(best -> best.judgement().verdict().id()).orElse("no attempt");
    String trust =
        result.passed()
            ? switch (result.evidence().basis()) {
              case GIVEN -> "passes the tests that were given";
              case AGREED -> "passes tests that candidates agree with";
              case OWN -> "passes only tests that hone wrote itself";
              case NONE -> "no test stands behind it";
            }
            : "not passed, ended with " + result.ending().id();
    return verdict + " (" + trust + ")";
  }

  private static String errors(List<String> errors) {
    if (errors.isEmpty()) {
      return "";
    }
    String shown =
        errors.stream()
            .limit(MOST_ERRORS)
            .map(error -> "  " + error.strip().replace("\n", "\n    ") + "\n")
            .collect(Collectors.joining());
    int more = errors.size() - MOST_ERRORS;
    return "remaining errors of the best attempt:\n"
        + shown
        + (more > 0 ? "  and " + more + " more\n" : "");
  }

  private static String doubts(List<TestOutcome> doubted) {
    return doubted.isEmpty()
        ? ""
        : """
          no candidate meets %s, and one meets all other examples. If that is not what is meant, write the
          call and its result on a line of their own, or leave the example out:
          """
                .formatted(
                    doubted.size() == 1
                        ? "an example of the requirement"
                        : doubted.size() + " examples of the requirement")
            + doubted.stream()
                .map(test -> "  %s: %s\n".formatted(test.name(), test.message().strip()))
                .collect(Collectors.joining());
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-9s %s\n", name, value));
  }
}
