package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import dev.hone.language.rust.RustItems.Item;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes public what tests must reach.
final class Visibility {
  private static final Pattern PRIVATE =
      Pattern.compile(
          "`(?:\\w+::)*(\\w+)`(?: of (?:struct|enum|union) `[^`]*`)? (?:is private"
              + "|exists but is inaccessible)");
  private static final Set<String> ITEMS =
      Set.of(
          "function_item",
          "struct_item",
          "enum_item",
          "trait_item",
          "type_item",
          "const_item",
          "static_item");

  private Visibility() {}

  /// Returns the text with the word `pub` where it is missing.
  static String opened(SourceFile file, RustFixes.Asked asked) {
    String text = file.content();
    List<Item> items =
        RustItems.top(text).stream().filter(item -> ITEMS.contains(item.node().type())).toList();
    Set<String> wanted = wanted(items, asked);
    List<Integer> places = new ArrayList<>();
    items.stream()
        .filter(item -> wanted.contains(item.path()) && !item.isPublic() && !item.isTest())
        .forEach(item -> places.add(item.bare()));
    RustItems.top(text).stream()
        .filter(item -> item.node().is("impl_item", "struct_item"))
        .forEach(item -> places.addAll(members(item, wanted)));
    StringBuilder opened = new StringBuilder(text);
    places.stream()
        .distinct()
        .sorted(Comparator.reverseOrder())
        .forEach(place -> opened.insert(place, "pub "));
    return opened.toString();
  }

  private static Set<String> wanted(List<Item> items, RustFixes.Asked asked) {
    boolean closed = asked.entryPoints().isEmpty() && items.stream().noneMatch(Item::isPublic);
    Set<String> wanted =
        items.stream()
            .map(Item::path)
            .filter(name -> !name.equals("main") && (closed || asked.entryPoints().contains(name)))
            .collect(Collectors.toSet());
    for (Diagnostic fault : asked.faults()) {
      PRIVATE.matcher(fault.message()).results().forEach(found -> wanted.add(found.group(1)));
    }
    return wanted;
  }

  /// The methods of a type without a single public one, where the type is wanted, and members that
  /// are wanted themselves.
  private static List<Integer> members(Item item, Set<String> wanted) {
    SyntaxNode node = item.node();
    if (node.at("trait").findFirst().isPresent()) {
      return List.of();
    }
    List<SyntaxNode> members =
        node.at("body")
            .flatMap(body -> body.parts().stream())
            .filter(part -> part.is("function_item", "field_declaration", "const_item"))
            .toList();
    String type = node.textAt("type").replaceFirst("<.*", "");
    boolean all =
        node.is("impl_item")
            && wanted.contains(type)
            && members.stream().noneMatch(Visibility::isOpen);
    List<Integer> places = new ArrayList<>();
    int at = item.bare();
    for (SyntaxNode member : members) {
      // Members stand in the order of the text; the same words may stand twice.
      int offset = item.node().text().indexOf(member.text(), at - item.bare());
      at = item.bare() + offset + member.text().length();
      if (!isOpen(member) && (all || wanted.contains(member.textAt("name")))) {
        places.add(item.bare() + offset);
      }
    }
    return places;
  }

  private static boolean isOpen(SyntaxNode node) {
    return node.parts().stream().anyMatch(part -> part.is("visibility_modifier"));
  }
}
