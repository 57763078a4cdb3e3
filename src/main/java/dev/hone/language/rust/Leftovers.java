package dev.hone.language.rust;

import dev.hone.language.SourceFile;
import dev.hone.language.rust.RustItems.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Takes away what a reply leaves in code and what no solution needs.
final class Leftovers {
  private Leftovers() {}

  /// Returns the part between the lines of a fence that holds the most items.
  static String withoutFences(String text) {
    if (text.lines().noneMatch(Leftovers::isFence)) {
      return text;
    }
    List<String> parts = new ArrayList<>(List.of(""));
    for (String line : text.lines().toList()) {
      if (isFence(line)) {
        parts.add("");
      } else {
        parts.set(parts.size() - 1, parts.getLast() + line + "\n");
      }
    }
    return parts.stream()
        .max(Comparator.comparingLong(Leftovers::items))
        .filter(part -> items(part) > 0)
        .map(part -> part.strip() + "\n")
        .orElse(text);
  }

  /// Returns the code of a file that is all comments, where it is code without their marks: small
  /// models that are asked for a comment with the path go on writing comments.
  static String uncommented(String text) {
    boolean code = text.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("//"));
    if (code) {
      return text;
    }
    String bare =
        text.lines()
            .map(line -> line.startsWith("///") ? line : line.replaceFirst("^// ?", ""))
            .filter(line -> !line.matches("(?:[\\w-]+/)*[\\w-]+\\.rs\\s*"))
            .collect(Collectors.joining("\n", "", "\n"));
    return RustItems.parse(bare).broken() || items(bare) == 0 ? text : bare;
  }

  private static boolean isFence(String line) {
    return line.startsWith("```");
  }

  private static long items(String text) {
    return RustItems.top(text).stream()
        .filter(item -> item.node().type().endsWith("_item") && !item.path().isEmpty())
        .count();
  }

  /// Returns the text without a `main` that shows how the rest is used.
  static String withoutMain(SourceFile file, RustFixes.Asked asked) {
    boolean program =
        file.path().endsWith("main.rs")
            || asked.entryPoints().isEmpty()
            || asked.entryPoints().contains("main");
    long others = RustNames.offered(file.content()).size();
    return program || others == 0
        ? file.content()
        : without(
            file.content(), item -> item.path().equals("main") && item.node().is("function_item"));
  }

  /// Returns the text without a declaration of the file itself as a module of its own, which
  /// belongs into the file beside it.
  static String withoutOwnModule(SourceFile file) {
    String name = file.path().replaceFirst("^.*/", "").replaceFirst("\\.rs$", "");
    return without(
        file.content(),
        item ->
            item.node().is("mod_item")
                && item.path().equals(name)
                && item.node().child("body").isEmpty());
  }

  /// Returns the text without own tests that the compiler objects to: nobody asked for them.
  static String withoutBrokenTests(SourceFile file, RustFixes.Asked asked) {
    return without(
        file.content(),
        item ->
            item.node().is("mod_item")
                && item.attributes().stream().anyMatch(a -> a.replace(" ", "").equals("cfg(test)"))
                && asked.isFaulty(file, item.firstLine(), item.node().lastLine()));
  }

  /// Returns the text without `#![feature(…)]`, which no released compiler accepts.
  static String withoutFeatures(String text) {
    String kept = text;
    for (var node : RustItems.parse(text).parts()) {
      if (node.is("inner_attribute_item") && node.text().matches("(?s)#!\\[\\s*feature\\b.*")) {
        kept = kept.replaceFirst("\\Q" + node.text() + "\\E\\s*", "");
      }
    }
    return kept;
  }

  private static String without(String text, Predicate<Item> unwanted) {
    StringBuilder kept = new StringBuilder(text);
    List<Item> items = RustItems.top(text).stream().filter(unwanted).toList();
    items.reversed().forEach(item -> kept.delete(item.start(), item.end()));
    return items.isEmpty() ? text : kept.toString().strip() + "\n";
  }
}
