package dev.hone.language.node;

import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Exports what the solution must offer and declares without exporting it.
final class MissingExport implements Correction {
  @Override
  public String name() {
    return "missing-export";
  }

  @Override
  public ModuleText corrected(ModuleText module) {
    if (module.broken()) {
      return module;
    }
    List<String> known = Exports.byName(module.root().node());
    List<String> missing =
        wanted(module).stream()
            .filter(name -> !known.contains(name) && isOffered(module, name))
            .toList();
    if (missing.isEmpty()) {
      return module;
    }
    if (module.typed()) {
      return marked(module, missing);
    }
    return module.isModule() ? module.ending(list(missing)) : commonJs(module, missing);
  }

  /// Where nothing is named, a file that exports nothing at all means to offer its functions and
  /// classes.
  private static List<String> wanted(ModuleText module) {
    boolean silent =
        module.wanted().isEmpty()
            && Exports.of(module.root().node()).isEmpty()
            && !module.text().contains("exports");
    return silent
        ? module.statements().stream()
            .map(Located::node)
            .filter(node -> node.is("function_declaration", "class_declaration"))
            .map(node -> node.textAt("name"))
            .filter(name -> !name.equals("main"))
            .distinct()
            .toList()
        : module.wanted();
  }

  private static boolean isOffered(ModuleText module, String name) {
    return !module.declaring(name).isEmpty() || isDefault(module, name);
  }

  private static boolean isDefault(ModuleText module, String name) {
    return Exports.of(module.root().node()).contains(name)
        && !Exports.byName(module.root().node()).contains(name)
        && !isWholeOfTypeScript(module);
  }

  /// `export = name` allows no other export.
  private static boolean isWholeOfTypeScript(ModuleText module) {
    return module.statements().stream()
        .filter(one -> one.node().is("export_statement"))
        .anyMatch(one -> one.node().children().stream().anyMatch(part -> part.is("=")));
  }

  private static ModuleText marked(ModuleText module, List<String> missing) {
    if (isWholeOfTypeScript(module)) {
      return module;
    }
    List<Located.Edit> edits =
        missing.stream()
            .flatMap(name -> module.declaring(name).stream())
            .distinct()
            .map(one -> new Located.Edit(one.start(), one.start(), "export "))
            .toList();
    ModuleText marked = module.with(edits);
    List<String> byDefault = missing.stream().filter(name -> isDefault(module, name)).toList();
    return byDefault.isEmpty() ? marked : marked.ending(list(byDefault));
  }

  private static String list(List<String> names) {
    return names.stream().collect(Collectors.joining(", ", "export { ", " };"));
  }

  private static ModuleText commonJs(ModuleText module, List<String> missing) {
    Optional<Located> list = exportList(module);
    if (list.isPresent()) {
      return extended(module, list.get(), missing);
    }
    boolean exports =
        module.root().node().all().anyMatch(node -> node.text().equals("module.exports"))
            || !Exports.of(module.root().node()).isEmpty();
    return module.ending(
        exports
            ? missing.stream()
                .map(name -> "module.exports.%s = %s;".formatted(name, value(module, name)))
                .collect(Collectors.joining("\n"))
            : missing.stream().collect(Collectors.joining(", ", "module.exports = { ", " };")));
  }

  /// What stands behind a name: a class that is exported as a whole is not known by its own name.
  private static String value(ModuleText module, String name) {
    return module.declaring(name).isEmpty() ? "module.exports" : name;
  }

  /// The braces of `module.exports = { … }`.
  private static Optional<Located> exportList(ModuleText module) {
    return module.statements().stream()
        .filter(one -> one.node().is("expression_statement"))
        .flatMap(one -> one.children().stream())
        .filter(one -> one.node().is("assignment_expression"))
        .filter(one -> one.node().textAt("left").equals("module.exports"))
        .flatMap(one -> one.children().stream())
        .filter(one -> one.node().is("object"))
        .reduce((_, last) -> last);
  }

  private static ModuleText extended(ModuleText module, Located list, List<String> missing) {
    List<SyntaxNode> parts = list.node().parts();
    List<Located> children = list.children();
    Located last =
        children.stream()
            .filter(one -> one.node().named() && !one.node().is("comment"))
            .reduce((_, end) -> end)
            .orElse(children.getFirst());
    String names = String.join(", ", missing);
    String text = parts.isEmpty() ? " " + names + " " : ", " + names;
    return module.with(List.of(new Located.Edit(last.end(), last.end(), text)));
  }
}
