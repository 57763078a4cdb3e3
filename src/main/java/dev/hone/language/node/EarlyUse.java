package dev.hone.language.node;

import dev.hone.language.Diagnostic;
import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Moves a `const` that was used before it was declared up to its first use, where nothing that it
/// needs itself is declared in between.
final class EarlyUse implements Correction {
  private static final Pattern USED_EARLY =
      Pattern.compile(
          "Cannot access '([\\w$]+)' before initialization"
              + "|(?:variable|Class) '([\\w$]+)' used before its declaration");

  @Override
  public String name() {
    return "early-use";
  }

  @Override
  public ModuleText corrected(ModuleText module) {
    if (module.broken()) {
      return module;
    }
    ModuleText moved = module;
    for (String name : names(module.faults())) {
      moved = moved(moved, name);
    }
    return moved;
  }

  private static List<String> names(List<Diagnostic> faults) {
    return faults.stream()
        .map(fault -> USED_EARLY.matcher(fault.message()))
        .filter(Matcher::find)
        .flatMap(found -> Stream.of(1, 2).map(found::group).filter(name -> name != null))
        .distinct()
        .toList();
  }

  private static ModuleText moved(ModuleText module, String name) {
    List<Located> statements = module.statements();
    Optional<Located> declaration =
        statements.stream().filter(one -> declares(one.node(), name)).findFirst();
    Optional<Located> use =
        statements.stream()
            .filter(one -> !isFunction(one.node()))
            .filter(one -> mentioned(one.node()).contains(name))
            .findFirst();
    if (declaration.isEmpty() || use.isEmpty() || use.get().start() >= declaration.get().start()) {
      return module;
    }
    Set<String> needed = mentioned(declaration.get().node());
    boolean free =
        statements.stream()
            .filter(one -> one.start() >= use.get().start())
            .filter(one -> !one.equals(declaration.get()) && !isFunction(one.node()))
            .flatMap(one -> ofStatement(one.node()).stream())
            .noneMatch(needed::contains);
    if (!free) {
      return module;
    }
    Located from = declaration.get();
    int end = from.end();
    while (end < module.text().length() && module.text().charAt(end) == '\n') {
      end++;
    }
    return module.with(
        List.of(
            new Located.Edit(from.start(), end, ""),
            new Located.Edit(use.get().start(), use.get().start(), from.node().text() + "\n\n")));
  }

  private static boolean declares(SyntaxNode statement, String name) {
    return ofStatement(statement).equals(Set.of(name)) && !isFunction(statement);
  }

  private static Set<String> ofStatement(SyntaxNode statement) {
    return statement.is("export_statement")
        ? statement
            .at("declaration")
            .flatMap(one -> ModuleText.declared(one).stream())
            .collect(Collectors.toSet())
        : ModuleText.declared(statement);
  }

  /// A function is known from the start of the file, wherever it stands.
  private static boolean isFunction(SyntaxNode statement) {
    SyntaxNode declared = statement.at("declaration").findFirst().orElse(statement);
    return declared.is(
        "function_declaration",
        "generator_function_declaration",
        "function_signature",
        "interface_declaration",
        "type_alias_declaration");
  }

  private static Set<String> mentioned(SyntaxNode statement) {
    return statement
        .all()
        .filter(node -> node.is("identifier", "shorthand_property_identifier"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }
}
