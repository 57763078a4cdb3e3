package dev.hone.language.cpp;

import dev.hone.language.gcc.NativeText;
import dev.hone.language.gcc.Signature.Parameter;
import dev.hone.language.values.Value;
import dev.hone.language.values.ValueJson;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Values of examples as arguments of calls in C++. A number is written as it is; what the compiler
/// must make of other values is left to it, by `hone::Literal`, unless a type is known that hides
/// what it wants.
final class CppValues {
  private static final BigInteger INT = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private CppValues() {}

  /// Returns the value as JSON in a literal of C++, or empty where no JSON can say it.
  static Optional<String> json(Value value) {
    return ValueJson.of(value).map(json -> NativeText.quoted(json.toString()));
  }

  /// Returns the value as the checks show it in messages.
  static String shown(Value value) {
    return switch (value) {
      case Value.Nothing _ -> "nothing (null)";
      case Value.Truth(var truth) -> String.valueOf(truth);
      case Value.Whole(var number) -> number.toString();
      case Value.Fraction(var text) -> text;
      case Value.Text(var text) -> '"' + text + '"';
      case Value.Letter(var text) -> "'" + text + "'";
      case Value.Sequence(_, var items) -> shown(items.stream());
      case Value.Mapping(var entries) ->
          shown(
              entries.stream()
                  .map(e -> new Value.Sequence(Value.Kind.LIST, List.of(e.key(), e.value()))));
      case Value.Wrapped(var name, _) -> name;
    };
  }

  private static String shown(Stream<? extends Value> items) {
    return items.map(CppValues::shown).collect(Collectors.joining(", ", "{", "}"));
  }

  /// Returns an argument for a parameter of a known type.
  static Optional<String> argument(Value value, Parameter parameter) {
    String type = parameter.plain();
    if (parameter.isChangeable() || hides(parameter)) {
      return hides(parameter) ? made(value, type) : literal(value);
    }
    return switch (value) {
      case Value.Text(var text) when type.equals("char") && text.length() == 1 -> letter(text);
      case Value.Letter(var text) when type.equals("char") -> letter(text);
      case Value.Nothing() when parameter.isPointer() -> Optional.of("nullptr");
      case Value.Sequence _ when parameter.isPointer() -> array(value, type);
      case Value _ -> argument(value);
    };
  }

  /// Returns an argument for a parameter of which nothing is known.
  static Optional<String> argument(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> whole(number);
      case Value.Fraction(var text) -> Optional.of(text);
      case Value.Truth(var truth) -> Optional.of(String.valueOf(truth));
      case Value _ -> literal(value);
    };
  }

  /// Returns an argument from which the type of a template can be deduced.
  static Optional<String> typed(Value value) {
    return switch (value) {
      case Value.Whole _, Value.Fraction _, Value.Truth _ -> argument(value);
      case Value _ -> type(value).flatMap(type -> made(value, type));
    };
  }

  // Some types take anything at first sight, and a reference to a temporary must be made before.
  private static boolean hides(Parameter parameter) {
    return parameter.type().endsWith("&&")
        || parameter.type().matches(".*\\b(?:optional|variant|any|unique_ptr|shared_ptr)\\b.*");
  }

  private static Optional<String> literal(Value value) {
    return json(value).map("hone::Literal(%s)"::formatted);
  }

  private static Optional<String> made(Value value, String type) {
    return json(value).map(json -> "hone::make<%s>(hone::parsed(%s))".formatted(type, json));
  }

  private static Optional<String> array(Value value, String type) {
    String item = type.replaceFirst("\\s*\\*$", "");
    return item.contains("*")
        ? Optional.empty()
        : made(value, "std::vector<" + item + ">").map(made -> made + ".data()");
  }

  private static Optional<String> letter(String text) {
    return text.length() == 1 && text.charAt(0) < 0x7f && text.charAt(0) >= 0x20
        ? Optional.of("'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'")
        : Optional.empty();
  }

  private static Optional<String> whole(BigInteger number) {
    if (number.abs().compareTo(INT) <= 0) {
      return Optional.of(number.toString());
    }
    if (number.abs().compareTo(LONG) <= 0) {
      return Optional.of(number + "LL");
    }
    return number.signum() > 0 && number.bitLength() <= 64
        ? Optional.of(number + "ULL")
        : Optional.empty();
  }

  /// The type that a person would give the value, where its parts agree on one.
  private static Optional<String> type(Value value) {
    return switch (value) {
      case Value.Whole(var number) ->
          Optional.of(number.abs().compareTo(INT) <= 0 ? "int" : "long long");
      case Value.Fraction _ -> Optional.of("double");
      case Value.Truth _ -> Optional.of("bool");
      case Value.Text _ -> Optional.of("std::string");
      case Value.Letter _ -> Optional.of("char");
      case Value.Sequence(var kind, var items) when kind == Value.Kind.TUPLE ->
          all(items.stream().map(CppValues::type).toList())
              .map(types -> "std::tuple<" + String.join(", ", types) + ">");
      case Value.Sequence(_, var items) -> common(items.stream()).map("std::vector<%s>"::formatted);
      case Value.Mapping(var entries) -> {
        Optional<String> key = common(entries.stream().map(Value.Entry::key));
        Optional<String> item = common(entries.stream().map(Value.Entry::value));
        yield key.flatMap(k -> item.map(i -> "std::map<%s, %s>".formatted(k, i)));
      }
      case Value.Nothing _, Value.Wrapped _ -> Optional.empty();
    };
  }

  private static Optional<List<String>> all(List<Optional<String>> types) {
    return types.stream().allMatch(Optional::isPresent)
        ? Optional.of(types.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private static Optional<String> common(Stream<Value> values) {
    List<Optional<String>> types = values.map(CppValues::type).distinct().toList();
    if (types.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    var names = types.stream().map(Optional::orElseThrow).collect(Collectors.toSet());
    if (names.size() == 2 && names.contains("double") && names.contains("int")) {
      return Optional.of("double");
    }
    return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
  }
}
