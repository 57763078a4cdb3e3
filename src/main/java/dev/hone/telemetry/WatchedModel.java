package dev.hone.telemetry;

import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.util.function.Consumer;

/// A model whose calls are measured. Closing it closes the model.
///
/// @param model who is asked
/// @param place where it is asked
/// @param calls measures the calls
/// @param after runs after each call, on the thread that asked
record WatchedModel(LanguageModel model, ModelPlace place, Calls calls, Runnable after)
    implements LanguageModel {
  @Override
  public ModelCard card() {
    return model.card();
  }

  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    try {
      return calls.measured(place, request, () -> model.reply(request, onText));
    } finally {
      after.run();
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
    model.close();
  }
}
