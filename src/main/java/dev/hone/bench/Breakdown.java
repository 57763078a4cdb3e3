package dev.hone.bench;

import dev.hone.result.Ending;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How the items of a run divide.
///
/// @param claims what became of claims, by what they rest on, strongest first; only what occurs,
///   and of items that say what they rest on
/// @param alone those of the claims whose answer stood alone among the candidates that it was
///   compared with, whatever they rest on
/// @param endings why the strategy ended; only what occurs
/// @param failures the classes of misses; only what occurs, {@link Failure#NONE} last for misses of
///   which nobody knows the class
/// @param tokens what was spent on code and on tests
/// @param choosing how well was chosen among the candidates of those items whose candidates were
///   all checked
/// @param kept how the generated tests behind the answers fare with the right solutions
public record Breakdown(
    List<Claims> claims,
    Alone alone,
    List<Count<Ending>> endings,
    List<Count<Failure>> failures,
    Split tokens,
    Choosing choosing,
    Kept kept) {
  /// Copies the lists.
  public Breakdown {
    claims = List.copyOf(claims);
    endings = List.copyOf(endings);
    failures = List.copyOf(failures);
  }

  /// What became of claims of one kind.
  ///
  /// @param basis what they rest on
  /// @param claimed how many there are
  /// @param solved how many of them are right
  public record Claims(Basis basis, int claimed, int solved) {}

  /// Claims whose answer stood alone.
  ///
  /// @param claimed how many there are
  /// @param solved how many of them are right
  public record Alone(int claimed, int solved) {}

  /// Choosing among candidates.
  ///
  /// @param problems how many problems had a right one among theirs
  /// @param solved in how many of them a right one was chosen
  public record Choosing(int problems, int solved) {}

  /// Generated tests that stand behind answers, whether these are right or not.
  ///
  /// @param problems how many problems had their tests held against a right solution
  /// @param tests how many tests they kept
  /// @param right how many of these the right solution passes
  public record Kept(int problems, int tests, int right) {}

  /// How often something occurs.
  ///
  /// @param <T> what is counted
  /// @param of what
  /// @param problems how many problems have it
  public record Count<T>(T of, int problems) {}

  /// Tokens, read and generated, of the items whose tokens were counted apart.
  ///
  /// @param problems how many such items there are
  /// @param tests spent on asking for tests
  /// @param code spent on all else
  public record Split(int problems, long tests, long code) {
    private Split plus(Item item, OptionalLong onTests) {
      return onTests.isEmpty()
          ? this
          : new Split(
              problems + 1,
              tests + onTests.getAsLong(),
              code + item.tokens() - onTests.getAsLong());
    }
  }

  /// {@return how the items of a run divide}
  ///
  /// @param report the run
  public static Breakdown of(Report report) {
    List<Item> items = report.items();
    List<Item> missed = items.stream().filter(item -> !item.solved()).toList();
    Split split = new Split(0, 0, 0);
    for (Item item : items) {
      split = split.plus(item, report.testTokens(item));
    }
    return new Breakdown(
        Arrays.stream(Basis.values())
            .map(basis -> claims(items, basis))
            .filter(claims -> claims.claimed() > 0)
            .toList()
            .reversed(),
        alone(items),
        counts(
            Arrays.stream(Ending.values()),
            items,
            (ending, item) -> item.ended().equals(ending.id())),
        counts(failures(report), missed, (failure, item) -> item.failure() == failure),
        split,
        choosing(items),
        kept(items));
  }

  static Kept kept(List<Item> items) {
    List<Item.HeldTests> kept =
        items.stream()
            .flatMap(item -> item.measured(Item.Grounds.class).stream())
            .flatMap(grounds -> grounds.kept().stream())
            .toList();
    return new Kept(
        kept.size(),
        kept.stream().mapToInt(Item.HeldTests::written).sum(),
        kept.stream().mapToInt(Item.HeldTests::right).sum());
  }

  static Choosing choosing(List<Item> items) {
    List<Item> possible =
        items.stream()
            .filter(
                item ->
                    item.measured(Item.Grounds.class)
                        .filter(grounds -> grounds.right().orElse(0) > 0)
                        .isPresent())
            .toList();
    return new Choosing(possible.size(), solved(possible));
  }

  private static Claims claims(List<Item> items, Basis basis) {
    List<Item> claimed = claimed(items, grounds -> grounds.basis() == basis);
    return new Claims(basis, claimed.size(), solved(claimed));
  }

  static Alone alone(List<Item> items) {
    List<Item> alone = claimed(items, grounds -> grounds.consensus().isAlone());
    return new Alone(alone.size(), solved(alone));
  }

  private static List<Item> claimed(List<Item> items, Predicate<Item.Grounds> test) {
    return items.stream()
        .filter(Item::passed)
        .filter(item -> item.measured(Item.Grounds.class).filter(test).isPresent())
        .toList();
  }

  private static int solved(List<Item> items) {
    return (int) items.stream().filter(Item::solved).count();
  }

  // Where no model wrote code nobody looks for a class.
  private static Stream<Failure> failures(Report report) {
    return switch (report.header().approach()) {
      case SINGLE, MENDED, LOOP, HONE -> Arrays.stream(Failure.values());
      case TESTS, CANONICAL, STUB -> Stream.empty();
    };
  }

  private static <T> List<Count<T>> counts(
      Stream<T> values, List<Item> items, BiPredicate<T, Item> test) {
    return values
        .map(
            value ->
                new Count<>(
                    value, (int) items.stream().filter(item -> test.test(value, item)).count()))
        .filter(count -> count.problems() > 0)
        .toList();
  }
}
