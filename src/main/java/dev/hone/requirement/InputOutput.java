package dev.hone.requirement;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.LanguageId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Examples in blocks of input and output, for a requirement with one function.
final class InputOutput {
  private static final Pattern PAIR =
      Pattern.compile(
          "(?im)^[ \\t>*/#-]*\\**(?:sample |example )?(?:input|eingabe|entrada|entrée)[ \\d]*:?\\**:?[ \\t]*(\\S[^\\n]*)\\n\\s*"
              + "[ \\t>*/#-]*\\**(?:sample |example )?(?:output|ausgabe|salida|saída|sortie|expected|returns?|result)[ \\d]*:?\\**:?[ \\t]*(?=\\S)");
  private static final Pattern FOR =
      Pattern.compile(
          "(?i)\\b(?:for|given|with)[ \\t]+((?:`?[a-z_]\\w*`?[ \\t]*=[ \\t]*[^=\\n]+?)+)[ \\t]*,?[ \\t]+(?:the[ \\t]+)?(?:output|result|answer|return value|function)[ \\t]+(?:(?:should|must|will)[ \\t]+(?:be|return)|is|returns)[ \\t]+`?(?=[^\\s`])");
  private static final Pattern NAMED =
      Pattern.compile("(?:^|(?<=,))\\s*[A-Za-z_]\\w*\\s*=\\s*(?!=)");

  private final Literals literals;

  InputOutput(LanguageId language) {
    this.literals = new Literals(language);
  }

  /// {@return the examples of a text}
  ///
  /// @param text a text without its doctests
  /// @param function the only function
  List<Example> read(String text, String function) {
    List<Example> found = new ArrayList<>();
    read(PAIR.matcher(text), text, function, found);
    read(FOR.matcher(text), text, function, found);
    return found;
  }

  private void read(Matcher pair, String text, String function, List<Example> found) {
    while (pair.find()) {
      String input = pair.group(1).strip().replaceAll("^`|`$", "");
      int start = pair.end() + (text.startsWith("`", pair.end()) ? 1 : 0);
      int end = literals.end(text, start);
      String arguments = arguments(input);
      boolean alone =
          end != Literals.NONE && text.substring(end).matches("(?s)[`.;,]{0,2}[ \\t]*(?:\\n.*|because.*)?");
      if (alone && !arguments.isEmpty()) {
        found.add(
            new Example(
                Kind.RETURNS,
                List.of(),
                function + "(" + arguments + ")",
                text.substring(start, end),
                text.substring(pair.start(), end).strip()));
      }
    }
  }

  /// {@return the arguments in a line of input, without their names; empty where one is no value}
  private String arguments(String input) {
    String bare = NAMED.matcher(input).replaceAll("");
    List<String> values = new ArrayList<>();
    int at = Literals.blank(bare, 0, false);
    while (at < bare.length()) {
      int end = literals.end(bare, at);
      if (end == Literals.NONE) {
        return "";
      }
      values.add(bare.substring(at, end));
      at = Literals.blank(bare, end, false);
      if (at < bare.length() && bare.charAt(at) != ',') {
        return "";
      }
      at = Literals.blank(bare, at + 1, false);
    }
    return String.join(", ", values);
  }
}
