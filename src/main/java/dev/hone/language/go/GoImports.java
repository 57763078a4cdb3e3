package dev.hone.language.go;

import dev.hone.language.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The imports of Go text.
final class GoImports {
  private GoImports() {}

  /// One import.
  ///
  /// @param name the name that the file calls it by; `_` and `.` as written
  /// @param path the import path
  /// @param line the line it stands on
  record Import(String name, String path, int line) {}

  static List<Import> of(SyntaxNode tree) {
    return tree.parts().stream()
        .filter(node -> node.is("import_declaration"))
        .flatMap(SyntaxNode::all)
        .filter(node -> node.is("import_spec"))
        .map(
            spec -> {
              String path = spec.textAt("path").replaceAll("[\"`]", "");
              String name = spec.textAt("name");
              return new Import(name.isEmpty() ? nameOf(path) : name, path, spec.line());
            })
        .toList();
  }

  /// Returns the package name that an import path stands for, as is usual.
  static String nameOf(String path) {
    String[] parts = path.split("/", -1);
    String last = parts[parts.length - 1];
    return parts.length > 1 && last.matches("v\\d+") ? parts[parts.length - 2] : last;
  }

  /// Returns the names before a dot: packages, and variables with fields or methods.
  static Set<String> qualifiers(SyntaxNode tree) {
    return tree.all()
        .filter(node -> node.is("selector_expression", "qualified_type"))
        .flatMap(node -> Stream.concat(node.at("operand"), node.at("package")))
        .filter(node -> node.is("identifier", "package_identifier"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }

  /// Returns the text without imports that nothing in it uses.
  static String withoutUnused(String text) {
    SyntaxNode tree = GoNames.parse(text);
    Set<String> used = qualifiers(tree);
    Set<Integer> dropped = new HashSet<>();
    for (Import one : of(tree)) {
      if (!used.contains(one.name()) && !Set.of("_", ".").contains(one.name())) {
        dropped.add(one.line());
      }
    }
    if (dropped.isEmpty() || tree.broken()) {
      return text;
    }
    return GoNames.keep(text, dropped).replaceAll("(?m)^import\\s*\\(\\s*\\)\\s*\n", "");
  }
}
