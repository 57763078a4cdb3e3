package dev.hone.language.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/// One node of a syntax tree, copied out of the parser.
///
/// @param type the grammar's name of the node, such as `function_definition`; for a token its text
/// @param field the name of the place it has in its parent, such as `name`; empty for none
/// @param named whether the grammar names it, as opposed to a bare token such as a bracket
/// @param broken whether the text below it does not follow the grammar
/// @param line the line on which it starts, from 1
/// @param lastLine the line on which it ends, from 1
/// @param text the source text it covers
/// @param children the nodes below it, in the order of the text
public record SyntaxNode(
    String type,
    String field,
    boolean named,
    boolean broken,
    int line,
    int lastLine,
    String text,
    List<SyntaxNode> children) {
  // Deeper text than this is no code that anyone reads, and would exhaust the stack.
  private static final int MAX_DEPTH = 400;

  /// Copies the list.
  public SyntaxNode {
    children = List.copyOf(children);
  }

  /// {@return the tree of a text; what the parser cannot make out is marked as broken}
  ///
  /// @param language the grammar
  /// @param text the source text
  public static SyntaxNode parse(TSLanguage language, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (TSParser parser = new TSParser()) {
      parser.setLanguage(language);
      try (TSTree tree = parser.parseString(null, text)) {
        return copy(tree.getRootNode(), "", bytes, 0);
      }
    }
  }

  private static SyntaxNode copy(TSNode node, String field, byte[] bytes, int depth) {
    List<SyntaxNode> children = new ArrayList<>();
    for (int i = 0; depth < MAX_DEPTH && i < node.getChildCount(); i++) {
      String name = node.getFieldNameForChild(i);
      children.add(copy(node.getChild(i), name == null ? "" : name, bytes, depth + 1));
    }
    int start = Math.min(node.getStartByte(), bytes.length);
    int end = Math.min(node.getEndByte(), bytes.length);
    return new SyntaxNode(
        node.getType(),
        field,
        node.isNamed(),
        node.hasError(),
        node.getStartPoint().getRow() + 1,
        node.getEndPoint().getRow() + 1,
        new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8),
        children);
  }

  /// {@return the children that the grammar names, comments left out}
  public List<SyntaxNode> parts() {
    return children.stream().filter(c -> c.named && !c.type.equals("comment")).toList();
  }

  /// {@return the first child in a place, as a stream of none or one}
  ///
  /// @param name the place's name, such as `body`
  public Stream<SyntaxNode> at(String name) {
    return children.stream().filter(c -> c.field.equals(name)).limit(1);
  }

  /// {@return the text of the first child in a place, or nothing}
  ///
  /// @param name the place's name, such as `name`
  public String textAt(String name) {
    return at(name).map(SyntaxNode::text).findFirst().orElse("");
  }

  /// {@return whether the node has one of these types}
  ///
  /// @param types names of the grammar
  public boolean is(String... types) {
    return List.of(types).contains(type);
  }

  /// {@return this node and all below it, parents first}
  public Stream<SyntaxNode> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(SyntaxNode::all));
  }
}
