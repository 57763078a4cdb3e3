package dev.hone.model;

import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The prompts of a run: Hone's own, but for those that are tried in their place.
///
/// @param tried prompts by the name of the one that each replaces; often empty
public record Prompts(Map<String, PromptTemplate> tried) {
  /// Hone's own.
  public static final Prompts OWN = new Prompts(Map.of());

  /// The names of the prompts that can be replaced.
  public static final List<String> NAMES =
      List.of(
          "candidate/write",
          "candidate/restate",
          "candidate/exact",
          "candidate/watch",
          "candidate/change",
          "repair/build",
          "repair/wrong",
          "repair/limit",
          "repair/rejected",
          "suite/examples",
          "suite/errors",
          "suite/write",
          "suite/predict",
          "suite/program",
          "plan/plan");

  /// Copies the map.
  public Prompts {
    tried = Map.copyOf(tried);
  }

  /// {@return Hone's own but for one}
  ///
  /// @param name the name of the one that is replaced
  /// @param text what stands in its place
  /// @throws UsageException if there is no such prompt, the text asks nothing, or wants a value
  ///   that the prompt does not get
  public static Prompts trying(String name, String text) {
    Set<String> known = named(name).places();
    PromptTemplate template = PromptTemplate.of(name, text);
    if (!template.asks()) {
      throw new UsageException(
          "the text for %s asks nothing; begin its parts with lines '--- system' and '--- user'"
              .formatted(name));
    }
    template.places().stream()
        .filter(place -> !known.contains(place))
        .findFirst()
        .ifPresent(
            place -> {
              throw new UsageException(
                  "%s has no value for {{%s}}; it has %s"
                      .formatted(name, place, String.join(", ", known)));
            });
    return new Prompts(Map.of(name, template));
  }

  /// {@return Hone's own prompt of this name}
  ///
  /// @param name the name as typed
  /// @throws UsageException if there is none that can be replaced
  public static PromptTemplate named(String name) {
    if (!NAMES.contains(name)) {
      throw new UsageException(
          "there is no prompt '%s'%s; it is one of %s"
              .formatted(
                  name,
                  Spelling.nearest(name, NAMES).map(near -> ", did you mean " + near).orElse(""),
                  String.join(", ", NAMES)));
    }
    return PromptTemplate.load(name);
  }

  /// {@return the prompt of this name, or what is tried in its place}
  ///
  /// @param name stage and file, such as `candidate/write`
  public PromptTemplate of(String name) {
    PromptTemplate template = tried.get(name);
    return template == null ? PromptTemplate.load(name) : template;
  }
}
