package dev.hone.sandbox.step;

import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.treesitter.TSLanguage;

/// One statement of a program that can be left out.
///
/// @param file the name of its file
/// @param function what it is in
/// @param text itself, on one line
/// @param rest the file without it
record Step(String file, String function, String text, String rest) {
  /// Declarations and jumps are no steps: without one of them it is another program or none.
  private static final String[] STATEMENTS = {
    "expression_statement",
    "if_statement",
    "for_statement",
    "enhanced_for_statement",
    "while_statement",
    "do_statement",
    "try_with_resources_statement"
  };

  private static final int SHOWN = 90;

  /// {@return all steps of a file, in its order; those inside of others too}
  ///
  /// @param language the grammar
  /// @param file the file's name
  /// @param source the file's text
  static List<Step> all(TSLanguage language, String file, String source) {
    return SyntaxNode.parse(language, source)
        .all()
        .filter(node -> node.is(STATEMENTS))
        .map(node -> new Step(file, functionOf(node), line(node), node.replacedBy(";")))
        .toList();
  }

  private static String line(SyntaxNode node) {
    return node.text().replaceAll("\\s+", " ");
  }

  private static String functionOf(SyntaxNode node) {
    for (Optional<SyntaxNode> at = node.parent(); at.isPresent(); at = at.get().parent()) {
      if (at.get().is("method_declaration", "constructor_declaration")) {
        return at.get().textAt("name");
      }
      if (at.get().is("function_definition")) {
        return at.get()
            .all()
            .filter(each -> each.is("function_declarator"))
            .map(each -> each.textAt("declarator"))
            .limit(1)
            .collect(Collectors.joining());
      }
    }
    return "";
  }

  /// {@return what it is, for a person}
  String name() {
    String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return "%s %s: %s".formatted(file, function, start);
  }
}
