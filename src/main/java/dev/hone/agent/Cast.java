package dev.hone.agent;

import dev.hone.model.LanguageModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Which model does which part of the work.
///
/// @param usual does whatever no other one does
/// @param others those that play a role
public record Cast(LanguageModel usual, Map<Role, LanguageModel> others) {
  /// Copies the map.
  public Cast {
    others = Map.copyOf(others);
  }

  /// {@return a cast in which one model does everything}
  ///
  /// @param model the model
  public static Cast of(LanguageModel model) {
    return new Cast(model, Map.of());
  }

  /// {@return the model that plays a role}
  ///
  /// @param role the role
  public LanguageModel playing(Role role) {
    return others.getOrDefault(role, usual);
  }

  /// {@return the model for a part of the work, by the word of its exchanges}
  LanguageModel at(String work) {
    return Role.of(work).map(this::playing).orElse(usual);
  }

  /// {@return the cast that goes on where this one has used its rounds: a model hands over to the
  /// next one of its chain, or the one for escalation takes code and corrections; empty where
  /// nobody is left}
  ///
  /// @param why what is wrong with what there is, for a person
  Optional<Cast> escalated(String why) {
    List<Boolean> left =
        Stream.of(playing(Role.CODER), playing(Role.REPAIRER))
            .distinct()
            .map(model -> model.handOver(why))
            .toList();
    if (left.contains(true)) {
      return Optional.of(this);
    }
    LanguageModel last = others.get(Role.ESCALATION);
    if (last == null) {
      return Optional.empty();
    }
    Map<Role, LanguageModel> changed = new EnumMap<>(others);
    changed.remove(Role.ESCALATION);
    changed.put(Role.CODER, last);
    changed.put(Role.REPAIRER, last);
    return Optional.of(new Cast(usual, changed));
  }

  /// {@return the same cast with each model changed}
  ///
  /// @param change makes a model of a model
  public Cast each(UnaryOperator<LanguageModel> change) {
    Map<Role, LanguageModel> changed = new EnumMap<>(Role.class);
    others.forEach((role, model) -> changed.put(role, change.apply(model)));
    return new Cast(change.apply(usual), changed);
  }
}
