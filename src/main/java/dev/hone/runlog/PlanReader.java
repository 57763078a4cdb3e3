package dev.hone.runlog;

import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import dev.hone.plan.Plan;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reads a plan back from its JSON form.
final class PlanReader {
  private PlanReader() {}

  static LanguageId language(String id) {
    return Columns.constant(LanguageId.values(), LanguageId::id, id);
  }

  static Plan plan(JsonNode form) {
    return new Plan(
        language(form.path("language").asString()),
        Columns.texts(form.path("signatures")),
        Columns.texts(form.path("entryPoints")),
        Columns.texts(form.path("files")),
        form.path("examples").valueStream().map(PlanReader::example).toList(),
        Columns.texts(form.path("edgeCases")),
        Columns.texts(form.path("steps")));
  }

  /// {@return examples by the names of their tests}
  static Map<String, Example> examples(JsonNode form) {
    return form.propertyStream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> example(entry.getValue())));
  }

  private static Example example(JsonNode form) {
    return new Example(
        Example.Kind.valueOf(form.path("kind").asString()),
        Columns.texts(form.path("setup")),
        form.path("call").asString(),
        form.path("expected").asString(),
        form.path("source").asString());
  }
}
