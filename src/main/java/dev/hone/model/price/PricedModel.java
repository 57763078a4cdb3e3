package dev.hone.model.price;

import dev.hone.model.Bill;
import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.util.function.Consumer;

/// A model whose replies carry its name and what they cost. Closing it closes the model.
public final class PricedModel implements LanguageModel {
  private final LanguageModel model;
  private final Price price;

  /// Makes a model that bills.
  ///
  /// @param model who is asked
  /// @param price what it takes
  public PricedModel(LanguageModel model, Price price) {
    this.model = model;
    this.price = price;
  }

  @Override
  public ModelCard card() {
    return model.card();
  }

  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    Reply reply = model.reply(request, onText);
    return reply.billed(
        new Bill(
            model.card().name(),
            price.of(reply.promptTokens(), reply.cachedTokens(), reply.completionTokens())));
  }

  @Override
  public Forecast forecast(Request request) {
    return new Forecast(model.forecast(request).promptTokens(), price);
  }

  @Override
  public boolean handOver(String why) {
    return model.handOver(why);
  }

  @Override
  public void close() {
    model.close();
  }
}
