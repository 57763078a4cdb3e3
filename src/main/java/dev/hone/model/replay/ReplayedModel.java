package dev.hone.model.replay;

import dev.hone.failure.UsageException;
import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A folder of replies in place of a model. What it was never asked it does not answer.
public final class ReplayedModel implements LanguageModel {
  private final Path path;
  private final ReplyFolder folder;
  private final ModelCard card;

  private ReplayedModel(Path path, ReplyFolder folder, ModelCard card) {
    this.path = path;
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
    return new ReplayedModel(path, folder, card);
  }

  @Override
  public ModelCard card() {
    return card;
  }

  /// {@inheritDoc}
  ///
  /// @throws UsageException if the folder does not hold the reply to this request; it says how the
  ///   request differs from those that are there
  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    Reply reply = folder.find(request).orElseThrow(() -> missing(request));
    onText.accept(reply.text());
    return reply;
  }

  // No failure of a model: nothing may stand in for it, as it does where a model fails.
  private UsageException missing(Request request) {
    String difference = folder.difference(request);
    return new UsageException(
        "no reply to this request was recorded in %s%s%nRun the same command with --record %s to record it, or replay with what was typed when it was recorded"
            .formatted(path, difference.isEmpty() ? "" : "; " + difference, path));
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
