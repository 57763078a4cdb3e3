package dev.hone.language.java;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Value;
import dev.hone.language.values.ValueReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns calls and values of examples into Java expressions of a test file.
final class JavaCalls {
  private static final Set<String> NATIVE =
      Set.of(
          "object_creation_expression",
          "array_creation_expression",
          "method_invocation",
          "field_access",
          "binary_expression",
          "unary_expression",
          "cast_expression",
          "parenthesized_expression",
          "identifier",
          "lambda_expression",
          "method_reference");

  private static final Pattern ARRAY = Pattern.compile("\\bnew\\b[^(){}]*\\[");

  private final String stem;
  private final List<String> entryPoints;
  private final Set<String> declared;

  /// Makes a reader of calls.
  ///
  /// @param stem the class under test
  /// @param entryPoints what else is asked for by name
  /// @param setup statements that come first; what they declare is known
  JavaCalls(String stem, List<String> entryPoints, List<String> setup) {
    this.stem = stem;
    this.entryPoints = entryPoints;
    this.declared =
        JavaNames.parse("class T { void t() { " + String.join(" ", setup) + " } }")
            .all()
            .filter(node -> node.is("variable_declarator"))
            .map(node -> node.textAt("name"))
            .collect(Collectors.toSet());
  }

  /// A condition that says what a call returns.
  ///
  /// @param call the call
  /// @param expected the value it is compared with
  record Comparison(String call, String expected) {}

  /// Returns an expression that makes the call, or empty where it cannot be written. A method
  /// without anything before it belongs to the class under test, static or not.
  Optional<String> call(String text) {
    Optional<SyntaxNode> expression = expression(text);
    if (expression.isEmpty()) {
      return pythonCall(text);
    }
    SyntaxNode node = expression.get();
    Optional<String> target = node.is("method_invocation") ? target(node) : Optional.empty();
    if (target.isPresent()) {
      List<SyntaxNode> arguments =
          node.at("arguments").flatMap(list -> list.parts().stream()).toList();
      return reflective(target.get(), arguments.stream().map(SyntaxNode::text).toList());
    }
    return isNative(node) ? Optional.of(text) : Optional.empty();
  }

  /// Python's calls have brackets and words that Java does not know.
  private Optional<String> pythonCall(String text) {
    return ValueReader.call(text)
        .filter(call -> call.name().matches("(?:[A-Z]\\w*\\.)?\\w+"))
        .flatMap(
            call -> {
              List<String> values = new ArrayList<>();
              call.arguments().forEach(value -> literal(value, false).ifPresent(values::add));
              return values.size() == call.arguments().size()
                  ? Optional.of(written(named(call.name()), values))
                  : Optional.empty();
            });
  }

  private String named(String name) {
    return name.startsWith(stem + ".") ? name.substring(stem.length() + 1) : name;
  }

  /// Returns the method to look for, after its class unless it is that under test.
  private Optional<String> target(SyntaxNode call) {
    String name = call.textAt("name");
    Optional<SyntaxNode> object = call.at("object").findFirst();
    if (object.isEmpty()) {
      return Optional.of(name);
    }
    if (object.get().is("identifier")) {
      String receiver = object.get().text();
      boolean known = receiver.equals(stem) || entryPoints.contains(receiver);
      return known
          ? Optional.of(receiver.equals(stem) ? name : receiver + "." + name)
          : Optional.empty();
    }
    boolean fresh =
        object.get().text().matches("\\(?\\s*new\\s+" + stem + "\\s*\\(\\s*\\)\\s*\\)?");
    return fresh ? Optional.of(name) : Optional.empty();
  }

  private Optional<String> reflective(String name, List<String> arguments) {
    List<String> values = new ArrayList<>();
    for (String argument : arguments) {
      value(argument, String.join(" ", arguments)).ifPresent(values::add);
    }
    return values.size() == arguments.size()
        ? Optional.of(written(name, values))
        : Optional.empty();
  }

  private static String written(String name, List<String> values) {
    // A single null would be taken for the whole row of arguments.
    String row = values.equals(List.of("null")) ? "(Object) null" : String.join(", ", values);
    return "call(" + quoted(name) + (row.isEmpty() ? "" : ", " + row) + ")";
  }

  /// Returns an expression for a value, or empty where it is none.
  ///
  /// @param text the value
  /// @param around the example it stands in; where that makes arrays, braces hold rows and not sets
  Optional<String> value(String text, String around) {
    boolean rows = ARRAY.matcher(around).find();
    Optional<String> read = ValueReader.value(text).flatMap(value -> literal(value, rows));
    return read.isPresent() ? read : expression(text).filter(this::isNative).map(JavaCalls::single);
  }

  /// An array alone would be taken for the whole row of arguments.
  private static String single(SyntaxNode value) {
    return (value.is("array_creation_expression") ? "(Object) " : "") + value.text();
  }

  private boolean isNative(SyntaxNode node) {
    return NATIVE.contains(node.type())
        && !callsBare(node.text())
        && node.all()
            .filter(part -> part.is("identifier") && !part.field().equals("name"))
            .filter(part -> !part.field().equals("field"))
            .map(SyntaxNode::text)
            .allMatch(name -> isClass(name) || declared.contains(name));
  }

  private static boolean isClass(String name) {
    return Character.isUpperCase(name.charAt(0));
  }

  private static Optional<String> literal(Value value, boolean rows) {
    return switch (value) {
      case Value.Whole(var number) -> Optional.of(whole(number));
      case Value.Fraction(var text) -> Optional.of(text.matches(".*[.eE].*") ? text : text + ".0");
      case Value.Text(var text) -> Optional.of(quoted(text));
      case Value.Letter(var text) -> Optional.of(text.length() == 1 ? letter(text) : quoted(text));
      case Value.Truth(var truth) -> Optional.of(Boolean.toString(truth));
      case Value.Nothing() -> Optional.of("null");
      case Value.Sequence(var kind, var items) ->
          row(kind == Value.Kind.SET && !rows ? "set" : "list", items, rows);
      case Value.Mapping(var entries) ->
          row("map", entries.stream().flatMap(e -> Stream.of(e.key(), e.value())).toList(), rows);
      case Value.Wrapped(var name, var arguments)
          when name.matches("Optional\\.of(?:Nullable)?|Some") && arguments.size() == 1 ->
          literal(arguments.getFirst(), rows);
      case Value.Wrapped _ -> Optional.empty();
    };
  }

  private static Optional<String> row(String word, List<Value> items, boolean rows) {
    List<String> written = new ArrayList<>();
    items.forEach(item -> literal(item, rows).ifPresent(written::add));
    if (written.size() != items.size()) {
      return Optional.empty();
    }
    boolean onlyNull = written.equals(List.of("null"));
    return Optional.of(
        word + "(" + (onlyNull ? "(Object) null" : String.join(", ", written)) + ")");
  }

  private static String whole(BigInteger number) {
    if (number.bitLength() < 32) {
      return number.toString();
    }
    return number.bitLength() < 64 ? number + "L" : "new java.math.BigInteger(\"" + number + "\")";
  }

  /// Returns whether a method of the class under test is called without the class, which only a
  /// test inside of it could do.
  static boolean callsBare(String text) {
    return JavaNames.parse("class T { Object t() { " + text + "; } }")
        .all()
        .filter(node -> node.is("method_invocation"))
        .anyMatch(node -> node.at("object").findAny().isEmpty());
  }

  /// Reads `f(x) == 1`, `f(x).equals(1)`, `Objects.equals(f(x), 1)` and `!f(x)`.
  static Optional<Comparison> comparison(String text) {
    Optional<SyntaxNode> expression = expression(text);
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    SyntaxNode node = expression.get();
    List<String> parts =
        node.at("arguments").flatMap(a -> a.parts().stream()).map(SyntaxNode::text).toList();
    String name = node.textAt("name");
    if (node.is("binary_expression") && node.textAt("operator").equals("==")) {
      return Optional.of(new Comparison(node.textAt("left"), node.textAt("right")));
    }
    if (node.is("unary_expression") && node.textAt("operator").equals("!")) {
      return Optional.of(new Comparison(node.textAt("operand"), "false"));
    }
    if (node.is("method_invocation") && name.matches("(?:deepE|e)quals")) {
      String object = node.textAt("object");
      return parts.size() == 2
          ? Optional.of(new Comparison(parts.get(0), parts.get(1)))
          : Optional.of(new Comparison(object, parts.getFirst()));
    }
    return Optional.empty();
  }

  static boolean isStatement(String text) {
    SyntaxNode tree = JavaNames.parse("class T { void t() { " + text + " } }");
    return !tree.broken();
  }

  private static Optional<SyntaxNode> expression(String text) {
    SyntaxNode tree = JavaNames.parse("class T { Object t = " + text + "; }");
    if (tree.broken()) {
      return Optional.empty();
    }
    List<SyntaxNode> values =
        tree.all()
            .filter(node -> node.is("variable_declarator"))
            .flatMap(node -> node.at("value"))
            .filter(node -> node.text().equals(text))
            .limit(1)
            .toList();
    return values.stream().findFirst();
  }

  private static String letter(String text) {
    String inner = quoted(text);
    return text.equals("'")
        ? "'\\''"
        : text.equals("\"") ? "'\"'" : "'" + inner.substring(1, inner.length() - 1) + "'";
  }

  static String quoted(String text) {
    return text.chars()
        .mapToObj(c -> escaped((char) c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' || c == 127 ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
