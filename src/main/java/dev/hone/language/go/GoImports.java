package dev.hone.language.go;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The imports of Go text.
final class GoImports {
  private static final Pattern ALONE =
      Pattern.compile("\\s*(?:import\\s+)?(?:\\w+\\s+)?[\"`][^\"`]+[\"`]\\s*(?://.*)?");

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
    String name = parts.length > 1 && last.matches("v\\d+") ? parts[parts.length - 2] : last;
    return name.replaceFirst("\\.v\\d+$", "").replaceFirst("^go-|[-.]go$", "");
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

  /// Returns the text without imports that nothing in it uses any more.
  static String withoutUnused(String text, Set<String> usedBefore) {
    SyntaxNode tree = GoNames.parse(text);
    Set<String> used = qualifiers(tree);
    Set<Integer> dropped = new HashSet<>();
    for (Import one : of(tree)) {
      if (usedBefore.contains(one.name()) && !used.contains(one.name())) {
        dropped.add(one.line());
      }
    }
    return dropped.isEmpty() || tree.broken() ? text : without(text, dropped);
  }

  /// Returns the text without the imports on some lines; those that share a line with others stay.
  static String without(String text, Set<Integer> dropped) {
    List<String> lines = text.lines().toList();
    Set<Integer> alone =
        dropped.stream()
            .filter(line -> ALONE.matcher(lines.get(line - 1)).matches())
            .collect(Collectors.toSet());
    return alone.isEmpty()
        ? text
        : GoNames.keep(text, alone).replaceAll("(?m)^import\\s*\\(\\s*\\)\\s*\n", "");
  }

  /// Returns the text with more imports.
  static String with(String text, Set<String> paths) {
    SyntaxNode tree = GoNames.parse(text);
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    Optional<SyntaxNode> group =
        tree.all()
            .filter(node -> node.is("import_spec_list") && node.line() < node.lastLine())
            .findFirst();
    String inside = paths.stream().map(p -> "\t\"" + p + "\"").collect(Collectors.joining("\n"));
    if (group.isPresent()) {
      lines.add(group.get().line(), inside);
    } else {
      int clause =
          tree.parts().stream()
              .filter(node -> node.is("package_clause"))
              .mapToInt(SyntaxNode::lastLine)
              .findFirst()
              .orElse(0);
      lines.add(clause, "\nimport (\n" + inside + "\n)");
    }
    return String.join("\n", lines);
  }
}
