package dev.hone.language.values;

import dev.hone.language.LanguageId;
import dev.hone.language.values.Value.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Values as Python, Node.js and Java show them in messages, and as examples write them out.
public final class ValueText {
  private ValueText() {}

  /// {@return the value as `repr` of Python shows it, or empty where that is not known}
  ///
  /// @param value the value
  public static Optional<String> python(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> Optional.of(number.toString());
      case Value.Fraction(var text) -> Optional.of(text);
      case Value.Text(var text) -> Optional.of(quoted(text));
      case Value.Letter(var text) -> Optional.of(quoted(text));
      case Value.Truth(var truth) -> Optional.of(truth ? "True" : "False");
      case Value.Nothing _ -> Optional.of("None");
      case Value.Sequence(var kind, var items) when kind == Kind.SET && items.isEmpty() ->
          Optional.of("set()");
      case Value.Sequence(var kind, var items) ->
          joined(items.stream().map(ValueText::python))
              .map(
                  inner ->
                      switch (kind) {
                        case LIST -> "[" + inner + "]";
                        case TUPLE -> items.size() == 1 ? "(" + inner + ",)" : "(" + inner + ")";
                        case SET -> "{" + inner + "}";
                      });
      case Value.Mapping(var entries) ->
          joined(
                  entries.stream()
                      .map(
                          entry ->
                              joined(Stream.of(python(entry.key()), python(entry.value())), ": ")))
              .map(inner -> "{" + inner + "}");
      case Value.Wrapped _ -> Optional.empty();
    };
  }

  /// {@return the value as `util.inspect` of Node.js shows it on one line, or empty where that is
  /// not known}
  ///
  /// @param value the value
  public static Optional<String> node(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> Optional.of(number.toString());
      case Value.Fraction(var text) -> Optional.of(text);
      case Value.Text(var text) -> Optional.of(quoted(text));
      case Value.Letter(var text) -> Optional.of(quoted(text));
      case Value.Truth(var truth) -> Optional.of(Boolean.toString(truth));
      case Value.Nothing _ -> Optional.of("null");
      case Value.Sequence(var kind, var items) ->
          joined(items.stream().map(ValueText::node))
              .map(
                  inner ->
                      kind == Kind.SET
                          ? "Set(%d) ".formatted(items.size()) + spaced("{", inner, "}")
                          : spaced("[", inner, "]"));
      case Value.Mapping(var entries) ->
          joined(
                  entries.stream()
                      .map(entry -> joined(Stream.of(key(entry.key()), node(entry.value())), ": ")))
              .map(inner -> spaced("{", inner, "}"));
      case Value.Wrapped(var name, var arguments) ->
          name.equals("undefined") && arguments.isEmpty() ? Optional.of(name) : Optional.empty();
    };
  }

  /// {@return the value as the checks of Java show it, or empty where that is not known} Texts have
  /// their quotes only where they stand alone.
  ///
  /// @param value the value
  public static Optional<String> java(Value value) {
    return value instanceof Value.Text(var text)
        ? Optional.of("\"" + text + "\"")
        : javaPart(value);
  }

  private static Optional<String> javaPart(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> Optional.of(number.toString());
      case Value.Fraction(var text) -> Optional.of(text);
      case Value.Text(var text) -> Optional.of(text);
      case Value.Letter(var text) -> Optional.of(text);
      case Value.Truth(var truth) -> Optional.of(Boolean.toString(truth));
      case Value.Nothing _ -> Optional.of("null");
      case Value.Sequence(_, var items) ->
          joined(items.stream().map(ValueText::javaPart)).map(inner -> "[" + inner + "]");
      case Value.Mapping(var entries) ->
          joined(
                  entries.stream()
                      .map(
                          entry ->
                              joined(
                                  Stream.of(javaPart(entry.key()), javaPart(entry.value())), "=")))
              .map(inner -> "{" + inner + "}");
      case Value.Wrapped _ -> Optional.empty();
    };
  }

  /// {@return the value as an example of a language writes it out, or empty where no example could,
  /// or where {@link ValueReader} would read another value}
  ///
  /// @param value the value
  /// @param language the language
  public static Optional<String> written(Value value, LanguageId language) {
    Optional<String> text =
        switch (language) {
          case PYTHON -> python(value);
          case JAVASCRIPT, TYPESCRIPT -> node(value);
          case JAVA, GO, RUST, C, CPP -> plain(value);
        };
    // A text that would be read as another value is none, such as that of no number at all.
    return text.filter(some -> ValueReader.value(some, language).equals(Optional.of(value)));
  }

  private static Optional<String> plain(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> Optional.of(number.toString());
      case Value.Fraction(var text) -> Optional.of(text);
      case Value.Text(var text) -> plain(text, "\"");
      case Value.Letter(var text) -> plain(text, "'");
      case Value.Truth(var truth) -> Optional.of(Boolean.toString(truth));
      case Value.Sequence(var kind, var items) when kind == Kind.LIST ->
          joined(items.stream().map(ValueText::plain)).map(inner -> "[" + inner + "]");
      case Value.Nothing _, Value.Sequence _, Value.Mapping _, Value.Wrapped _ -> Optional.empty();
    };
  }

  // How a language writes other characters of control is its own.
  private static Optional<String> plain(String text, String quote) {
    return text.codePoints().anyMatch(c -> c != '\n' && c != '\r' && c != '\t' && isControl(c))
        ? Optional.empty()
        : Optional.of(quoted(text, quote));
  }

  /// {@return a text in the quotes that both languages prefer}
  ///
  /// @param text its characters
  public static String quoted(String text) {
    return quoted(text, text.contains("'") && !text.contains("\"") ? "\"" : "'");
  }

  private static String quoted(String text, String quote) {
    return text.codePoints()
        .mapToObj(
            c ->
                switch (c) {
                  case '\\' -> "\\\\";
                  case '\n' -> "\\n";
                  case '\r' -> "\\r";
                  case '\t' -> "\\t";
                  default ->
                      quote.codePointAt(0) == c
                          ? "\\" + quote
                          : isControl(c) ? "\\x%02x".formatted(c) : Character.toString(c);
                })
        .collect(Collectors.joining("", quote, quote));
  }

  private static boolean isControl(int c) {
    return c < ' ' || c == 127;
  }

  private static Optional<String> key(Value key) {
    return key instanceof Value.Text(var text)
        ? Optional.of(text.matches("[A-Za-z_$][\\w$]*") ? text : quoted(text))
        : Optional.empty();
  }

  private static String spaced(String open, String inner, String close) {
    return inner.isEmpty() ? open + close : open + " " + inner + " " + close;
  }

  private static Optional<String> joined(Stream<Optional<String>> parts) {
    return joined(parts, ", ");
  }

  private static Optional<String> joined(Stream<Optional<String>> parts, String between) {
    List<Optional<String>> all = parts.toList();
    return all.stream().allMatch(Optional::isPresent)
        ? Optional.of(all.stream().flatMap(Optional::stream).collect(Collectors.joining(between)))
        : Optional.empty();
  }
}
