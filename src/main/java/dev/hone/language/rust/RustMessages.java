package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads the compiler's messages, one JSON object on each line. A message becomes one line: what is
/// wrong, what the compiler says of the place, and its first help. Where the compiler is certain of
/// a correction, the help ends with {@link Edit edits}, readable to a model and to the rule that
/// makes them.
final class RustMessages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_CHARACTERS = 400;

  private RustMessages() {}

  /// Returns the errors, first one first, each once.
  static List<Diagnostic> read(String errors) {
    return errors
        .lines()
        .filter(line -> line.startsWith("{"))
        .flatMap(RustMessages::object)
        .filter(message -> message.path("level").asString("").startsWith("error"))
        .filter(message -> !text(message, "message").startsWith("aborting due to"))
        .map(RustMessages::diagnostic)
        .distinct()
        .toList();
  }

  private static Stream<JsonNode> object(String line) {
    try {
      return Stream.of(JSON.readTree(line));
    } catch (JacksonException e) {
      // The output was cut inside this line; what came before it still counts.
      return Stream.empty();
    }
  }

  private static Diagnostic diagnostic(JsonNode message) {
    Optional<JsonNode> span =
        spans(message).filter(one -> one.path("is_primary").asBoolean(false)).findFirst();
    Optional<JsonNode> place = span.map(RustMessages::written);
    return new Diagnostic(
        place.map(one -> text(one, "file_name")).filter(RustMessages::isOwn).orElse(""),
        place.map(one -> one.path("line_start").asInt(0)).orElse(0),
        place.map(one -> one.path("column_start").asInt(0)).orElse(0),
        text(message.path("code"), "code"),
        words(
            message,
            span.map(one -> text(one, "label")).orElse(""),
            place.map(one -> text(one, "file_name")).orElse("")),
        place.map(RustMessages::source).orElse(""));
  }

  /// Inside a macro of the standard library the place is where the macro is called.
  private static JsonNode written(JsonNode span) {
    JsonNode at = span;
    while (!isOwn(text(at, "file_name")) && at.path("expansion").path("span").isObject()) {
      at = at.path("expansion").path("span");
    }
    return at;
  }

  private static boolean isOwn(String file) {
    return !file.startsWith("/") && !file.startsWith("<");
  }

  private static String words(JsonNode message, String label, String file) {
    String what = text(message, "message");
    String where =
        label.isEmpty() || what.contains(label) || label.startsWith("not found")
            ? ""
            : ": " + label;
    // A help that is cut would name half of a correction.
    String help = plain(help(message, file));
    return cut(plain(what + where)) + (help.length() > MOST_CHARACTERS ? "" : help);
  }

  private static String cut(String text) {
    return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
  }

  /// The help that tells how to correct it, else the first one, else the first note.
  private static String help(JsonNode message, String file) {
    List<JsonNode> children =
        children(message).stream()
            .filter(child -> text(child, "level").matches("help|note"))
            .sorted(Comparator.comparing(child -> text(child, "level")))
            .toList();
    return children.stream()
        .filter(child -> isImport(child) || !edits(child, file).isEmpty())
        .findFirst()
        .or(() -> children.stream().findFirst())
        .map(
            child ->
                "; %s: %s".formatted(text(child, "level"), text(child, "message"))
                    + offer(child, file))
        .orElse("");
  }

  private static boolean isImport(JsonNode child) {
    List<JsonNode> spans = spans(child).toList();
    return spans.size() == 1 && replacement(spans.getFirst()).startsWith("use std::");
  }

  private static String offer(JsonNode child, String file) {
    List<Edit> edits = edits(child, file);
    if (!edits.isEmpty()) {
      return edits.stream().map(Edit::words).collect(Collectors.joining(", ", ": ", ""));
    }
    List<JsonNode> spans = replaced(child);
    return spans.size() == 1 ? ": `" + replacement(spans.getFirst()).strip() + "`" : "";
  }

  /// What a help offers, all of it or nothing.
  private static List<Edit> edits(JsonNode child, String file) {
    List<JsonNode> spans = replaced(child);
    List<Edit> edits = spans.stream().flatMap(span -> edit(span, file).stream()).toList();
    boolean certain = spans.stream().allMatch(RustMessages::isCertain);
    return certain && edits.size() == spans.size() && places(edits) == edits.size()
        ? edits
        : List.of();
  }

  private static List<JsonNode> replaced(JsonNode child) {
    return spans(child).filter(span -> span.hasNonNull("suggested_replacement")).toList();
  }

  /// A derived trait is offered with less certainty only because a field may lack it.
  private static boolean isCertain(JsonNode span) {
    return text(span, "suggestion_applicability").equals("MachineApplicable")
        || replacement(span).startsWith("#[derive(");
  }

  private static String replacement(JsonNode span) {
    return text(span, "suggested_replacement");
  }

  /// Of several corrections of one place only one can be made.
  private static long places(List<Edit> edits) {
    return edits.stream()
        .map(edit -> List.of(edit.path(), edit.line(), edit.column()))
        .distinct()
        .count();
  }

  private static Optional<Edit> edit(JsonNode span, String file) {
    String path = text(span, "file_name");
    int line = span.path("line_start").asInt(0);
    JsonNode written = span.path("text").path(0);
    int from = written.path("highlight_start").asInt(0) - 1;
    int to = written.path("highlight_end").asInt(0) - 1;
    String source = text(written, "text");
    if (line != span.path("line_end").asInt(0) || from < 0 || to > source.length() || to < from) {
      return Optional.empty();
    }
    return Edit.of(
        new Edit.Place(path.equals(file) ? "" : path, line, from + 1),
        source.substring(from, to),
        source.substring(to),
        text(span, "suggested_replacement"));
  }

  private static String source(JsonNode span) {
    return text(span.path("text").path(0), "text").strip();
  }

  private static List<JsonNode> children(JsonNode message) {
    return StreamSupport.stream(message.path("children").spliterator(), false).toList();
  }

  private static Stream<JsonNode> spans(JsonNode message) {
    return StreamSupport.stream(message.path("spans").spliterator(), false);
  }

  private static String plain(String text) {
    return text.replace("hone_solution", "solution").replaceAll("\\s*\\R\\s*", " ").strip();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
