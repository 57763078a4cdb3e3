package dev.hone.language.go;

import dev.hone.language.values.Value;
import dev.hone.language.values.Value.Sequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Values as Go text: for the checks of example tests, which need no types, and as plain literals,
/// whose types follow from what is in them.
final class GoValues {
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64);
  private static final Set<String> WRAPPERS =
      Set.of("Some", "Ok", "Optional.of", "std::make_optional", "Just");
  private static final Set<String> ERRORS =
      Set.of("Err", "error", "errors.New", "fmt.Errorf", "Error");

  private static final Value ANY_ERROR = new Value.Wrapped("error", List.of());

  private GoValues() {}

  /// Returns the value as the checks read it, or empty where Go has no such value.
  static Optional<String> untyped(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> whole(number);
      case Value.Fraction(var text) -> Optional.of("float64(" + text + ")");
      case Value.Text(var text) -> Optional.of(quoted(text));
      case Value.Letter(var text) -> Optional.of("HoneLetter(" + quoted(text) + ")");
      case Value.Truth(var truth) -> Optional.of(String.valueOf(truth));
      case Value.Nothing() -> Optional.of("nil");
      case Sequence(_, var items) -> joined(items, GoValues::untyped).map(GoValues::list);
      case Value.Mapping(var entries) ->
          joined(
                  entries,
                  entry ->
                      untyped(entry.key())
                          .flatMap(
                              key -> untyped(entry.value()).map(v -> "{" + key + ", " + v + "}")))
              .map(inner -> "HoneMap{" + inner + "}");
      case Value.Wrapped(var name, var arguments) -> wrapped(name, arguments);
    };
  }

  static String list(String inner) {
    return "HoneList{" + inner + "}";
  }

  private static Optional<String> whole(BigInteger number) {
    if (number.bitLength() < Long.SIZE) {
      return Optional.of(number.toString());
    }
    return number.signum() > 0 && number.compareTo(LARGEST) < 0
        ? Optional.of("uint64(" + number + ")")
        : Optional.empty();
  }

  private static Optional<String> wrapped(String name, List<Value> arguments) {
    Value meant = meant(new Value.Wrapped(name, arguments));
    if (meant.equals(ANY_ERROR)) {
      return Optional.of("HoneError{}");
    }
    return meant instanceof Value.Wrapped ? Optional.empty() : untyped(meant);
  }

  /// Returns what a wrapper with a name stands for in Go, itself where it stands for nothing, and
  /// any other value as it is. Of errors all are alike.
  static Value meant(Value value) {
    if (!(value instanceof Value.Wrapped(var name, var arguments))) {
      return value;
    }
    if (ERRORS.contains(name)) {
      return ANY_ERROR;
    }
    // A struct with its name before it says no more than its fields.
    if (arguments.size() == 1
        && (arguments.getFirst() instanceof Value.Mapping
            || arguments.getFirst() instanceof Sequence)) {
      return arguments.getFirst();
    }
    if (!WRAPPERS.contains(name)) {
      return value;
    }
    return arguments.size() == 1
        ? meant(arguments.getFirst())
        : new Sequence(Value.Kind.LIST, arguments);
  }

  /// Returns the value as a literal with a type, or empty where its parts do not tell one.
  static Optional<String> literal(Value value) {
    return typeOf(value).flatMap(_ -> plain(value));
  }

  private static Optional<String> plain(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> whole(number);
      case Value.Fraction(var text) -> Optional.of(text);
      case Value.Text(var text) -> Optional.of(quoted(text));
      case Value.Letter(var text) -> Optional.of(quoted(text));
      case Value.Truth(var truth) -> Optional.of(String.valueOf(truth));
      case Value.Nothing() -> Optional.of("nil");
      case Sequence(_, var items) ->
          typeOf(value)
              .flatMap(type -> joined(items, GoValues::plain).map(in -> type + "{" + in + "}"));
      case Value.Mapping(var entries) ->
          typeOf(value)
              .flatMap(
                  type ->
                      joined(
                              entries,
                              e ->
                                  plain(e.key())
                                      .flatMap(k -> plain(e.value()).map(v -> k + ": " + v)))
                          .map(in -> type + "{" + in + "}"));
      case Value.Wrapped _ -> Optional.empty();
    };
  }

  private static Optional<String> typeOf(Value value) {
    return switch (value) {
      case Value.Whole _ -> Optional.of("int");
      case Value.Fraction _ -> Optional.of("float64");
      case Value.Text _, Value.Letter _ -> Optional.of("string");
      case Value.Truth _ -> Optional.of("bool");
      case Value.Nothing _, Value.Wrapped _ -> Optional.empty();
      case Sequence(_, var items) -> common(items).map(type -> "[]" + type);
      case Value.Mapping(var entries) ->
          common(entries.stream().map(Value.Entry::key).toList())
              .flatMap(
                  key ->
                      common(entries.stream().map(Value.Entry::value).toList())
                          .map(item -> "map[" + key + "]" + item));
    };
  }

  private static Optional<String> common(List<Value> items) {
    Set<Optional<String>> types = items.stream().map(GoValues::typeOf).collect(Collectors.toSet());
    if (types.equals(Set.of(Optional.of("int"), Optional.of("float64")))) {
      return Optional.of("float64");
    }
    return types.size() == 1 ? types.iterator().next() : Optional.empty();
  }

  private static <T> Optional<String> joined(List<T> parts, Function<T, Optional<String>> written) {
    List<String> texts = new ArrayList<>();
    for (T part : parts) {
      written.apply(part).ifPresent(texts::add);
    }
    return texts.size() == parts.size() ? Optional.of(String.join(", ", texts)) : Optional.empty();
  }

  /// Returns the text between double quotes.
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                  if (Character.isISOControl(c) || c == 0xFEFF) {
                    quoted.append("\\u%04x".formatted(c));
                  } else {
                    quoted.appendCodePoint(c);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }

  /// Returns the characters of a text between double quotes, or empty where {@link #quoted} would
  /// write it otherwise.
  static Optional<String> unquoted(String literal) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < literal.length() - 1; i++) {
      char c = literal.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      switch (literal.charAt(++i)) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'u' -> {
          if (!literal.regionMatches(i + 1, "00", 0, 2) && !literal.startsWith("feff", i + 1)) {
            return Optional.empty();
          }
          text.append((char) Integer.parseInt(literal, i + 1, i + 5, 16));
          i += 4;
        }
        default -> text.append(literal.charAt(i));
      }
    }
    return Optional.of(text.toString()).filter(plain -> quoted(plain).equals(literal));
  }
}
