package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One name that a `use` of Rust brings in.
///
/// @param name the name it has here, or `*` for all names of a module
/// @param path the parts of the path
record RustUse(String name, List<String> path) {
  /// Lists nested deeper than this bring in nothing.
  private static final int DEEPEST = 20;

  /// Copies the list.
  RustUse {
    path = List.copyOf(path);
  }

  /// {@return all that a `use_declaration` brings in}
  static List<RustUse> in(SyntaxNode declaration) {
    List<RustUse> found = new ArrayList<>();
    declaration.at("argument").forEach(clause -> add(clause, List.of(), found, DEEPEST));
    return found;
  }

  /// {@return the path as one that other modules may name it by}
  Path handedOn() {
    List<String> parts = new ArrayList<>(path);
    parts.set(0, "pub " + parts.getFirst());
    return new Path(parts);
  }

  private static void add(SyntaxNode clause, List<String> prefix, List<RustUse> found, int depth) {
    if (depth == 0) {
      return;
    }
    switch (clause.type()) {
      case "scoped_use_list" -> {
        List<String> longer = joined(prefix, clause.child("path"));
        clause.at("list").forEach(list -> add(list, longer, found, depth - 1));
      }
      case "use_list" -> clause.children().forEach(each -> add(each, prefix, found, depth - 1));
      case "use_as_clause" ->
          add(Rust.plain(clause.textAt("alias")), joined(prefix, clause.child("path")), found);
      case "use_wildcard" -> add("*", joined(prefix, clause.first()), found);
      default -> {
        List<String> path = joined(prefix, Optional.of(clause));
        add(path.isEmpty() ? "" : path.getLast(), path, found);
      }
    }
  }

  private static void add(String name, List<String> path, List<RustUse> found) {
    if (!path.isEmpty()) {
      found.add(new RustUse(name, path));
    }
  }

  private static List<String> joined(List<String> prefix, Optional<SyntaxNode> path) {
    List<String> parts = new ArrayList<>(prefix);
    path.ifPresent(node -> parts.addAll(Rust.parts(node)));
    // `fs::{self}` means `fs`
    if (parts.size() > 1 && parts.getLast().equals("self")) {
      parts.removeLast();
    }
    return parts;
  }
}
