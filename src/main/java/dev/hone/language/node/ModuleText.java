package dev.hone.language.node;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterTypescript;

/// One file of a candidate as the corrections see it.
///
/// @param file the file
/// @param typed whether it is TypeScript
/// @param wanted names that the solution must offer
/// @param faults what compiler, loader or tests said
/// @param root its syntax tree
record ModuleText(
    SourceFile file, boolean typed, List<String> wanted, List<Diagnostic> faults, Located root) {

  static ModuleText of(SourceFile file, List<String> wanted, List<Diagnostic> faults) {
    boolean typed = file.path().matches(".*\\.[mc]?tsx?");
    TSLanguage grammar = typed ? new TreeSitterTypescript() : new TreeSitterJavascript();
    SyntaxNode root = SyntaxNode.parse(grammar, file.content());
    return new ModuleText(file, typed, wanted, faults, Located.root(root, file.content()));
  }

  ModuleText with(String content) {
    return of(new SourceFile(file.path(), content), wanted, faults);
  }

  ModuleText with(List<Located.Edit> edits) {
    return edits.isEmpty() ? this : with(Located.edited(text(), edits));
  }

  /// Returns this text with lines at its end.
  ModuleText ending(String lines) {
    return with(text().stripTrailing() + "\n\n" + lines + "\n");
  }

  String text() {
    return file.content();
  }

  boolean broken() {
    return root.node().broken();
  }

  /// Returns whether it names something that the solution must offer: a program has nothing of the
  /// kind.
  boolean hasWanted() {
    return wanted.stream().anyMatch(text()::contains);
  }

  /// Returns the statements outside of everything, comments left out.
  List<Located> statements() {
    return root.children().stream()
        .filter(one -> one.node().named() && !one.node().is("comment", "hash_bang_line"))
        .toList();
  }

  /// Returns whether it is written as an ES module, which knows neither `module` nor `require`.
  boolean isModule() {
    return file.path().endsWith(".mjs")
        || statements().stream()
            .anyMatch(one -> one.node().is("import_statement", "export_statement"));
  }

  /// Returns the statements that declare a name outside of everything; one that is exported where
  /// it is declared is not among them.
  List<Located> declaring(String name) {
    return statements().stream().filter(one -> declared(one.node()).contains(name)).toList();
  }

  /// Returns the names that a statement declares by itself, without those of an export.
  static Set<String> declared(SyntaxNode statement) {
    return switch (statement.type()) {
      case "lexical_declaration", "variable_declaration" ->
          statement.parts().stream()
              .flatMap(part -> part.at("name"))
              .flatMap(SyntaxNode::all)
              .filter(node -> node.is("identifier", "shorthand_property_identifier_pattern"))
              .map(SyntaxNode::text)
              .collect(Collectors.toSet());
      case "function_declaration",
          "generator_function_declaration",
          "function_signature",
          "class_declaration",
          "abstract_class_declaration",
          "enum_declaration",
          "interface_declaration",
          "type_alias_declaration" ->
          Set.of(statement.textAt("name"));
      default -> Set.of();
    };
  }

  /// Returns every name that something in the file binds: declarations, parameters, imports.
  Set<String> bound() {
    return root.node()
        .all()
        .flatMap(ModuleText::bindings)
        .flatMap(SyntaxNode::all)
        .filter(
            node ->
                node.is("identifier", "type_identifier", "shorthand_property_identifier_pattern"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }

  private static Stream<SyntaxNode> bindings(SyntaxNode node) {
    return switch (node.type()) {
      case "import_clause", "formal_parameters", "import_require_clause" -> Stream.of(node);
      case "arrow_function" -> node.at("parameter");
      case "catch_clause" -> node.at("parameter");
      case "for_in_statement" -> node.at("left");
      default -> node.at("name");
    };
  }

  /// Returns where a line can be put before all code: behind a hash-bang line, `'use strict'` and
  /// the imports.
  int firstPlace() {
    int place = 0;
    List<Located> head = new ArrayList<>(root.children());
    for (Located one : head) {
      boolean comment = one.node().is("comment");
      boolean first =
          one.node().is("hash_bang_line", "import_statement")
              || (one.node().is("expression_statement")
                  && one.node().parts().stream().allMatch(part -> part.is("string")));
      if (!first && !comment) {
        break;
      }
      if (first) {
        int line = text().indexOf('\n', one.end());
        place = line < 0 ? text().length() : line + 1;
      }
    }
    return place;
  }
}
