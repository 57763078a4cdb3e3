package dev.hone.bench;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What a bench run came to so far.
///
/// @param header its conditions
/// @param items the problems that are done, by suite and position
public record Report(Header header, List<Item> items) {
  /// Copies the list and brings it in order.
  public Report {
    List<String> order = header.suites().stream().map(Header.Suite::name).toList();
    items =
        items.stream()
            .sorted(
                Comparator.comparingInt((Item item) -> order.indexOf(item.suite()))
                    .thenComparingInt(Item::index))
            .toList();
  }

  /// {@return whether every problem is done}
  public boolean isComplete() {
    return items.size() == header.suites().stream().mapToInt(Header.Suite::chosen).sum();
  }

  /// {@return the figures of all items}
  public Totals totals() {
    return Totals.of(items.stream());
  }

  /// {@return the figures of one suite}
  ///
  /// @param suite its name
  public Totals totals(String suite) {
    return Totals.of(items.stream().filter(item -> item.suite().equals(suite)));
  }

  /// {@return the figures of one class of work}
  ///
  /// @param type its name
  public Totals ofType(String type) {
    return Totals.of(items.stream().filter(item -> item.type().equals(type)));
  }

  /// {@return the figures of one language}
  ///
  /// @param language its identifier
  public Totals inLanguage(String language) {
    return Totals.of(items.stream().filter(item -> item.language().equals(language)));
  }

  /// {@return the languages of the items, in alphabetical order}
  public List<String> languages() {
    return items.stream()
        .map(Item::language)
        .filter(language -> !language.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /// {@return the tokens of an item that were spent on asking for tests, read and generated; empty
  /// where nobody counted them apart}
  ///
  /// @param item an item of this report
  public OptionalLong testTokens(Item item) {
    return switch (header.approach()) {
      case SINGLE, MENDED -> OptionalLong.of(0);
      case LOOP, HONE ->
          item.measured(Item.Grounds.class).stream()
              .mapToLong(Item.Grounds::testTokens)
              .findFirst();
      case TESTS, CANONICAL, STUB -> OptionalLong.empty();
    };
  }

  /// {@return the classes of work that the items name, in alphabetical order}
  public List<String> types() {
    return items.stream()
        .map(Item::type)
        .filter(type -> !type.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /// Sums over items.
  ///
  /// @param problems how many are done
  /// @param solved how many hidden checks ended with 0
  /// @param claimed how many the strategy called passed
  /// @param claimedAndSolved how many are both
  /// @param promptTokens tokens read, cached ones counted
  /// @param completionTokens tokens generated
  /// @param seconds the time of all items together
  public record Totals(
      int problems,
      int solved,
      int claimed,
      int claimedAndSolved,
      long promptTokens,
      long completionTokens,
      double seconds) {
    private static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);

    /// {@return tokens read and generated}
    public long tokens() {
      return promptTokens + completionTokens;
    }

    private static Totals of(Stream<Item> items) {
      return items.map(Totals::of).reduce(NONE, Totals::plus);
    }

    private static Totals of(Item item) {
      return new Totals(
          1,
          item.solved() ? 1 : 0,
          item.passed() ? 1 : 0,
          item.passed() && item.solved() ? 1 : 0,
          item.promptTokens(),
          item.completionTokens(),
          item.time().toMillis() / 1000.0);
    }

    private Totals plus(Totals other) {
      return new Totals(
          problems + other.problems,
          solved + other.solved,
          claimed + other.claimed,
          claimedAndSolved + other.claimedAndSolved,
          promptTokens + other.promptTokens,
          completionTokens + other.completionTokens,
          seconds + other.seconds);
    }
  }
}
