package dev.hone.suite;

import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes further calls from those of examples, by rule and without a model: one argument is taken
/// to its nearest edge (nothing, one, a repeated or a reversed one) or comes from another example,
/// or the arguments change places. What such a call should return nobody knows; it shows only
/// whether two pieces of code do the same (arXiv 2604.15618 votes on outputs in this way).
public final class VariedCalls {
  private final LanguageId language;
  private final int most;

  /// Makes a maker.
  ///
  /// @param language the language of the calls
  /// @param most the most calls to make, at least 0
  public VariedCalls(LanguageId language, int most) {
    this.language = language;
    this.most = most;
  }

  /// {@return calls that are not among the examples, from each example some, in turns; empty where
  /// no argument can be read} Each has the expected value of the example that it was made from,
  /// which is of the right type and means nothing.
  ///
  /// @param examples the examples; only those that return a value are varied
  public List<Example> of(List<Example> examples) {
    List<Example> bases =
        examples.stream().filter(example -> example.kind() == Example.Kind.RETURNS).toList();
    Set<String> known = examples.stream().map(Example::call).collect(Collectors.toSet());
    Map<String, Example> made = new LinkedHashMap<>();
    List<List<Example>> varied =
        IntStream.range(0, bases.size()).mapToObj(i -> of(bases.get(i), i, bases)).toList();
    for (Example next : Turns.of(varied)) {
      if (!known.contains(next.call())) {
        made.putIfAbsent(next.call(), next);
      }
    }
    return made.values().stream().limit(most).toList();
  }

  // Each example begins with another edge, so that a few calls show many of them.
  private List<Example> of(Example base, int place, List<Example> all) {
    var read = WrittenCall.of(base.call());
    if (read.isEmpty()) {
      return List.of();
    }
    WrittenCall call = read.get();
    List<WrittenCall> calls = new ArrayList<>(near(call));
    Collections.rotate(calls, -place);
    if (mixesArguments()) {
      all.stream()
          .flatMap(other -> WrittenCall.of(other.call()).stream())
          .filter(other -> other.arguments().size() == call.arguments().size())
          .flatMap(other -> call.crossed(other).stream())
          .forEach(calls::add);
    }
    return calls.stream().map(varied -> varied(base, varied.text())).toList();
  }

  private List<WrittenCall> near(WrittenCall call) {
    Edges edges = new Edges(language);
    Stream<List<WrittenCall>> edged =
        IntStream.range(0, call.arguments().size())
            .mapToObj(
                i ->
                    edges.of(call.arguments().get(i)).stream()
                        .map(edge -> call.with(i, edge))
                        .toList());
    List<WrittenCall> reversed = mixesArguments() ? call.reversed().stream().toList() : List.of();
    return Turns.of(Stream.concat(edged, Stream.of(reversed)).toList());
  }

  // In C the length of an array is an argument beside it.
  private boolean mixesArguments() {
    return language != LanguageId.C;
  }

  private static Example varied(Example base, String call) {
    return new Example(base.kind(), base.setup(), call, base.expected(), "");
  }
}
