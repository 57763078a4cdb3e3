package dev.hone.language.node;

import java.util.ArrayList;
import java.util.List;

/// Takes the code out of the fences that a reply put around it.
final class LeftMarkdown implements Correction {
  @Override
  public String name() {
    return "left-markdown";
  }

  @Override
  public ModuleText corrected(ModuleText module) {
    List<String> lines = module.text().lines().toList();
    List<Integer> fences = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().matches("(```|~~~)\\s*[\\w+-]*")) {
        fences.add(i);
      }
    }
    boolean starts = !fences.isEmpty() && joined(lines.subList(0, fences.getFirst())).isBlank();
    // Where the whole parses, a fence stands in a template or a comment; but a pair of fences
    // around
    // everything parses as templates too.
    if (fences.isEmpty() || (!module.broken() && !starts)) {
      return module;
    }
    return parts(lines, fences).stream()
        .filter(part -> !part.isBlank())
        .map(module::with)
        .filter(part -> !part.broken() && !part.statements().isEmpty())
        .findFirst()
        .orElse(module);
  }

  /// What may be the code: between two fences, else before or behind a single one.
  private static List<String> parts(List<String> lines, List<Integer> fences) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i + 1 < fences.size(); i += 2) {
      parts.add(joined(lines.subList(fences.get(i) + 1, fences.get(i + 1))));
    }
    parts.add(joined(lines.subList(0, fences.getFirst())));
    parts.add(joined(lines.subList(fences.getLast() + 1, lines.size())));
    return parts;
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
