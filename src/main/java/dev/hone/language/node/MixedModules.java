package dev.hone.language.node;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes what CommonJS means as an ES module means it, where a file has both: an ES module has
/// neither `module` nor `require`.
final class MixedModules implements Correction {
  @Override
  public String name() {
    return "mixed-modules";
  }

  @Override
  public ModuleText corrected(ModuleText module) {
    boolean mixed = module.typed() || module.isModule();
    if (module.broken() || !mixed) {
      return module;
    }
    ModuleText imported = module.isModule() ? withImports(module) : module;
    return withExports(imported);
  }

  private static ModuleText withImports(ModuleText module) {
    List<Located.Edit> edits = new ArrayList<>();
    for (Located one : module.statements()) {
      required(one.node(), module.typed())
          .ifPresent(line -> edits.add(new Located.Edit(one.start(), one.end(), line)));
    }
    return module.with(edits);
  }

  /// The import that stands for `const name = require('…')` of one of Node's own modules.
  private static Optional<String> required(SyntaxNode statement, boolean typed) {
    List<SyntaxNode> declarators =
        statement.is("lexical_declaration", "variable_declaration") ? statement.parts() : List.of();
    if (declarators.size() != 1) {
      return Optional.empty();
    }
    SyntaxNode declarator = declarators.getFirst();
    Optional<String> from =
        declarator
            .at("value")
            .filter(value -> value.is("call_expression"))
            .filter(value -> value.textAt("function").equals("require"))
            .flatMap(value -> value.at("arguments"))
            .flatMap(list -> list.parts().stream())
            .flatMap(name -> TestTitles.string(name).stream())
            .filter(NodeModules::isBuiltin)
            .findFirst();
    return from.flatMap(
        name ->
            declarator
                .at("name")
                .flatMap(target -> clause(target, typed).stream())
                .map(clause -> "import " + clause + " from '" + name + "';")
                .findFirst());
  }

  private static Optional<String> clause(SyntaxNode target, boolean typed) {
    if (target.is("identifier")) {
      return Optional.of(typed ? "* as " + target.text() : target.text());
    }
    boolean plain =
        target.is("object_pattern")
            && target.parts().stream()
                .allMatch(
                    part ->
                        part.is("shorthand_property_identifier_pattern")
                            || (part.is("pair_pattern")
                                && part.at("value").allMatch(value -> value.is("identifier"))));
    return plain
        ? Optional.of(
            target.parts().stream()
                .map(
                    part ->
                        part.is("pair_pattern")
                            ? part.textAt("key") + " as " + part.textAt("value")
                            : part.text())
                .collect(Collectors.joining(", ", "{ ", " }")))
        : Optional.empty();
  }

  /// `module.exports = { a, b }` goes; those of its names that are not exported yet are exported.
  private static ModuleText withExports(ModuleText module) {
    Optional<Located> assigned =
        module.statements().stream().filter(one -> isList(one.node())).findFirst();
    if (assigned.isEmpty()) {
      return module;
    }
    List<String> names = names(assigned.get().node());
    if (!names.stream().allMatch(name -> isDeclared(module, name))) {
      return module;
    }
    List<String> known = Exports.ofModule(module.root().node());
    String missing =
        names.stream().filter(name -> !known.contains(name)).collect(Collectors.joining(", "));
    String line = missing.isEmpty() ? "" : "export { " + missing + " };";
    String text =
        Located.edited(
            module.text(),
            List.of(new Located.Edit(assigned.get().start(), assigned.get().end(), line)));
    return module.with(text.stripTrailing() + "\n");
  }

  private static boolean isList(SyntaxNode statement) {
    return statement.is("expression_statement")
        && statement.parts().stream()
            .allMatch(
                part ->
                    part.is("assignment_expression")
                        && part.textAt("left").equals("module.exports")
                        && part.at("right").allMatch(MixedModules::isListed));
  }

  private static boolean isListed(SyntaxNode right) {
    return right.is("identifier")
        || (right.is("object")
            && right.parts().stream().allMatch(one -> one.is("shorthand_property_identifier")));
  }

  private static List<String> names(SyntaxNode statement) {
    return statement.parts().stream()
        .flatMap(part -> part.at("right"))
        .flatMap(right -> right.is("identifier") ? Stream.of(right) : right.parts().stream())
        .map(SyntaxNode::text)
        .toList();
  }

  private static boolean isDeclared(ModuleText module, String name) {
    return !module.declaring(name).isEmpty()
        || Exports.ofModule(module.root().node()).contains(name);
  }
}
