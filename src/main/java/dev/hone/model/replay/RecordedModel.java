package dev.hone.model.replay;

import dev.hone.failure.UsageException;
import dev.hone.model.FinishReason;
import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// A model whose replies are kept in a folder: what was asked before is answered from there, the
/// rest by the model. Closing it leaves the model open.
public final class RecordedModel implements LanguageModel {
  private final LanguageModel model;
  private final ReplyFolder folder;

  private RecordedModel(LanguageModel model, ReplyFolder folder) {
    this.model = model;
    this.folder = folder;
  }

  /// {@return the model with a folder of replies}
  ///
  /// @param model answers what the folder does not hold
  /// @param path the folder, made where it is not there
  /// @throws UsageException if the folder holds the replies of another model
  public static RecordedModel open(LanguageModel model, Path path) {
    ReplyFolder folder = new ReplyFolder(path);
    Optional<ModelCard> before = folder.card();
    if (before.isPresent() && !before.get().equals(model.card())) {
      throw new UsageException(
          "%s holds replies of %s, not of %s; name another folder with --record"
              .formatted(path, before.get().name(), model.card().name()));
    }
    if (before.isEmpty()) {
      folder.keep(model.card());
    }
    return new RecordedModel(model, folder);
  }

  @Override
  public ModelCard card() {
    return model.card();
  }

  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    Optional<Reply> kept = folder.find(request);
    if (kept.isPresent()) {
      onText.accept(kept.get().text());
      return kept.get();
    }
    Reply reply = model.reply(request, onText);
    if (reply.finish() != FinishReason.CANCELLED) {
      folder.keep(request, reply);
    }
    return reply;
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
