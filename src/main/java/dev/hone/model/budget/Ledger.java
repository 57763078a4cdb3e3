package dev.hone.model.budget;

import dev.hone.failure.UsageException;
import dev.hone.model.Cost;
import dev.hone.model.Forecast;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.budget.Bound.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What one run may spend and has spent, whichever of its models is asked. Its time begins when it
/// is made. Safe for use by several threads.
public final class Ledger {
  /// How much of its limit a reply takes, before any is known. Most replies are far shorter than
  /// their limit, so that counting with all of it would end a run with much of its budget unused.
  private static final int USUAL_SHARE = 4;

  private final Budget budget;
  private final LongSupplier nanoTime;
  private final long startedAt;
  private long promptTokens;
  private long completionTokens;
  private long allowedTokens;
  private BigDecimal dollars = BigDecimal.ZERO;

  /// Opens a ledger, and its time begins.
  ///
  /// @param budget what may be spent
  public Ledger(Budget budget) {
    this(budget, System::nanoTime);
  }

  Ledger(Budget budget, LongSupplier nanoTime) {
    this.budget = budget;
    this.nanoTime = nanoTime;
    this.startedAt = nanoTime.getAsLong();
  }

  /// {@return the request as it may be made: with no more room for the reply than is left}
  ///
  /// @param request what shall be asked
  /// @param forecast what the model says of it
  /// @param model the model's name
  /// @throws BudgetException if the call would go over a bound
  /// @throws UsageException if money is bounded and the model's price is not known
  synchronized Request admit(Request request, Forecast forecast, String model) {
    if (budget.boundsMoney() && forecast.price() instanceof Price.Unknown) {
      throw new UsageException(
          "a bound on money needs the price of %s, which is not known; leave out the bound, or name a model with a price"
              .formatted(model));
    }
    Estimate next = Estimate.of(request, forecast, guess(request.sampling().maxTokens()));
    int room = next.mostTokens();
    for (Bound bound : budget.bounds()) {
      BigDecimal left = bound.left(spent(bound.kind()));
      BigDecimal wanted = next.of(bound.kind());
      boolean over = bound.kind() == Kind.TIME ? left.signum() <= 0 : wanted.compareTo(left) > 0;
      if (over) {
        throw new BudgetException(bound.kind(), Words.of(bound, left, wanted));
      }
      room = Math.min(room, next.room(bound.kind(), left));
    }
    return room < next.mostTokens() ? with(room, request) : request;
  }

  /// Counts a reply that was had before the ledger was opened.
  ///
  /// @param reply what came
  public synchronized void count(Reply reply) {
    spend(reply);
    // its limit is not known; a usual one leaves the guess of the next reply as it is
    allowedTokens += (long) reply.completionTokens() * USUAL_SHARE;
  }

  /// Counts a reply.
  ///
  /// @param request what was asked
  /// @param reply what came
  synchronized void add(Request request, Reply reply) {
    spend(reply);
    allowedTokens += request.sampling().maxTokens();
  }

  private void spend(Reply reply) {
    promptTokens += reply.promptTokens();
    completionTokens += reply.completionTokens();
    if (reply.bill().cost() instanceof Cost.Known(BigDecimal cost)) {
      dollars = dollars.add(cost);
    }
  }

  /// {@return a watch that interrupts the calling thread when the time is over}
  Deadline deadline() {
    return timeBound()
        .map(bound -> bound.left(spent(Kind.TIME)).movePointRight(9).max(BigDecimal.ZERO))
        .map(nanos -> Deadline.in(Duration.ofNanos(nanos.longValue())))
        .orElseGet(Deadline::never);
  }

  /// {@return that the time is over, with what a call had brought}
  BudgetException timeIsOver(Reply cut) {
    return new BudgetException(Kind.TIME, timeWords(), cut);
  }

  /// {@return that the time is over}
  BudgetException timeIsOver() {
    return new BudgetException(Kind.TIME, timeWords());
  }

  private String timeWords() {
    Bound bound = timeBound().orElseThrow();
    return Words.of(bound, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  private Optional<Bound> timeBound() {
    return budget.bounds().stream().filter(bound -> bound.kind() == Kind.TIME).findFirst();
  }

  private BigDecimal spent(Kind kind) {
    return switch (kind) {
      case TOKENS -> BigDecimal.valueOf(promptTokens + completionTokens);
      case COMPLETION_TOKENS -> BigDecimal.valueOf(completionTokens);
      case COST -> dollars;
      case TIME -> BigDecimal.valueOf(nanoTime.getAsLong() - startedAt, 9);
    };
  }

  // The share of their limits that replies took so far; the usual share counts as one more reply.
  private long guess(int limit) {
    double share =
        (completionTokens + (double) limit / USUAL_SHARE) / (allowedTokens + (double) limit);
    return Math.max(1, Math.round(limit * share));
  }

  private static Request with(int room, Request request) {
    return request.with(request.sampling().withMaxTokens(room));
  }
}
