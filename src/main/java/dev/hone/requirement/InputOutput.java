package dev.hone.requirement;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.LanguageId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
  private static final Pattern RESULT_COLUMN =
      Pattern.compile(
          "(?i)\\|(?:(?![^|]*(?:call|example|expression))[^|]*\\|)+\\s*`?(?:results?|outputs?|returns?|expected|return value|expected (?:output|result)|value|ergebnis|resultado|sortie|f\\(.*\\))`?\\s*\\|?");
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
    table(text, function, found);
    return found;
  }

  private void read(Matcher pair, String text, String function, List<Example> found) {
    while (pair.find()) {
      String input = pair.group(1).strip().replaceAll("^`|`$", "");
      int start = pair.end() + (text.startsWith("`", pair.end()) ? 1 : 0);
      int end = literals.end(text, start);
      String arguments = arguments(input);
      boolean alone =
          end != Literals.NONE
              && text.substring(end).matches("(?s)[`.;,]{0,2}[ \\t]*(?:\\n.*|because.*)?");
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

  /// Rows of a table whose last column is headed as the result.
  private void table(String text, String function, List<Example> found) {
    int columns = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.startsWith("|")) {
        columns = 0;
      } else if (RESULT_COLUMN.matcher(line).matches()) {
        columns = cells(line).size();
      } else if (columns > 1 && cells(line).size() == columns) {
        row(cells(line), line, function).ifPresent(found::add);
      }
    }
  }

  private Optional<Example> row(List<String> cells, String line, String function) {
    String arguments = arguments(String.join(", ", cells.subList(0, cells.size() - 1)));
    String expected = cells.getLast();
    boolean values = !arguments.isEmpty() && literals.end(expected, 0) == expected.length();
    return values
        ? Optional.of(
            new Example(Kind.RETURNS, List.of(), function + "(" + arguments + ")", expected, line))
        : Optional.empty();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.replaceAll("^\\||\\|$", "").split("\\|", -1))
        .map(cell -> cell.strip().replaceAll("^`|`$", ""))
        .toList();
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
