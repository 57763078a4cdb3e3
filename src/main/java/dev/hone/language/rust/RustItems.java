package dev.hone.language.rust;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.treesitter.TreeSitterRust;

/// The items of a Rust text with their attributes, also those of modules inside it.
final class RustItems {
  private RustItems() {}

  /// One item.
  ///
  /// @param path its name with the modules around it, such as `tests::adds`
  /// @param node the item itself
  /// @param attributes the texts inside `#[…]`, in order
  /// @param start where it starts with comments and attributes, in characters
  /// @param bare where the item itself starts
  /// @param end where it ends
  /// @param firstLine the line on which its first attribute starts
  record Item(
      String path,
      SyntaxNode node,
      List<String> attributes,
      int start,
      int bare,
      int end,
      int firstLine) {
    boolean isTest() {
      return node.is("function_item") && attributes.contains("test");
    }

    /// Whether it is compiled for sure when tests are.
    boolean isCompiled() {
      return attributes.stream()
          .filter(text -> text.startsWith("cfg"))
          .allMatch(text -> text.replace(" ", "").equals("cfg(test)"));
    }

    boolean isPublic() {
      return node.parts().stream().anyMatch(part -> part.is("visibility_modifier"));
    }
  }

  static SyntaxNode parse(String text) {
    return SyntaxNode.parse(new TreeSitterRust(), text);
  }

  /// Returns the items at the top of the text.
  static List<Item> top(String text) {
    List<Item> items = new ArrayList<>();
    collect(parse(text), text, new Place("", 0), items);
    return items;
  }

  /// Returns the items of the text and of the modules in it, outer ones first.
  static List<Item> all(String text) {
    return top(text).stream().flatMap(item -> inside(item, text)).toList();
  }

  private static Stream<Item> inside(Item item, String text) {
    List<Item> inner = new ArrayList<>();
    if (item.node().is("mod_item") && item.isCompiled()) {
      item.node()
          .at("body")
          .forEach(
              body -> {
                int start = item.bare() + item.node().text().indexOf(body.text());
                collect(body, text, new Place(item.path() + "::", start), inner);
              });
    }
    return Stream.concat(Stream.of(item), inner.stream().flatMap(one -> inside(one, text)));
  }

  /// Where a block stands: the path before its names, and its first character.
  private record Place(String prefix, int start) {}

  private static void collect(SyntaxNode block, String text, Place place, List<Item> items) {
    List<String> attributes = new ArrayList<>();
    int start = -1;
    int firstLine = 0;
    int at = place.start();
    for (SyntaxNode node : block.children()) {
      // Between two nodes there is only blank space, so the first find is the node itself.
      int found = text.indexOf(node.text(), at);
      at = found + node.text().length();
      if (!node.named() || node.is("inner_attribute_item")) {
        continue;
      }
      boolean comment = node.isComment();
      if (comment && isInner(node)) {
        continue;
      }
      start = start < 0 ? found : start;
      firstLine = firstLine == 0 ? node.line() : firstLine;
      if (node.is("attribute_item")) {
        node.parts().forEach(part -> attributes.add(part.text()));
      } else if (!comment) {
        items.add(item(place, node, attributes, new Span(start, found, at, firstLine)));
        attributes.clear();
        start = -1;
        firstLine = 0;
      }
    }
  }

  private record Span(int start, int bare, int end, int firstLine) {}

  private static Item item(Place place, SyntaxNode node, List<String> attributes, Span span) {
    return new Item(
        place.prefix() + node.textAt("name"),
        node,
        List.copyOf(attributes),
        span.start(),
        span.bare(),
        span.end(),
        span.firstLine());
  }

  /// A comment about the file, not about the item after it.
  private static boolean isInner(SyntaxNode comment) {
    return comment.text().startsWith("//!") || comment.text().startsWith("/*!");
  }
}
