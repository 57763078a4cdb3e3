package dev.hone.requirement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A program that a requirement asks for: it is run as a whole, reads standard input and prints.
///
/// @param examples what it must print for which input, in the order of the text; may be empty
public record Program(List<ProgramExample> examples) {
  private static final Pattern DEFINITION =
      Pattern.compile(
          "(?m)^[ \\t>`]*(?:(?:async )?def \\w+ *\\(|(?:pub )?fn \\w+|func \\w+ *\\(|(?:export )?function \\w+ *\\(|(?:public )?class \\w+ *[:({])");
  private static final Pattern PART =
      Pattern.compile(
          "(?i)(?:\\b(?:write|implement|create|complete|provide|make|add)\\b[^.\\n]{0,60}?|^\\s*(?:an?|the)\\s+(?:[\\w+#]+\\s+){0,3})"
              + "\\b(?:function|method|class|module|library|package|type|struct|interface)\\b");
  private static final Pattern ARGUMENTS =
      Pattern.compile("(?i)\\bcommand[- ]line (?:argument|option|flag)s?\\b|\\bargv\\b");
  private static final Pattern STANDARD_INPUT =
      Pattern.compile("(?i)\\bstdin\\b|\\bstandard input\\b");
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?i)\\b(?:program(?!m)|script|console application|command[- ]line tool)s?\\b");
  private static final Pattern READS =
      Pattern.compile("(?i)\\b(?:reads?|inputs?|asks?|enters?|given|takes?)\\b");
  private static final Pattern PRINTS =
      Pattern.compile("(?i)\\b(?:prints?|outputs?|writes?|displays?|shows?)\\b");

  /// Copies the list.
  public Program {
    examples = List.copyOf(examples);
  }

  /// {@return the program that a text asks for, or empty where it asks for functions or classes, or
  /// for a program that reads its arguments}
  ///
  /// @param text the requirement
  public static Optional<Program> askedBy(String text) {
    if (has(DEFINITION, text) || has(PART, text) || has(ARGUMENTS, text)) {
      return Optional.empty();
    }
    List<ProgramExample> examples = ProgramExample.in(text);
    boolean said =
        (has(STANDARD_INPUT, text) || (has(PROGRAM, text) && has(READS, text)))
            && has(PRINTS, text);
    boolean shown = !examples.isEmpty() && has(PRINTS, text) && has(READS, text);
    return said || shown ? Optional.of(new Program(examples)) : Optional.empty();
  }

  private static boolean has(Pattern pattern, String text) {
    return pattern.matcher(text).find();
  }
}
