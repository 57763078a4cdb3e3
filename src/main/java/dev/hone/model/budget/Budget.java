package dev.hone.model.budget;

import dev.hone.model.budget.Bound.Kind;
import dev.hone.model.budget.Bound.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// What a run may spend.
///
/// @param bounds all of them hold; empty where nothing is bounded
public record Budget(List<Bound> bounds) {
  /// No bounds at all.
  public static final Budget NONE = new Budget(List.of());

  /// Copies the list.
  public Budget {
    bounds = List.copyOf(bounds);
  }

  /// {@return the bounds of one run among some that are written as {@link #words} does; those of a
  /// day are left out}
  ///
  /// @param words the bounds, such as `tokens 5000`
  public static Budget ofRun(List<String> words) {
    return new Budget(words.stream().flatMap(one -> Bound.ofRun(one).stream()).toList());
  }

  /// {@return these bounds, and those of another that bound what these do not}
  ///
  /// @param other what counts where this says nothing
  public Budget or(Budget other) {
    return new Budget(
        Stream.concat(bounds.stream(), other.bounds.stream().filter(bound -> !bounds(bound)))
            .toList());
  }

  private boolean bounds(Bound other) {
    return bounds.stream()
        .anyMatch(bound -> bound.kind() == other.kind() && bound.span() == other.span());
  }

  /// {@return the same, with what other runs of the day spent}
  ///
  /// @param tokens read and generated
  /// @param dollars US dollars, as far as prices were known
  public Budget after(long tokens, BigDecimal dollars) {
    return new Budget(
        bounds.stream()
            .map(
                bound ->
                    bound.span() == Span.RUN
                        ? bound
                        : bound.after(
                            bound.kind() == Kind.COST ? dollars : BigDecimal.valueOf(tokens)))
            .toList());
  }

  /// {@return whether money is bounded, so that prices must be known}
  public boolean boundsMoney() {
    return bounds.stream().anyMatch(bound -> bound.kind() == Kind.COST);
  }

  /// {@return whether something is bounded for the whole day}
  public boolean boundsDay() {
    return bounds.stream().anyMatch(bound -> bound.span() == Span.DAY);
  }

  /// {@return the bounds as the settings write them, such as `tokens 5000`}
  public List<String> words() {
    return bounds.stream().map(Bound::words).toList();
  }
}
