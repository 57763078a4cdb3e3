package dev.hone.language.node;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Removes assertions that run while the file is loaded, with the function that holds them and the
/// import that they alone need. Only where functions or classes are asked for.
final class SelfCheck implements Correction {
  private static final String CHECKS = "console\\.\\w+|assert(?:\\.\\w+)*";
  private static final Pattern ASSERT =
      Pattern.compile("(?s).*['\"](?:node:)?assert(?:/strict)?['\"].*");

  @Override
  public String name() {
    return "self-check";
  }

  @Override
  public ModuleText corrected(ModuleText module) {
    if (module.broken() || !module.hasWanted()) {
      return module;
    }
    Set<String> checking =
        module.statements().stream()
            .map(Located::node)
            .filter(one -> isChecking(module, one))
            .map(one -> one.textAt("name"))
            .collect(Collectors.toSet());
    ModuleText without = without(module, one -> isCheck(one, checking) || isOf(one, checking));
    return without.text().equals(module.text()) ? module : without(without, isUnused(without));
  }

  /// A function without parameters that does nothing but check, and that is called once.
  private static boolean isChecking(ModuleText module, SyntaxNode function) {
    if (!function.is("function_declaration") || module.wanted().contains(function.textAt("name"))) {
      return false;
    }
    List<SyntaxNode> body =
        function.child("body").map(SyntaxNode::parts).orElse(List.of()).stream()
            .filter(part -> !part.isComment())
            .toList();
    return function.textAt("parameters").replaceAll("\\s", "").equals("()")
        && body.stream().anyMatch(one -> isCall(one, CHECKS))
        && body.stream()
            .allMatch(
                one -> isCall(one, CHECKS) || one.is("lexical_declaration", "variable_declaration"))
        && named(module, function.textAt("name")) == 2;
  }

  private static boolean isCheck(SyntaxNode statement, Set<String> checking) {
    return isCall(statement, CHECKS)
        || checking.stream().anyMatch(name -> isCall(statement, Pattern.quote(name)));
  }

  private static boolean isOf(SyntaxNode statement, Set<String> checking) {
    return statement.is("function_declaration") && checking.contains(statement.textAt("name"));
  }

  private static boolean isCall(SyntaxNode statement, String function) {
    return statement.is("expression_statement")
        && statement.parts().stream()
            .filter(part -> !part.isComment())
            .allMatch(
                part -> part.is("call_expression") && part.textAt("function").matches(function));
  }

  private static Predicate<SyntaxNode> isUnused(ModuleText module) {
    return statement ->
        statement.is("import_statement", "lexical_declaration", "variable_declaration")
            && ASSERT.matcher(statement.text()).matches()
            && statement
                .all()
                .filter(node -> node.is("identifier"))
                .map(SyntaxNode::text)
                .filter(name -> !name.equals("require"))
                .allMatch(name -> named(module, name) <= count(statement, name));
  }

  private static long named(ModuleText module, String name) {
    return count(module.root().node(), name);
  }

  private static long count(SyntaxNode node, String name) {
    return node.all()
        .filter(one -> one.is("identifier", "shorthand_property_identifier"))
        .filter(one -> one.text().equals(name))
        .count();
  }

  private static ModuleText without(ModuleText module, Predicate<SyntaxNode> unwanted) {
    List<Located.Edit> edits = new ArrayList<>();
    List<Located> all = module.root().children();
    for (int i = 0; i < all.size(); i++) {
      if (unwanted.test(all.get(i).node())) {
        int first = i;
        // What is said right above of a statement goes with it.
        while (first > 0
            && all.get(first - 1).node().isComment()
            && all.get(first - 1).node().lastLine() + 1 == all.get(first).node().line()) {
          first--;
        }
        int end = all.get(i).end();
        int line = module.text().indexOf('\n', end);
        boolean whole = line < 0 || module.text().substring(end, line).isBlank();
        edits.add(
            new Located.Edit(
                all.get(first).start(),
                whole ? (line < 0 ? module.text().length() : line + 1) : end,
                ""));
      }
    }
    return edits.isEmpty()
        ? module
        : module.with(Located.edited(module.text(), edits).strip() + "\n");
  }
}
