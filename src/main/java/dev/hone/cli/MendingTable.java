package dev.hone.cli;

import dev.hone.bench.Item;
import dev.hone.bench.Item.RuleMending;
import dev.hone.bench.Report;
import dev.hone.verdict.Verdict;
import java.util.List;

/// What rules made of the answers of a model, one line for each language.
final class MendingTable {
  private static final String FORM = "%-12s %7s %7s %7s %9s %7s %6s%n";
  private static final String PASSED = new Verdict.Passed().id();

  private MendingTable() {}

  /// {@return the table with an empty line before it; empty where no rules were measured} A broken
  /// reply does not pass the hidden check; a faulty one is broken and has a fault that the tools
  /// name; it is repaired if rules took the fault away, solved if the check passes then. A reply is
  /// made worse if rules gave it a fault or took a pass of the check away.
  static String of(Report report) {
    String head =
        FORM.formatted("language", "replies", "broken", "faulty", "repaired", "solved", "worse");
    return LanguageLines.of(report, RuleMending.class, head, MendingTable::line);
  }

  private static String line(String name, List<Item> items) {
    List<Item> broken =
        items.stream().filter(item -> !before(item).check().equals(PASSED)).toList();
    List<Item> faulty = broken.stream().filter(item -> before(item).faulty()).toList();
    return FORM.formatted(
        name,
        items.size(),
        broken.size(),
        faulty.size(),
        faulty.stream().filter(item -> !before(item).stillFaulty()).count(),
        broken.stream().filter(Item::solved).count(),
        items.stream().filter(MendingTable::isWorse).count());
  }

  private static boolean isWorse(Item item) {
    RuleMending before = before(item);
    return (before.check().equals(PASSED) && !item.solved())
        || (before.stillFaulty() && !before.faulty());
  }

  private static RuleMending before(Item item) {
    return item.measured(RuleMending.class).orElseThrow();
  }
}
