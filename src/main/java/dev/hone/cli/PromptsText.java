package dev.hone.cli;

import dev.hone.runlog.stats.PromptReport;
import dev.hone.runlog.stats.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The versions of prompts as a person reads them in a terminal.
final class PromptsText {
  private PromptsText() {}

  static String of(List<PromptReport> prompts) {
    return prompts.stream().map(PromptsText::of).collect(Collectors.joining("\n"));
  }

  private static String of(PromptReport prompt) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(prompt.name(), "last used", "rate", "", "95 %", "runs", "failed"));
    prompt.versions().forEach(version -> rows.add(row(version)));
    StringBuilder text = new StringBuilder(Grid.of(rows, 2));
    prompt
        .contrasts()
        .forEach(contrast -> text.append("  ").append(Words.contrast(contrast)).append('\n'));
    for (PromptReport.Version version : prompt.versions()) {
      for (PromptReport.WeakType weak : version.weak()) {
        text.append("  %s is %s\n".formatted(version.hash(), Words.weak(weak)));
        weak.examples().forEach(id -> text.append("    hone show ").append(id).append('\n'));
      }
    }
    return text.toString();
  }

  private static List<String> row(PromptReport.Version version) {
    return List.of(
        version.hash(),
        version.last().toString(),
        Words.percent(version.rate()),
        StatsText.bar(version.rate()),
        Words.range(version.interval()),
        Integer.toString(version.runs()),
        Integer.toString(version.failed()));
  }
}
