package dev.hone.cli;

import dev.hone.bench.Item;
import dev.hone.bench.Report;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// A table of what was measured beside the code, one line for each language and one for all.
final class LanguageLines {
  private LanguageLines() {}

  /// {@return the table with an empty line before it; empty where the kind was not measured}
  ///
  /// @param report the run
  /// @param kind what was measured
  /// @param head the line above
  /// @param line makes a line of a name and the items it stands for
  static String of(
      Report report,
      Class<? extends Item.Measured> kind,
      String head,
      BiFunction<String, List<Item>, String> line) {
    List<Item> measured =
        report.items().stream().filter(item -> item.measured(kind).isPresent()).toList();
    List<String> languages = measured.stream().map(Item::language).distinct().toList();
    return measured.isEmpty()
        ? ""
        : "%n".formatted()
            + head
            + languages.stream()
                .map(language -> line.apply(language, of(measured, language)))
                .collect(Collectors.joining())
            + (languages.size() > 1 ? line.apply("all", measured) : "");
  }

  private static List<Item> of(List<Item> items, String language) {
    return items.stream().filter(item -> item.language().equals(language)).toList();
  }
}
