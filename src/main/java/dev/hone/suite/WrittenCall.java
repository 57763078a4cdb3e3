package dev.hone.suite;

import dev.hone.language.values.ValueReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A call as it is written, taken apart at its arguments.
///
/// @param head what stands before the arguments, with the bracket
/// @param arguments the arguments as written, at least one
record WrittenCall(String head, List<String> arguments) {
  private static final Pattern HEAD = Pattern.compile("\\s*[\\w$.:]+\\(\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern END = Pattern.compile("\\s*\\)\\s*");

  WrittenCall {
    arguments = List.copyOf(arguments);
  }

  /// {@return the call, or empty where it is not one of values that are written out, with at least
  /// one of them}
  ///
  /// @param text the call
  static Optional<WrittenCall> of(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    int at = head.end();
    while (true) {
      int end = ValueReader.end(text, at);
      if (end == ValueReader.NONE) {
        return Optional.empty();
      }
      arguments.add(text.substring(at, end).strip());
      Matcher comma = COMMA.matcher(text).region(end, text.length());
      if (!comma.lookingAt()) {
        boolean ended = END.matcher(text).region(end, text.length()).matches();
        return ended
            ? Optional.of(new WrittenCall(text.substring(0, head.end()), arguments))
            : Optional.empty();
      }
      at = comma.end();
    }
  }

  /// {@return the call with another argument in one place}
  WrittenCall with(int place, String argument) {
    List<String> others = new ArrayList<>(arguments);
    others.set(place, argument);
    return new WrittenCall(head, others);
  }

  /// {@return the calls that have one argument of another call}
  List<WrittenCall> crossed(WrittenCall other) {
    return arguments.size() < 2
        ? List.of()
        : IntStream.range(0, arguments.size())
            .filter(i -> !arguments.get(i).equals(other.arguments.get(i)))
            .mapToObj(i -> with(i, other.arguments.get(i)))
            .toList();
  }

  /// {@return the call with its arguments the other way round; empty where they are not of one
  /// kind}
  Optional<WrittenCall> reversed() {
    long kinds = arguments.stream().map(CallShape::of).distinct().count();
    return arguments.size() > 1 && kinds == 1
        ? Optional.of(new WrittenCall(head, arguments.reversed()))
        : Optional.empty();
  }

  /// {@return the call as text}
  String text() {
    return head + String.join(", ", arguments) + ")";
  }
}
