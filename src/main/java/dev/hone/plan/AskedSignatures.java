package dev.hone.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells which signatures a requirement asks for word by word, so that code which declares
/// something else is wrong. A plan also holds signatures that a model proposed and those of code
/// that is to be changed; nobody asked for these.
public final class AskedSignatures {
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?i)(?:^|[.:;!?] )(?:please )?(?:change|rewrite|refactor|modify|extend|fix|make)"
              + " |\\b(?:existing|currently|instead of)\\b");

  private AskedSignatures() {}

  /// {@return the signatures of a plan that stand in the text as they are, each under the only
  /// signature that the text has for its name, and without a body; none where the text speaks of
  /// changing code}
  ///
  /// @param text the requirement
  /// @param plan its plan
  public static List<String> in(String text, Plan plan) {
    String flat = flat(text);
    return CHANGE.matcher(flat).find()
        ? List.of()
        : plan.signatures().stream().filter(signature -> isAsked(flat, flat(signature))).toList();
  }

  private static boolean isAsked(String text, String signature) {
    int named = signature.indexOf('(');
    if (named < 0) {
      return false;
    }
    String head = Pattern.quote(signature.substring(0, named));
    Matcher declared = Pattern.compile("(?<!\\w)" + head + "\\s?[(<\\[]").matcher(text);
    boolean found = false;
    while (declared.find()) {
      if (!text.startsWith(signature, declared.start())
          || text.startsWith("{", afterBlanks(text, declared.start() + signature.length()))) {
        return false;
      }
      found = true;
    }
    return found;
  }

  private static int afterBlanks(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
