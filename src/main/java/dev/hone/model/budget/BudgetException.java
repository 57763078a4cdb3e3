package dev.hone.model.budget;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.budget.Bound.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The next call would go over a budget, or time ran out in one. The run ends with what it has.
public final class BudgetException extends ModelException {
  /// Which budget it is.
  private final Kind kind;

  /// What the call had brought when it was cut, or null where none was made.
  private final @Nullable Reply cut;

  /// Makes one for a call that was not made.
  ///
  /// @param kind what would not have sufficed
  /// @param message which budget it is, and what is left of it
  BudgetException(Kind kind, String message) {
    // nobody else shall be asked in its place
    super(ErrorType.USER, message);
    this.kind = kind;
    this.cut = null;
  }

  /// Makes one for a call that was cut.
  ///
  /// @param kind what did not suffice
  /// @param message which budget it is
  /// @param cut what the call had brought, which is spent
  BudgetException(Kind kind, String message, Reply cut) {
    super(ErrorType.USER, message);
    this.kind = kind;
    this.cut = cut;
  }

  /// {@return what did not suffice}
  public Kind kind() {
    return kind;
  }

  /// {@return what the call had brought when it was cut, or empty where none was made}
  public Optional<Reply> cut() {
    return Optional.ofNullable(cut);
  }
}
