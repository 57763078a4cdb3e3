package dev.hone.model.budget;

import dev.hone.model.FinishReason;
import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.util.function.Consumer;

/// A model that is asked only as far as a budget goes. Several of them may share a ledger. Closing
/// it leaves the model open.
public final class BudgetedModel implements LanguageModel {
  private final LanguageModel model;
  private final Ledger ledger;

  /// Makes a model with a budget.
  ///
  /// @param model who is asked
  /// @param ledger what may be spent, and is
  public BudgetedModel(LanguageModel model, Ledger ledger) {
    this.model = model;
    this.ledger = ledger;
  }

  @Override
  public ModelCard card() {
    return model.card();
  }

  /// {@inheritDoc}
  ///
  /// @throws BudgetException if the call would go over the budget and is not made, or the time is
  ///   over while the model answers
  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    Request allowed = ledger.admit(request, model.forecast(request), model.card().name());
    Reply reply;
    boolean over;
    try (Deadline deadline = ledger.deadline()) {
      reply = ask(allowed, onText, deadline);
      over = deadline.stop();
    }
    ledger.add(allowed, reply);
    if (over && reply.finish() == FinishReason.CANCELLED) {
      throw ledger.timeIsOver(reply);
    }
    return reply;
  }

  // An interrupt may also show as a failure.
  private Reply ask(Request request, Consumer<String> onText, Deadline deadline) {
    try {
      return model.reply(request, onText);
    } catch (ModelException e) {
      if (deadline.stop()) {
        throw ledger.timeIsOver();
      }
      throw e;
    }
  }

  @Override
  public Forecast forecast(Request request) {
    return model.forecast(request);
  }

  @Override
  public boolean handOver(String why) {
    return model.handOver(why);
  }

  @Override
  public void close() {
    // The model belongs to whoever opened it.
  }
}
