package dev.hone.language.rust;

import dev.hone.language.rust.RustItems.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Names in Rust text, read from its syntax tree.
final class RustNames {
  private static final Set<String> OFFERED =
      Set.of(
          "function_item",
          "struct_item",
          "enum_item",
          "union_item",
          "trait_item",
          "type_item",
          "const_item",
          "static_item");

  private RustNames() {}

  /// Returns the functions with the attribute `test`, as paths such as `tests::adds`.
  static List<String> tests(String text) {
    return RustItems.all(text).stream()
        .filter(item -> item.isTest() && item.isCompiled())
        .map(Item::path)
        .distinct()
        .toList();
  }

  /// Returns the test that a line belongs to, its attributes included.
  static Optional<String> testAt(String text, int line) {
    return RustItems.all(text).stream()
        .filter(Item::isTest)
        .filter(item -> item.firstLine() <= line && line <= item.node().lastLine())
        .map(Item::path)
        .findFirst();
  }

  /// Returns the text without some of its tests, attributes and all.
  static String without(String text, Set<String> tests) {
    StringBuilder kept = new StringBuilder(text);
    RustItems.all(text).stream()
        .filter(item -> item.isTest() && tests.contains(item.path()))
        .sorted(Comparator.comparingInt(Item::start).reversed())
        .forEach(item -> kept.delete(item.start(), item.end()));
    return kept.toString().replaceAll("(?m)^[ \\t]+$", "").replaceAll("\n{3,}", "\n\n");
  }

  /// Returns functions and types at the top of the text. One that is not public counts: that it
  /// lacks the word is mended by rule, or said by the compiler.
  static List<String> offered(String text) {
    return RustItems.top(text).stream()
        .filter(item -> OFFERED.contains(item.node().type()))
        .filter(item -> !item.isTest() && !item.path().equals("main"))
        .map(Item::path)
        .distinct()
        .toList();
  }
}
