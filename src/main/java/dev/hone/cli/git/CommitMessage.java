package dev.hone.cli.git;

import java.util.stream.Collectors;

/// The message of a commit: the requirement's first line, the whole of it where that is not all,
/// and the run.
///
/// @param subject the first line, at most 72 characters
/// @param body what follows a blank line; ends with the run
public record CommitMessage(String subject, String body) {
  private static final int LONGEST_SUBJECT = 72;
  private static final int LONGEST_BODY = 4_000;

  /// {@return the message for a run}
  ///
  /// @param requirement its text
  /// @param runId its identifier
  public static CommitMessage of(String requirement, String runId) {
    String text =
        requirement
            .lines()
            .map(line -> line.replaceAll("\\p{Cc}", " ").stripTrailing())
            .collect(Collectors.joining("\n"))
            .strip();
    String first = text.lines().findFirst().orElse("").replaceAll("\\s+", " ").strip();
    String subject = shortened(first);
    String run = "Hone-Run: " + runId;
    boolean whole = subject.equals(text.replaceAll("[ \\t]+", " "));
    return new CommitMessage(subject, whole ? run : cut(text) + "\n\n" + run);
  }

  private static String shortened(String line) {
    if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) {
      return line;
    }
    String start = line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1));
    int blank = (start + line.charAt(start.length())).lastIndexOf(' ');
    // a text without blanks, as Chinese has none, is cut where it is
    return (blank > LONGEST_SUBJECT / 2 ? start.substring(0, blank) : start) + "…";
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_BODY
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_BODY)) + "…";
  }

  /// {@return all of it, as git keeps it}
  public String text() {
    return subject + "\n\n" + body + "\n";
  }
}
