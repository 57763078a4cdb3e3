package dev.hone.cli;

import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.util.function.Consumer;

/// A model whose closing closes what holds it.
///
/// @param model the model
/// @param holder closes whoever opened it, and it with them
record HeldModel(LanguageModel model, Runnable holder) implements LanguageModel {
  @Override
  public ModelCard card() {
    return model.card();
  }

  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    return model.reply(request, onText);
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
    holder.run();
  }
}
