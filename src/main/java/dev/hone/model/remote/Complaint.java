package dev.hone.model.remote;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What a provider says of a request that it refuses.
///
/// @param message its words on one line, at most 300 characters
/// @param code its codes and types, lower case, with spaces between them
/// @param asked how long it asks to wait, or zero
record Complaint(String message, String code, Duration asked) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_CHARACTERS = 300;
  private static final Pattern DELAY = Pattern.compile("\"retryDelay\"\\s*:\\s*\"([0-9.]+)s\"");

  /// {@return what the body of a refusal says, whatever it is}
  static Complaint read(String body) {
    try {
      JsonNode root = JSON.readTree(body);
      return of(root.isArray() && !root.isEmpty() ? root.get(0) : root, body);
    } catch (JacksonException _) {
      return new Complaint(oneLine(body.replaceAll("(?s)<[^>]*>", " ")), "", Duration.ZERO);
    }
  }

  /// {@return what an object says that stands in place of a reply or around one}
  static Complaint of(JsonNode root, String body) {
    JsonNode error = root.path("error");
    JsonNode told = error.isObject() ? error : root;
    String message =
        error.isString()
            ? error.asString("")
            : told.path("message").asString(told.path("detail").asString(""));
    String code =
        (told.path("code").asString("")
                + " "
                + told.path("type").asString("")
                + " "
                + told.path("status").asString(""))
            .strip()
            .toLowerCase(Locale.ROOT);
    return new Complaint(oneLine(message.isEmpty() ? body : message), code, delay(body));
  }

  /// {@return whether the words or the codes hold one of these}
  boolean speaksOf(String... words) {
    String all = (message + " " + code).toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (all.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static Duration delay(String body) {
    Matcher delay = DELAY.matcher(body);
    try {
      return delay.find()
          ? Duration.ofMillis(Math.round(Double.parseDouble(delay.group(1)) * 1000))
          : Duration.ZERO;
    } catch (NumberFormatException | DateTimeException _) {
      return Duration.ZERO;
    }
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }
}
