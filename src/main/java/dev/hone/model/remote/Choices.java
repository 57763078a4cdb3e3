package dev.hone.model.remote;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds in a reply the one of several texts that it was to be.
final class Choices {
  private Choices() {}

  /// {@return the choice that the reply names, as it was offered; the reply where it names none}
  static String in(String reply, List<String> choices) {
    String said = reply.strip().toLowerCase(Locale.ROOT);
    return choices.stream()
        .filter(choice -> said.equals(choice.toLowerCase(Locale.ROOT)))
        .findFirst()
        // longest first: c is a word of no other choice, but cpp might be
        .or(
            () ->
                choices.stream()
                    .filter(choice -> word(choice).matcher(said).find())
                    .max(Comparator.comparingInt(String::length)))
        .orElse(reply);
  }

  private static Pattern word(String choice) {
    return Pattern.compile(
        "(?<![a-z0-9_])" + Pattern.quote(choice.toLowerCase(Locale.ROOT)) + "(?![a-z0-9_+#])");
  }
}
