package dev.hone.language.node;

import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.stream.Stream;

/// What a file offers to others, in CommonJS or as an ES module.
public final class Exports {
  private Exports() {}

  /// {@return functions, classes and values that a file exports, in the order of the text; types
  /// that are gone when it runs are left out}
  ///
  /// @param root the file's syntax tree
  public static List<String> of(SyntaxNode root) {
    return root.parts().stream().flatMap(Exports::exported).distinct().toList();
  }

  /// Returns those that can be taken by their name: not what is exported only as a whole.
  static List<String> byName(SyntaxNode root) {
    // Also inside a condition, such as whether there is a `module`.
    Stream<String> assigned =
        root.all().filter(node -> node.is("assignment_expression")).flatMap(Exports::members);
    return Stream.concat(assigned, ofModule(root).stream()).distinct().toList();
  }

  /// Returns those that an ES module exports by their name.
  static List<String> ofModule(SyntaxNode root) {
    return root.parts().stream()
        .filter(node -> node.is("export_statement"))
        .filter(node -> node.children().stream().noneMatch(part -> part.is("default", "=")))
        .flatMap(Exports::exported)
        .toList();
  }

  private static Stream<String> members(SyntaxNode assignment) {
    boolean whole =
        assignment.textAt("left").equals("module.exports")
            && assignment.at("right").noneMatch(right -> right.is("object"));
    return whole ? Stream.empty() : assigned(assignment);
  }

  private static Stream<String> exported(SyntaxNode node) {
    if (node.is("expression_statement")) {
      return node.parts().stream()
          .filter(part -> part.is("assignment_expression"))
          .flatMap(Exports::assigned);
    }
    if (!node.is("export_statement") || isOfTypes(node)) {
      return Stream.empty();
    }
    Stream<String> declared = node.at("declaration").flatMap(Exports::declared);
    Stream<String> listed =
        node.parts().stream()
            .filter(part -> part.is("export_clause"))
            .flatMap(clause -> clause.parts().stream())
            .filter(one -> !isOfTypes(one))
            .map(one -> one.textAt(one.textAt("alias").isEmpty() ? "name" : "alias"));
    // `export default name` and TypeScript's `export = name`.
    Stream<String> value =
        node.parts().stream().filter(part -> part.is("identifier")).map(SyntaxNode::text);
    return Stream.of(declared, listed, value).flatMap(names -> names);
  }

  private static boolean isOfTypes(SyntaxNode exported) {
    return exported.children().stream().anyMatch(part -> part.is("type"));
  }

  private static Stream<String> declared(SyntaxNode declaration) {
    if (declaration.is("interface_declaration", "type_alias_declaration")) {
      return Stream.empty();
    }
    return declaration.is("lexical_declaration", "variable_declaration")
        ? declaration.parts().stream().map(part -> part.textAt("name"))
        : Stream.of(declaration.textAt("name")).filter(name -> !name.isEmpty());
  }

  /// Returns the names in `module.exports = …`, `module.exports.name = …` and `exports.name = …`.
  private static Stream<String> assigned(SyntaxNode assignment) {
    String left = assignment.textAt("left");
    if (left.matches("(module\\.)?exports\\.[\\w$]+")) {
      return Stream.of(left.substring(left.lastIndexOf('.') + 1));
    }
    if (!left.equals("module.exports")) {
      return Stream.empty();
    }
    return assignment
        .at("right")
        .flatMap(
            right ->
                switch (right.type()) {
                  case "identifier" -> Stream.of(right.text());
                  case "object" -> right.parts().stream().map(Exports::key);
                  default -> Stream.of(right.textAt("name"));
                })
        .filter(name -> !name.isEmpty());
  }

  private static String key(SyntaxNode member) {
    return switch (member.type()) {
      case "shorthand_property_identifier" -> member.text();
      case "pair" -> member.textAt("key");
      default -> member.textAt("name");
    };
  }
}
