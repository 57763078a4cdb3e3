package dev.hone.candidate;

import dev.hone.language.LanguageId;
import dev.hone.language.syntax.Grammar;
import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The code that a requirement gives up to the one body that is left to write. A reply that is
/// begun with it has the asked signature, and costs no tokens for what stands there already.
final class Stub {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "function_definition",
          "function_declaration",
          "function_expression",
          "arrow_function",
          "method_declaration",
          "method_definition",
          "function_item");
  private static final Set<String> PLACEHOLDERS =
      Set.of("pass", "...", "todo!()", "unimplemented!()", "todo!();", "unimplemented!();");

  private final LanguageId language;

  Stub(LanguageId language) {
    this.language = language;
  }

  /// {@return the text up to the body, ended by a line end; empty where the requirement gives no
  /// such code, or more than one body is left to write}
  ///
  /// @param requirement the text
  /// @param fence the word behind the backticks of the language's blocks
  Optional<String> in(String requirement, String fence) {
    List<CodeBlock> blocks =
        CodeBlock.in(requirement).stream().filter(block -> block.fence().equals(fence)).toList();
    return blocks.size() == 1 ? upToBody(blocks.getFirst().code()) : Optional.empty();
  }

  private Optional<String> upToBody(String code) {
    List<SyntaxNode> functions =
        SyntaxNode.parse(Grammar.of(language), code)
            .all()
            .filter(node -> FUNCTIONS.contains(node.type()) && node.child("body").isPresent())
            .toList();
    long left = functions.stream().filter(this::isLeft).count();
    return left == 1 && isLeft(functions.getLast())
        ? Optional.of(opening(functions.getLast().child("body").orElseThrow()).stripLeading())
        : Optional.empty();
  }

  private boolean isLeft(SyntaxNode function) {
    return function
        .child("body")
        .filter(body -> language == LanguageId.PYTHON || body.start(1).equals("{"))
        .filter(body -> statements(body).stream().allMatch(Stub::isPlaceholder))
        .isPresent();
  }

  // Without the doc comment, which in Python is a statement.
  private List<SyntaxNode> statements(SyntaxNode body) {
    List<SyntaxNode> parts = body.parts().stream().filter(node -> !node.isComment()).toList();
    return isDocumented(body) ? parts.subList(1, parts.size()) : parts;
  }

  private boolean isDocumented(SyntaxNode body) {
    return language == LanguageId.PYTHON
        && body.parts().stream().findFirst().filter(Essence::isDocComment).isPresent();
  }

  private static boolean isPlaceholder(SyntaxNode statement) {
    return PLACEHOLDERS.contains(statement.text().strip());
  }

  private String opening(SyntaxNode body) {
    if (language != LanguageId.PYTHON) {
      return body.textBefore() + "{\n";
    }
    SyntaxNode first = body.parts().getFirst();
    return isDocumented(body)
        ? first.textBefore() + first.text() + "\n"
        : body.textBefore().stripTrailing() + "\n";
  }
}
