package dev.hone.requirement;

import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A model that always gives the same answer and keeps what it was asked.
public final class AnsweringModel implements LanguageModel {
  private final String answer;
  private final double parameterBillions;
  private final List<Request> requests = new ArrayList<>();

  /// Makes a model.
  ///
  /// @param parameterBillions its size
  /// @param answer what it always says
  public AnsweringModel(double parameterBillions, String answer) {
    this.parameterBillions = parameterBillions;
    this.answer = answer;
  }

  /// {@return what it was asked}
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public ModelCard card() {
    return new ModelCard("answering", parameterBillions, 4096, "", "none");
  }

  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    requests.add(request);
    onText.accept(answer);
    return new Reply(answer, FinishReason.STOP, 10, 0, 1, Duration.ZERO, Duration.ZERO);
  }

  @Override
  public void close() {}
}
