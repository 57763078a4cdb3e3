package dev.hone.cli;

import dev.hone.bench.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Earlier runs beside those that were made again with another prompt.
///
/// @param name the prompt that was replaced
/// @param before the hash of Hone's own
/// @param tried the hash of the one that was tried
/// @param pairs the runs; empty where the first one was stopped
record PromptTrial(String name, String before, String tried, List<Pair> pairs) {
  private static final double SIGNIFICANT = 0.05;

  PromptTrial {
    pairs = List.copyOf(pairs);
  }

  /// A run and the one that was made again.
  record Pair(RunSide then, RunSide now) {}

  String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("then", "", "now", ""));
    pairs.forEach(
        pair -> rows.add(List.of(pair.then.id(), word(pair.then), pair.now.id(), word(pair.now))));
    Comparison.Row row = row();
    return "%s: %s in place of %s%n%n".formatted(name, tried, before)
        + Grid.of(rows, 4)
        + String.format(
            Locale.ROOT,
            "\npassed  %d of %d then, %d now; only then %d, only now %d: %s (chance %.3f)\n",
            row.both() + row.onlyFirst(),
            row.pairs(),
            row.both() + row.onlySecond(),
            row.onlyFirst(),
            row.onlySecond(),
            word(row),
            row.chance())
        + "tokens  %d a run then, %d now\n".formatted(tokens(Pair::then), tokens(Pair::now))
        + models();
  }

  /// {@return the same as data}
  ObjectNode form() {
    ObjectNode form = Json.form();
    form.put("prompt", name).put("before", before).put("tried", tried);
    Comparison.Row row = row();
    form.put("runs", row.pairs());
    form.put("passedThen", row.both() + row.onlyFirst());
    form.put("passedNow", row.both() + row.onlySecond());
    form.put("onlyThen", row.onlyFirst()).put("onlyNow", row.onlySecond());
    form.put("chance", row.chance());
    form.put("word", word(row));
    form.put("tokensThen", tokens(Pair::then)).put("tokensNow", tokens(Pair::now));
    ArrayNode listed = form.putArray("pairs");
    for (Pair pair : pairs) {
      ObjectNode one = listed.addObject();
      one.set("then", pair.then.form());
      one.set("now", pair.now.form());
    }
    return form;
  }

  private Comparison.Row row() {
    int both = count(true, true);
    return new Comparison.Row(
        name, both, count(true, false), count(false, true), count(false, false));
  }

  private int count(boolean then, boolean now) {
    return (int)
        pairs.stream()
            .filter(pair -> pair.then.passed() == then && pair.now.passed() == now)
            .count();
  }

  private static String word(Comparison.Row row) {
    if (row.chance() >= SIGNIFICANT) {
      return "no difference shown";
    }
    return row.onlySecond() > row.onlyFirst() ? "better" : "worse";
  }

  private static String word(RunSide side) {
    return side.passed() ? "passed" : side.verdict().isEmpty() ? side.ended() : side.verdict();
  }

  private long tokens(Function<Pair, RunSide> side) {
    ToLongFunction<RunSide> spent =
        one -> one.usage().promptTokens() + one.usage().completionTokens();
    return pairs.isEmpty() ? 0 : pairs.stream().map(side).mapToLong(spent).sum() / pairs.size();
  }

  private String models() {
    long others =
        pairs.stream().filter(pair -> !pair.then.model().equals(pair.now.model())).count();
    return others == 0
        ? ""
        : "models  another one in %d of %d; name the one of then with --model\n"
            .formatted(others, pairs.size());
  }
}
