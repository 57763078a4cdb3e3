package dev.hone.language.rust;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Value;
import dev.hone.language.values.ValueReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes values as Rust expressions of a type.
final class RustLiterals {
  private static final Set<String> FROM_ITEMS =
      Set.of("HashSet", "BTreeSet", "VecDeque", "LinkedList", "BinaryHeap");
  private static final Set<String> MAPS = Set.of("HashMap", "BTreeMap");
  private static final Set<String> POINTERS = Set.of("Box", "Rc", "Arc");

  private final Set<String> generic;

  /// Makes a writer.
  ///
  /// @param generic names of types that any type may take the place of
  RustLiterals(Set<String> generic) {
    this.generic = generic;
  }

  /// Returns the value as an expression of a type, or empty where the type has no such value or is
  /// not one of the standard library.
  Optional<String> of(Value value, SyntaxNode type) {
    return switch (type.type()) {
      case "primitive_type" -> primitive(value, type.text());
      case "type_identifier", "scoped_type_identifier" -> named(value, type);
      case "abstract_type" -> Optional.of(value).flatMap(RustLiterals::plain);
      case "reference_type" -> reference(value, type);
      case "array_type" -> array(value, type);
      case "tuple_type" -> tuple(value, type.parts());
      case "unit_type" -> Optional.of("()");
      case "generic_type" -> generic(value, type);
      default -> Optional.empty();
    };
  }

  /// Returns the value of an expression of a type, or empty where it would be written otherwise.
  static Optional<Value> read(String expression, SyntaxNode type) {
    return ValueReader.value(expression)
        .filter(
            value ->
                new RustLiterals(Set.of()).of(value, type).filter(expression::equals).isPresent());
  }

  private static Optional<String> primitive(Value value, String type) {
    return switch (type) {
      case "bool" ->
          value instanceof Value.Truth(var truth)
              ? Optional.of(String.valueOf(truth))
              : Optional.empty();
      case "char" -> text(value).filter(RustLiterals::isLetter).map(t -> quoted(t, '\''));
      case "f32", "f64" -> fraction(value);
      case "str" -> Optional.empty();
      default ->
          value instanceof Value.Whole(var number) && fits(number, type)
              ? Optional.of(number.toString())
              : Optional.empty();
    };
  }

  private static boolean fits(BigInteger number, String type) {
    boolean signed = type.startsWith("i");
    String width = type.substring(1);
    int bits = width.equals("size") ? Long.SIZE : Integer.parseInt(width);
    int most = signed ? bits - 1 : bits;
    return number.bitLength() <= most && (signed || number.signum() >= 0);
  }

  /// Returns a number as an expression of a type with fractions.
  static Optional<String> fraction(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> Optional.of(number + ".0");
      case Value.Fraction(var text) -> Optional.of(decimal(text));
      case Value _ -> Optional.empty();
    };
  }

  private static String decimal(String text) {
    if (text.contains("e") || text.contains("E")) {
      return text.replaceFirst("^(-?)\\.", "$10.").replaceFirst("\\.(?=[eE])", "");
    }
    String plain = new BigDecimal(text).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private Optional<String> named(Value value, SyntaxNode type) {
    if (generic.contains(type.text())) {
      return plain(value);
    }
    return last(type).equals("String")
        ? text(value).map(text -> "String::from(" + quoted(text, '"') + ")")
        : Optional.empty();
  }

  private Optional<String> reference(Value value, SyntaxNode type) {
    List<SyntaxNode> inner = type.at("type").toList();
    boolean mutable = type.parts().stream().anyMatch(part -> part.is("mutable_specifier"));
    if (inner.getFirst().text().equals("str")) {
      return mutable ? Optional.empty() : text(value).map(text -> quoted(text, '"'));
    }
    return of(value, inner.getFirst()).map(one -> (mutable ? "&mut " : "&") + one);
  }

  private Optional<String> array(Value value, SyntaxNode type) {
    SyntaxNode element = type.at("element").findFirst().orElseThrow();
    String length = type.textAt("length");
    return items(value, element)
        .filter(items -> length.isEmpty() || length.equals(String.valueOf(items.size())))
        .map(items -> "[" + String.join(", ", items) + "]");
  }

  private Optional<String> tuple(Value value, List<SyntaxNode> types) {
    if (!(value instanceof Value.Sequence(_, var items)) || items.size() != types.size()) {
      return Optional.empty();
    }
    return all(IntStream.range(0, types.size()).mapToObj(i -> of(items.get(i), types.get(i))))
        .map(parts -> "(" + String.join(", ", parts) + (parts.size() == 1 ? ",)" : ")"));
  }

  private Optional<String> generic(Value value, SyntaxNode type) {
    String name = last(type.at("type").findFirst().orElseThrow());
    List<SyntaxNode> arguments =
        type.at("type_arguments")
            .flatMap(list -> list.parts().stream())
            .filter(part -> !part.is("lifetime"))
            .toList();
    SyntaxNode first = arguments.getFirst();
    if (name.equals("Vec")) {
      return items(value, first).map(items -> "vec![" + String.join(", ", items) + "]");
    }
    if (FROM_ITEMS.contains(name)) {
      return items(value, first).map(items -> from(name, items));
    }
    if (MAPS.contains(name) && arguments.size() == 2) {
      return entries(value, arguments).map(items -> from(name, items));
    }
    if (POINTERS.contains(name)) {
      return of(value, first).map(one -> name + "::new(" + one + ")");
    }
    return switch (name) {
      case "Option" -> option(value, first);
      case "Result" -> result(value, arguments);
      default -> Optional.empty();
    };
  }

  private static String from(String name, List<String> items) {
    String list = "[" + String.join(", ", items) + "]";
    return items.isEmpty() ? name + "::new()" : name + "::from(" + list + ")";
  }

  private Optional<String> option(Value value, SyntaxNode type) {
    return switch (value) {
      case Value.Nothing() -> Optional.of("None");
      case Value.Wrapped(var name, var inner) when name.equals("Some") && inner.size() == 1 ->
          of(inner.getFirst(), type).map(one -> "Some(" + one + ")");
      case Value other -> of(other, type).map(one -> "Some(" + one + ")");
    };
  }

  private Optional<String> result(Value value, List<SyntaxNode> types) {
    return switch (value) {
      case Value.Wrapped(var name, var inner) when name.equals("Err") && inner.size() == 1 ->
          types.size() < 2
              ? Optional.empty()
              : of(inner.getFirst(), types.get(1)).map(one -> "Err(" + one + ")");
      case Value.Wrapped(var name, var inner) when name.equals("Ok") && inner.size() == 1 ->
          of(inner.getFirst(), types.getFirst()).map(one -> "Ok(" + one + ")");
      case Value other -> of(other, types.getFirst()).map(one -> "Ok(" + one + ")");
    };
  }

  private Optional<List<String>> items(Value value, SyntaxNode type) {
    return value instanceof Value.Sequence(_, var items)
        ? all(items.stream().map(item -> of(item, type)))
        : value instanceof Value.Mapping(var entries) && entries.isEmpty()
            ? Optional.of(List.of())
            : Optional.empty();
  }

  private Optional<List<String>> entries(Value value, List<SyntaxNode> types) {
    Function<Value.Entry, Optional<String>> pair =
        entry ->
            of(entry.key(), types.get(0))
                .flatMap(
                    key -> of(entry.value(), types.get(1)).map(v -> "(" + key + ", " + v + ")"));
    return value instanceof Value.Mapping(var entries)
        ? all(entries.stream().map(pair))
        : Optional.empty();
  }

  /// Returns a value as it is written where the type is open.
  private static Optional<String> plain(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> Optional.of(number.toString());
      case Value.Fraction(var text) -> Optional.of(decimal(text));
      case Value.Text(var text) -> Optional.of(quoted(text, '"'));
      case Value.Letter(var text) -> Optional.of(quoted(text, '\''));
      case Value.Truth(var truth) -> Optional.of(String.valueOf(truth));
      case Value.Sequence(var kind, var items) ->
          all(items.stream().map(RustLiterals::plain))
              .map(parts -> String.join(", ", parts))
              .map(list -> kind == Value.Kind.TUPLE ? "(" + list + ")" : "vec![" + list + "]");
      case Value.Wrapped(var name, var inner) when name.equals("Some") && inner.size() == 1 ->
          plain(inner.getFirst()).map(one -> "Some(" + one + ")");
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<List<String>> all(Stream<Optional<String>> parts) {
    List<Optional<String>> list = parts.toList();
    return list.stream().allMatch(Optional::isPresent)
        ? Optional.of(list.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private static Optional<String> text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> Optional.of(text);
      case Value.Letter(var text) -> Optional.of(text);
      case Value _ -> Optional.empty();
    };
  }

  private static boolean isLetter(String text) {
    return text.codePointCount(0, text.length()) == 1;
  }

  private static String last(SyntaxNode type) {
    return type.text().substring(type.text().lastIndexOf(':') + 1);
  }

  /// Returns a text between quotes, as Rust writes it.
  static String quoted(String text, char quote) {
    String inner =
        text.codePoints()
            .mapToObj(
                c ->
                    switch (c) {
                      case '\\' -> "\\\\";
                      case '\n' -> "\\n";
                      case '\r' -> "\\r";
                      case '\t' -> "\\t";
                      case '"', '\'' ->
                          c == quote ? "\\" + Character.toString(c) : Character.toString(c);
                      default ->
                          Character.isISOControl(c)
                              ? "\\u{%x}".formatted(c)
                              : Character.toString(c);
                    })
            .collect(Collectors.joining());
    return quote + inner + quote;
  }

  /// Returns the characters of a text between double quotes, or empty where {@link #quoted} would
  /// write it otherwise.
  static Optional<String> unquoted(String literal) {
    return ValueReader.value(literal)
        .flatMap(RustLiterals::text)
        .filter(text -> quoted(text, '"').equals(literal));
  }
}
