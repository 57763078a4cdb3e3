package dev.hone.plan;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Picks the sentences of a requirement that state a rule.
final class RuleSentences {
  private static final int MOST = 6;
  private static final int LONGEST = 200;
  private static final Pattern END =
      Pattern.compile("(?<=[.!?;。])\\s+|\\n\\s*\\n|\\n\\s*[-*•]\\s+");
  private static final Pattern RULE =
      Pattern.compile(
          "(?iu)\\b(?:must|should|shall|raises?|throws?|returns?|if|when|otherwise|unless|ignor\\w+|round\\w*|ties?|order\\w*|only|at most|at least|never|always|not|without|case|empty|each|every|keeps?|muss|soll|wenn|debe|si|doit)\\b");
  private static final Pattern CODE =
      Pattern.compile(">>>|```|==|=>|^\\s*(?:def|class|function|const|import|assert|\\|)");

  private RuleSentences() {}

  /// {@return the sentences, each on one line}
  ///
  /// @param text the requirement
  static List<String> read(String text) {
    return Arrays.stream(END.split(text.substring(0, Math.min(text.length(), 20_000)), -1))
        .map(sentence -> sentence.strip().replaceAll("\\s+", " "))
        .filter(s -> !s.isEmpty() && s.length() <= LONGEST && !CODE.matcher(s).find())
        .filter(s -> RULE.matcher(s).find())
        .distinct()
        .limit(MOST)
        .toList();
  }
}
