package dev.hone;

import dev.hone.agent.Cast;
import dev.hone.agent.Role;
import dev.hone.failure.UsageException;
import dev.hone.model.LanguageModel;
import dev.hone.model.Price;
import dev.hone.model.price.PricedModel;
import dev.hone.model.replay.RecordedModel;
import dev.hone.model.replay.ReplayedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// The models of a run with a folder of replies. A role with a model of its own has a folder of its
/// own in it.
final class Recordings {
  private Recordings() {}

  /// {@return models whose replies are kept}
  ///
  /// @throws UsageException if the folder holds replies of other models
  static Cast recorded(Cast cast, Path folder) {
    Map<Role, LanguageModel> others = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      LanguageModel model = cast.others().get(role);
      Path own = folder.resolve(role.id());
      if (model != null) {
        others.put(role, RecordedModel.open(model, own));
      } else if (Files.exists(own)) {
        throw new UsageException(
            "%s holds replies of a %s with a model of its own, which it has not here; name another folder with --record"
                .formatted(folder, role.id()));
      }
    }
    return new Cast(RecordedModel.open(cast.usual(), folder), others);
  }

  /// {@return kept replies in place of models}
  ///
  /// @throws UsageException if the folder holds none
  static Cast replayed(Path folder) {
    Map<Role, LanguageModel> others = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      Path own = folder.resolve(role.id());
      if (Files.exists(own)) {
        others.put(role, replayedModel(own));
      }
    }
    return new Cast(replayedModel(folder), others);
  }

  private static LanguageModel replayedModel(Path folder) {
    return new PricedModel(ReplayedModel.open(folder), Price.free());
  }
}
