package dev.hone.language.rust;

import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a function takes and returns, as a requirement writes it.
///
/// @param name the function
/// @param parameters the types of its parameters, in order
/// @param result the type that it returns, or none for `()`
/// @param generic names that stand for any type
record RustSignature(
    String name, List<SyntaxNode> parameters, List<SyntaxNode> result, Set<String> generic) {
  RustSignature {
    parameters = List.copyOf(parameters);
    result = List.copyOf(result);
    generic = Set.copyOf(generic);
  }

  /// Returns the signature, or empty where the text is no function with all its types.
  ///
  /// @param text such as `fn add(a: i32, b: i32) -> i32`
  static Optional<RustSignature> read(String text) {
    String function = text.strip().replaceFirst("[;{}\\s]+$", "") + " {}";
    SyntaxNode tree = RustItems.parse(function);
    List<SyntaxNode> items = tree.parts();
    if (tree.broken() || items.size() != 1 || !items.getFirst().is("function_item")) {
      return Optional.empty();
    }
    SyntaxNode item = items.getFirst();
    List<SyntaxNode> parameters = item.at("parameters").flatMap(p -> p.parts().stream()).toList();
    boolean plain =
        parameters.stream().allMatch(p -> p.is("parameter"))
            && item.parts().stream().noneMatch(p -> p.is("function_modifiers"));
    return plain
        ? Optional.of(
            new RustSignature(
                item.textAt("name"),
                parameters.stream().flatMap(p -> p.at("type")).toList(),
                item.at("return_type").toList(),
                generic(item)))
        : Optional.empty();
  }

  private static Set<String> generic(SyntaxNode item) {
    return item.at("type_parameters")
        .flatMap(list -> list.parts().stream())
        .flatMap(
            one ->
                Stream.concat(
                    one.at("name"), one.is("type_identifier") ? Stream.of(one) : Stream.empty()))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }

  /// Whether the type of the result can be written in a test as it stands here.
  boolean hasPlainResult() {
    return result.stream()
        .flatMap(SyntaxNode::all)
        .noneMatch(
            node ->
                node.is("lifetime", "abstract_type", "dynamic_type")
                    || (node.is("type_identifier") && generic.contains(node.text())));
  }
}
