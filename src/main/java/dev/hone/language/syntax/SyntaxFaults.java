package dev.hone.language.syntax;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.treesitter.TSLanguage;

/// What in a text does not follow its grammar.
public final class SyntaxFaults {
  private SyntaxFaults() {}

  /// {@return one entry for the first place that the parser cannot make out, or none}
  ///
  /// @param language the grammar
  /// @param file the file
  public static List<Diagnostic> of(TSLanguage language, SourceFile file) {
    SyntaxNode root = SyntaxNode.parse(language, file.content());
    if (!root.broken()) {
      return List.of();
    }
    SyntaxNode broken =
        root.all()
            .filter(SyntaxNode::broken)
            .filter(node -> node.children().stream().noneMatch(SyntaxNode::broken))
            .min(Comparator.comparingInt(SyntaxNode::line))
            .orElse(root);
    String source =
        file.content().lines().skip(broken.line() - 1L).findFirst().map(String::strip).orElse("");
    return Stream.of(
            new Diagnostic(file.path(), broken.line(), 0, "syntax", "this does not parse", source))
        .toList();
  }
}
