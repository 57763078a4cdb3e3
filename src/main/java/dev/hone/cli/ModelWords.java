package dev.hone.cli;

import dev.hone.model.embedded.store.ModelEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.node.ObjectNode;

/// What the commands on models share: a model as a person names it, and its form as data.
final class ModelWords {
  private ModelWords() {}

  static PositionalParamSpec name() {
    return RunWord.word(0, "NAME", "a name of hone model list, or the path of a GGUF file");
  }

  static OptionSpec sha256(String description) {
    return Options.value("--sha256", "HASH", description);
  }

  /// Adds what is known of a model; what is not known is null.
  static ObjectNode add(ObjectNode form, ModelEntry entry) {
    form.put("name", entry.name());
    form.put("file", entry.file().toString());
    form.put("state", entry.state().id());
    form.put("bytes", entry.bytes());
    form.put("sha256", orNull(entry.sha256()));
    form.put("licence", orNull(entry.licence()));
    return form.put("source", orNull(entry.source()));
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String orUnknown(String text) {
    return text.isEmpty() ? "unknown" : text;
  }
}
