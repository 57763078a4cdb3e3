package dev.hone.cli;

import dev.hone.failure.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what was wrong with the words of a command, and what to type instead.
final class WrongUse {
  private WrongUse() {}

  static String message(CommandSpec spec, String[] words, ParameterException wrong) {
    String help = "; hone %s --help lists what there is".formatted(spec.name());
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      return unmatched(spec, word) + help;
    }
    if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      // A mistyped option is why the right one is missing.
      Optional<String> mistyped = Arrays.stream(words).filter(w -> isUnknown(spec, w)).findFirst();
      if (mistyped.isPresent()) {
        return unmatched(spec, mistyped.get()) + help;
      }
      return "hone %s needs %s%s".formatted(spec.name(), names(missing), help);
    }
    return String.valueOf(wrong.getMessage()) + help;
  }

  private static boolean isUnknown(CommandSpec spec, String word) {
    return word.startsWith("--")
        && word.length() > 2
        && !spec.optionsMap().containsKey(word.split("=", 2)[0]);
  }

  private static String unmatched(CommandSpec spec, String word) {
    if (!word.startsWith("-")) {
      return "'%s' is one word too many; put a text of several words in quotes".formatted(word);
    }
    String name = word.split("=", 2)[0];
    List<String> known = spec.options().stream().map(OptionSpec::longestName).sorted().toList();
    return "hone %s has no option %s".formatted(spec.name(), name)
        + Spelling.nearest(name, known).map(near -> "; did you mean " + near).orElse("");
  }

  private static String names(MissingParameterException missing) {
    return missing.getMissing().stream()
        .map(arg -> arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel())
        .reduce((a, b) -> a + " and " + b)
        .orElse("more words");
  }
}
