package dev.hone.language.c;

import dev.hone.language.gcc.NativeText;
import dev.hone.language.values.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Values of examples as expressions of C, by the type that is wanted.
final class CValues {
  private static final BigInteger INT = BigInteger.valueOf(Integer.MAX_VALUE);

  private CValues() {}

  /// What a type of C is to an example.
  enum Kind {
    WHOLE,
    LETTER,
    TRUTH,
    REAL,
    TEXT,
    ARRAY,
    NOTHING,
    OTHER
  }

  static Kind kind(String type) {
    String plain =
        type.replaceAll("\\b(?:const|volatile|restrict|static|register)\\b", " ")
            .replaceAll("\\s+", " ")
            .strip();
    if (plain.endsWith("*")) {
      String item = item(plain);
      return switch (kind(item)) {
        case LETTER -> Kind.TEXT;
        case WHOLE, TRUTH, REAL, TEXT -> Kind.ARRAY;
        case ARRAY, NOTHING, OTHER -> Kind.OTHER;
      };
    }
    if (plain.equals("void")) {
      return Kind.NOTHING;
    }
    if (plain.equals("char")) {
      return Kind.LETTER;
    }
    if (plain.equals("bool") || plain.equals("_Bool")) {
      return Kind.TRUTH;
    }
    if (plain.matches("(?:long )?double|float")) {
      return Kind.REAL;
    }
    boolean whole =
        plain.matches("(?:(?:unsigned|signed|short|long|int|char) ?)+")
            || plain.matches(
                "u?int(?:_fast|_least)?\\d+_t|s?size_t|u?intptr_t|ptrdiff_t|uintmax_t|intmax_t");
    return whole ? Kind.WHOLE : Kind.OTHER;
  }

  /// Returns the type of what a pointer or array holds.
  static String item(String type) {
    return type.replaceFirst("\\s*\\*\\s*$", "");
  }

  /// Returns the value as an expression of a type, or empty where it is none of it.
  static Optional<String> of(Value value, Kind kind) {
    return switch (kind) {
      case WHOLE -> whole(value);
      case LETTER ->
          letter(value).or(() -> value instanceof Value.Whole ? whole(value) : Optional.empty());
      case TRUTH -> truth(value);
      case REAL -> real(value);
      case TEXT -> text(value);
      case ARRAY -> value instanceof Value.Nothing ? Optional.of("NULL") : Optional.empty();
      case NOTHING, OTHER -> Optional.empty();
    };
  }

  /// Returns the value as C would have it where no type is known.
  static Optional<String> of(Value value) {
    return switch (value) {
      case Value.Whole _ -> whole(value);
      case Value.Fraction _ -> real(value);
      case Value.Truth _ -> truth(value);
      case Value.Text _ -> text(value);
      case Value.Letter _ -> letter(value);
      case Value.Nothing _ -> Optional.of("NULL");
      case Value.Sequence _, Value.Mapping _, Value.Wrapped _ -> Optional.empty();
    };
  }

  /// Returns the items of an array between braces, or empty where one is of another type.
  static Optional<List<String>> items(Value value, String itemType) {
    List<Value> values =
        switch (value) {
          case Value.Sequence(_, var items) -> items;
          // Empty braces are read as a mapping without entries.
          case Value.Mapping(var entries) when entries.isEmpty() -> List.of();
          case Value _ -> List.of(new Value.Nothing(), new Value.Nothing());
        };
    List<String> texts = new ArrayList<>();
    Kind kind = kind(itemType);
    for (Value item : values) {
      if (kind == Kind.OTHER || item instanceof Value.Nothing) {
        return Optional.empty();
      }
      Optional<String> text = of(item, kind);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(texts);
  }

  private static Optional<String> whole(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> {
        if (number.abs().compareTo(INT) <= 0) {
          yield Optional.of(number.toString());
        }
        yield number.bitLength() < 64
            ? Optional.of(number + "LL")
            : number.signum() > 0 && number.bitLength() == 64
                ? Optional.of(number + "ULL")
                : Optional.empty();
      }
      case Value.Truth(var truth) -> Optional.of(truth ? "1" : "0");
      case Value.Letter _ -> letter(value);
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<String> letter(Value value) {
    return switch (value) {
      case Value.Letter(var text) -> character(text);
      case Value.Text(var text) -> character(text);
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<String> character(String text) {
    if (text.length() != 1 || text.charAt(0) > 0x7e) {
      return Optional.empty();
    }
    String quoted = NativeText.quoted(text);
    String inner = quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"");
    return Optional.of("'" + (inner.equals("'") ? "\\'" : inner) + "'");
  }

  private static Optional<String> truth(Value value) {
    return switch (value) {
      case Value.Truth(var truth) -> Optional.of(truth ? "true" : "false");
      case Value.Whole(var number) when number.bitLength() <= 1 && number.signum() >= 0 ->
          Optional.of(number.signum() == 0 ? "false" : "true");
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<String> real(Value value) {
    return switch (value) {
      case Value.Fraction(var text) -> Optional.of(text);
      case Value.Whole(var number) -> Optional.of(number + ".0");
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<String> text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> Optional.of(NativeText.quoted(text));
      case Value.Letter(var text) -> Optional.of(NativeText.quoted(text));
      case Value.Nothing() -> Optional.of("NULL");
      case Value _ -> Optional.empty();
    };
  }

  /// Returns the value of an expression that was written here, a letter as its number, or empty
  /// where it is none of these.
  static Optional<Value> read(String expression) {
    if (expression.startsWith("\"")) {
      return NativeText.unquoted(expression).map(Value.Text::new);
    }
    if (expression.startsWith("'")) {
      String inner = expression.substring(1, expression.length() - 1);
      return NativeText.unquoted(
              '"' + (inner.equals("\"") ? "\\\"" : inner.equals("\\'") ? "'" : inner) + '"')
          .filter(text -> character(text).filter(expression::equals).isPresent())
          .map(text -> new Value.Whole(BigInteger.valueOf(text.charAt(0))));
    }
    return switch (expression) {
      case "NULL" -> Optional.of(new Value.Nothing());
      case "true", "false" -> Optional.of(new Value.Truth(expression.equals("true")));
      default -> number(expression);
    };
  }

  private static Optional<Value> number(String expression) {
    if (expression.matches("-?\\d+(?:U?LL)?")) {
      return Optional.of(new Value.Whole(new BigInteger(expression.replaceFirst("U?LL$", ""))));
    }
    return expression.matches("-?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?")
        ? Optional.of(new Value.Fraction(expression))
        : Optional.empty();
  }
}
