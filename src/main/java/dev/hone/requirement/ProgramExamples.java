package dev.hone.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads blocks of input and output under headings, as contests and courses write them. What may be
/// the description of a format instead of an example is left out.
final class ProgramExamples {
  private static final String FRAME = "[\\s>*#_`=-]*";
  private static final Pattern HEAD =
      Pattern.compile(
          "(?i)"
              + FRAME
              + "(?:(sample|example)s?\\s+)?(input|output)s?(?:\\s+(sample|example)s?)?\\s*#?\\s*\\d*\\s*[:*_`=-]*\\s*(.*)");
  private static final Pattern EXAMPLES =
      Pattern.compile("(?i)" + FRAME + "(?:samples?|examples?)\\b.{0,20}");
  private static final Pattern END =
      Pattern.compile(
          "(?i)"
              + FRAME
              + "(?:explanations?|notes?|constraints?|scoring|limits|samples?|examples?|#+ .*|hints?)\\b.*");
  private static final Pattern FENCE = Pattern.compile("\\s*```\\w*\\s*");
  private static final Pattern PROSE =
      Pattern.compile("(?s).*[A-Za-z]{2,}(?: [A-Za-z,'-]{1,}){4,}.*[.:]\\s*");
  private static final Pattern INLINE =
      Pattern.compile(
          "(?i)\\b(?:for|given|on|with)\\s+(?:the\\s+)?input\\s+[`\"]([^`\"\\n]+)[`\"],?\\s+(?:it|the program|the output)?\\s*"
              + "(?:should|must|will)?\\s*(?:prints?|outputs?|writes?|is|be)\\s+[`\"]([^`\"\\n]+)[`\"]");

  private final List<String> lines;
  private final List<ProgramExample> found = new ArrayList<>();
  private int at;

  private ProgramExamples(List<String> lines) {
    this.lines = lines;
  }

  /// {@return the examples in the order of the text, inputs without a matching output left out}
  static List<ProgramExample> read(String text) {
    ProgramExamples reader = new ProgramExamples(text.lines().toList());
    reader.blocks();
    if (reader.found.isEmpty()) {
      INLINE
          .matcher(text)
          .results()
          .forEach(m -> reader.add(decoded(m.group(1)), decoded(m.group(2))));
    }
    return List.copyOf(reader.found);
  }

  /// A heading above a block, with what stands behind it on its line.
  private record Head(boolean input, boolean isSample, String rest) {}

  private void blocks() {
    boolean samplesOnly = lines.stream().flatMap(l -> head(l).stream()).anyMatch(Head::isSample);
    boolean inExamples = false;
    Optional<String> input = Optional.empty();
    while (at < lines.size()) {
      String line = lines.get(at++);
      Optional<Head> head = head(line);
      inExamples = inExamples || (head.isEmpty() && EXAMPLES.matcher(line).matches());
      if (head.isEmpty()) {
        continue;
      }
      boolean sure =
          head.get().isSample()
              || (!samplesOnly && (inExamples || !head.get().rest().isEmpty() || fenced()));
      String block = block(head.get());
      if (!sure || PROSE.matcher(block).matches()) {
        input = Optional.empty();
      } else if (head.get().input()) {
        input = Optional.of(block);
      } else if (input.isPresent()) {
        add(input.get(), block);
        input = Optional.empty();
      }
    }
  }

  private void add(String input, String output) {
    String read = input.isBlank() ? "" : input.strip() + "\n";
    if (!output.isBlank()) {
      found.add(new ProgramExample(read, output.strip()));
    }
  }

  private static Optional<Head> head(String line) {
    Matcher head = HEAD.matcher(line);
    if (!head.matches()) {
      return Optional.empty();
    }
    String rest = head.group(4).strip();
    boolean colon = line.contains(":");
    boolean sample = head.group(1) != null || head.group(3) != null;
    // "Output the sum." is a sentence, "Output: 3" a heading with its block.
    return rest.isEmpty() || (colon && !rest.contains(":"))
        ? Optional.of(new Head(head.group(2).equalsIgnoreCase("input"), sample, bare(rest)))
        : Optional.empty();
  }

  private static String bare(String rest) {
    return decoded(rest.replaceAll("^[`\"*]+|[`\"*]+$", ""));
  }

  private static String decoded(String text) {
    return text.replace("\\n", "\n");
  }

  private boolean fenced() {
    int next = at;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next < lines.size() && FENCE.matcher(lines.get(next)).matches();
  }

  private String block(Head head) {
    if (!head.rest().isEmpty()) {
      return head.rest();
    }
    boolean fenced = fenced();
    List<String> block = new ArrayList<>();
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    at += fenced ? 1 : 0;
    while (at < lines.size() && !ends(lines.get(at), fenced, head, block)) {
      block.add(lines.get(at++));
    }
    at += fenced ? 1 : 0;
    return String.join("\n", block.stream().map(String::stripTrailing).toList());
  }

  // Behind an output words may follow after a blank line; an input may hold blank lines.
  private boolean ends(String line, boolean fenced, Head head, List<String> block) {
    if (fenced) {
      return FENCE.matcher(line).matches();
    }
    return head(line).isPresent()
        || END.matcher(line).matches()
        || (line.isBlank() && !block.isEmpty() && (!head.input() || !outputFollows()));
  }

  private boolean outputFollows() {
    for (int next = at; next < lines.size() && next < at + 20; next++) {
      Optional<Head> head = head(lines.get(next));
      if (head.isPresent()) {
        return !head.get().input();
      }
    }
    return false;
  }
}
