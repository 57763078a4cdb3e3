package dev.hone.language.node;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Call;
import dev.hone.language.values.Value;
import dev.hone.language.values.ValueJson;
import dev.hone.language.values.ValueReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.treesitter.TSLanguage;

/// Values of other languages as JavaScript writes them. What JavaScript reads by itself, and reads
/// as it was meant, stays as it is.
final class Spelling {
  // Words of other languages whose meaning in JavaScript is beyond doubt.
  private static final Map<String, String> WORDS =
      Map.of("True", "true", "False", "false", "None", "null", "nil", "null", "nullptr", "null");

  private final TSLanguage grammar;

  Spelling(TSLanguage grammar) {
    this.grammar = grammar;
  }

  /// Returns a value as JavaScript writes it, or as it was where it is not understood.
  String value(String text) {
    return isMeantSo(text) ? reworded(text) : read(text).orElse(text);
  }

  /// Returns a call with its arguments as JavaScript writes them.
  String call(String text) {
    return isMeantSo(text)
        ? reworded(text)
        : ValueReader.call(text).flatMap(Spelling::written).orElse(text);
  }

  /// A pair in round brackets parses too, as its second half.
  private boolean isMeantSo(String text) {
    SyntaxNode tree = SyntaxNode.parse(grammar, "(" + text + ");");
    return !tree.broken() && tree.all().noneMatch(node -> node.is("sequence_expression"));
  }

  private String reworded(String text) {
    String whole = "(" + text + ");";
    List<Located.Edit> edits =
        Located.root(SyntaxNode.parse(grammar, whole), whole)
            .all()
            .filter(one -> one.node().is("identifier") && WORDS.containsKey(one.node().text()))
            .map(one -> new Located.Edit(one.start(), one.end(), word(one.node().text())))
            .toList();
    String edited = Located.edited(whole, edits);
    return edited.substring(1, edited.length() - 2);
  }

  private static String word(String text) {
    return WORDS.getOrDefault(text, text);
  }

  private static Optional<String> read(String text) {
    return ValueReader.value(text).filter(value -> !hasSet(value)).flatMap(Spelling::json);
  }

  private static Optional<String> written(Call call) {
    List<Optional<String>> arguments =
        call.arguments().stream()
            .map(value -> hasSet(value) ? Optional.<String>empty() : json(value))
            .toList();
    return arguments.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            arguments.stream()
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ", call.name() + "(", ")")))
        : Optional.empty();
  }

  private static Optional<String> json(Value value) {
    return ValueJson.of(value).map(Object::toString);
  }

  /// Whether a function of JavaScript takes a `Set` or a list there is not known.
  private static boolean hasSet(Value value) {
    return switch (value) {
      case Value.Sequence(var kind, var items) ->
          kind == Value.Kind.SET || items.stream().anyMatch(Spelling::hasSet);
      case Value.Mapping(var entries) ->
          entries.stream().anyMatch(entry -> hasSet(entry.key()) || hasSet(entry.value()));
      case Value.Wrapped(_, var arguments) -> arguments.stream().anyMatch(Spelling::hasSet);
      case Value.Whole _,
          Value.Fraction _,
          Value.Text _,
          Value.Letter _,
          Value.Truth _,
          Value.Nothing _ ->
          false;
    };
  }
}
