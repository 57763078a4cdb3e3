package dev.hone.sandbox.attack;

import dev.hone.sandbox.Limits;
import dev.hone.sandbox.SmallLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One line of `attacks.tsv`.
///
/// @param number its number
/// @param file its text, beside the table
/// @param kind what it is after
/// @param limits the name of the limits it runs under: plain, short or roomy
/// @param ends `tried` if it comes to its own end, having said so; `contained` if it may be ended,
///   having begun
/// @param limit the limit that ends it, as results name it; empty if that is left open
/// @param containedBy what contains it
/// @param known the modes in which it is known to get through in part, each with the reason; the
///   rest of the machine must be unharmed there too
record Attack(
    String number,
    String file,
    String kind,
    String limits,
    String ends,
    String limit,
    String containedBy,
    Map<String, String> known) {
  private static final String FOLDER = "/dev/hone/sandbox/attacks/";

  /// {@return whether processes of the attack's own user are kept from it by Landlock in a mode}
  boolean needsScopeOfSignals(String mode) {
    return mode.equals("landlock") && containedBy.contains("Landlock's scope of signals");
  }

  /// {@return all of the table, in its order}
  static List<Attack> all() {
    return text("attacks.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Attack::of)
        .toList();
  }

  private static Attack of(String line) {
    String[] parts = line.split("\t", -1);
    return new Attack(
        parts[0],
        parts[1],
        parts[2],
        parts[3],
        parts[4],
        word(parts[5]),
        parts[6],
        known(parts[7]));
  }

  private static String word(String field) {
    return field.equals("-") ? "" : field;
  }

  private static Map<String, String> known(String field) {
    return Arrays.stream(word(field).split("; ", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> part.split("=", 2))
        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
  }

  /// {@return a file beside the table}
  static String text(String name) {
    try (InputStream in = Attack.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not among the attacks");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return its text}
  String text() {
    return text(file);
  }

  /// {@return the end of its file name, which tells the language}
  String language() {
    return file.substring(file.lastIndexOf('.') + 1);
  }

  /// {@return what it may use}
  Limits allowed() {
    Limits plain = SmallLimits.ALL;
    return switch (limits) {
      case "plain" -> plain;
      case "short" -> plain.withTime(Duration.ofSeconds(2));
      case "roomy" -> plain.withMemory(768L << 20);
      default -> throw new IllegalStateException("no limits of the name " + limits);
    };
  }
}
