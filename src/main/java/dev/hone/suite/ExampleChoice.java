package dev.hone.suite;

import dev.hone.language.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Chooses from many examples the few that tell candidates apart best. A model writes ordinary
/// calls first and more of them than it needs; what a candidate gets wrong is mostly at the end of
/// its list: the empty text, the negative number, the error. So errors have up to half of the
/// places, and among the rest each new shape of call goes before another call of a shape that is
/// there. Of calls of one shape the first and the last go before those between them, since a model
/// begins with the plainest.
final class ExampleChoice {
  private final int most;

  /// Makes a choice.
  ///
  /// @param most the most examples to keep, at least 1
  ExampleChoice(int most) {
    this.most = most;
  }

  /// {@return at most so many of the examples, in the order in which they came}
  ///
  /// @param examples the examples, ordinary ones first
  List<Example> of(List<Example> examples) {
    if (examples.size() <= most) {
      return List.copyOf(examples);
    }
    List<Example> errors = byShape(examples.stream().filter(ExampleChoice::isError).toList());
    List<Example> values = byShape(examples.stream().filter(e -> !isError(e)).toList());
    int places = Math.max(most / 2, most - values.size());
    Set<Example> chosen = new LinkedHashSet<>(first(places, errors));
    chosen.addAll(first(most - chosen.size(), values));
    return examples.stream().filter(chosen::contains).toList();
  }

  private static boolean isError(Example example) {
    return example.kind() == Example.Kind.RAISES;
  }

  private static List<Example> first(int number, List<Example> examples) {
    return examples.subList(0, Math.min(number, examples.size()));
  }

  // The first of each shape, then the second of each, and so on.
  private static List<Example> byShape(List<Example> examples) {
    Map<String, List<Example>> shapes = new LinkedHashMap<>();
    for (Example example : examples) {
      shapes.computeIfAbsent(CallShape.of(example.call()), _ -> new ArrayList<>()).add(example);
    }
    shapes.replaceAll((_, alike) -> outermostFirst(alike));
    return Turns.of(shapes.values());
  }

  // The first, the last, the one in the middle, those in the middle between them, and so on.
  private static List<Example> outermostFirst(List<Example> alike) {
    Set<Integer> order = new LinkedHashSet<>();
    for (int parts = 1; order.size() < alike.size(); parts *= 2) {
      for (int part = 0; part <= parts; part++) {
        order.add((alike.size() - 1) * part / parts);
      }
    }
    return order.stream().map(alike::get).toList();
  }
}
