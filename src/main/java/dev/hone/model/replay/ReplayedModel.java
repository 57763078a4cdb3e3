package dev.hone.model.replay;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.ModelException;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A folder of replies in place of a model. What it was never asked it does not answer.
public final class ReplayedModel implements LanguageModel {
  private final ReplyFolder folder;
  private final ModelCard card;

  private ReplayedModel(ReplyFolder folder, ModelCard card) {
    this.folder = folder;
    this.card = card;
  }

  /// {@return the replies of a folder}
  ///
  /// @param path what {@link RecordedModel} filled
  /// @throws UsageException if it holds no replies
  public static ReplayedModel open(Path path) {
    ReplyFolder folder = new ReplyFolder(path);
    ModelCard card =
        folder
            .card()
            .orElseThrow(
                () ->
                    new UsageException(
                        "%s holds no replies; fill it with --record first".formatted(path)));
    return new ReplayedModel(folder, card);
  }

  @Override
  public ModelCard card() {
    return card;
  }

  /// {@inheritDoc}
  ///
  /// @throws ModelException if the folder does not hold the reply to this request
  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    Reply reply =
        folder
            .find(request)
            .orElseThrow(
                () ->
                    new ModelException(
                        ErrorType.USER,
                        "no reply to this prompt was recorded; run the same command with --record"));
    onText.accept(reply.text());
    return reply;
  }

  @Override
  public Forecast forecast(Request request) {
    return new Forecast(0, Price.free());
  }

  @Override
  public void close() {
    // There is nothing to free.
  }
}
