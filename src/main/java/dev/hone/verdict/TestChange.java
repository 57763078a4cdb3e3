package dev.hone.verdict;

import dev.hone.suite.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A test that went another way than before.
///
/// @param name the test's name
/// @param origin where the test came from
/// @param before how it went before, such as `failed`; empty where it was not there
/// @param after how it went after; empty where it was not there
public record TestChange(String name, Origin origin, String before, String after) {
  /// {@return the tests that went another way, in the order of the later ones, then those that are
  /// gone; messages do not count}
  ///
  /// @param before how the tests went first
  /// @param after how they went then
  public static List<TestChange> between(List<TestOutcome> before, List<TestOutcome> after) {
    Map<String, TestOutcome> old = byName(before);
    Map<String, TestOutcome> fresh = byName(after);
    Map<String, TestOutcome> all = new LinkedHashMap<>(fresh);
    old.forEach(all::putIfAbsent);
    return all.values().stream()
        .map(
            test ->
                new TestChange(
                    test.name(), test.origin(), word(old, test.name()), word(fresh, test.name())))
        .filter(change -> !change.before.equals(change.after))
        .toList();
  }

  private static String word(Map<String, TestOutcome> tests, String name) {
    TestOutcome test = tests.get(name);
    return test == null ? "" : test.outcome().id();
  }

  // Names may stand in two files; the first speaks for both.
  private static Map<String, TestOutcome> byName(List<TestOutcome> tests) {
    return tests.stream()
        .collect(
            Collectors.toMap(
                TestOutcome::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }
}
