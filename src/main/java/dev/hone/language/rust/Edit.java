package dev.hone.language.rust;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A correction of one place of a text that the compiler is certain of. Its words name what stands
/// there, so that it is made only once and never at a place that has changed.
///
/// @param path the file, empty where it is the one that the message is about
/// @param line the line, from 1
/// @param column the column, from 1
/// @param old what is taken away; empty for an insertion
/// @param next the word that stands after it; empty at the end of the line
/// @param text what takes its place
record Edit(String path, int line, int column, String old, String next, String text) {
  private static final Pattern NEXT = Pattern.compile("\\w+|\\S|\\s+");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:insert `(?<inserted>[^`]+)` (?:before `(?<next>[^`]+)`|at the end)"
              + "|replace `(?<old>[^`]+)` by `(?<text>[^`]+)`"
              + "|remove `(?<removed>[^`]+)`) at (?:(?<path>[\\w./-]+):)?(?<line>\\d{1,7}):(?<column>\\d{1,7})");

  /// Where an edit starts.
  ///
  /// @param path the file, empty where it is the one that the message is about
  /// @param line the line, from 1
  /// @param column the column, from 1
  record Place(String path, int line, int column) {}

  /// Returns an edit, or empty where its words would not be read again as they are.
  static Optional<Edit> of(Place place, String old, String after, String text) {
    Matcher word = NEXT.matcher(after);
    String next = old.isEmpty() && word.lookingAt() ? word.group() : "";
    Edit edit = new Edit(place.path(), place.line(), place.column(), old, next, text);
    return read(edit.words()).equals(List.of(edit)) ? Optional.of(edit) : Optional.empty();
  }

  /// Returns the edits that a message names.
  static List<Edit> read(String message) {
    return WORDS.matcher(message).results().map(found -> edit(found::group)).toList();
  }

  private interface Groups {
    String group(String name);
  }

  private static Edit edit(Groups groups) {
    return new Edit(
        text(groups, "path"),
        Integer.parseInt(groups.group("line")),
        Integer.parseInt(groups.group("column")),
        text(groups, "old") + text(groups, "removed"),
        text(groups, "next"),
        (text(groups, "inserted") + text(groups, "text")).replace("\\n", "\n"));
  }

  // A group that took no part in the match is null to the matcher.
  private static String text(Groups groups, String name) {
    return Optional.ofNullable(groups.group(name)).orElse("");
  }

  /// Returns the edit as part of a message.
  String words() {
    String shown = text.replace("\n", "\\n");
    String what;
    if (old.isEmpty()) {
      what = "insert `" + shown + "` " + (next.isEmpty() ? "at the end" : "before `" + next + "`");
    } else if (text.isEmpty()) {
      what = "remove `" + old + "`";
    } else {
      what = "replace `" + old + "` by `" + shown + "`";
    }
    return what + " at " + (path.isEmpty() ? "" : path + ":") + line + ":" + column;
  }

  /// Returns a line with the edit made, or empty where the line is not as the compiler saw it.
  Optional<String> in(String source) {
    int at = column - 1;
    boolean same =
        at <= source.length()
            && source.startsWith(old + next, at)
            && (!old.isEmpty() || !next.isEmpty() || at == source.length());
    return same
        ? Optional.of(source.substring(0, at) + text + source.substring(at + old.length()))
        : Optional.empty();
  }
}
