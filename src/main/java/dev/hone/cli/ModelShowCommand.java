package dev.hone.cli;

import dev.hone.model.embedded.ModelFacts;
import dev.hone.model.embedded.store.ModelEntry;
import dev.hone.progress.Progress;
import java.nio.file.Files;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/// `hone model show`: what a model is, and what it needs.
final class ModelShowCommand implements Command {
  private final Services services;

  ModelShowCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "model show";
  }

  @Override
  public String purpose() {
    return "say what a model is, and how much memory it needs";
  }

  @Override
  public CommandSpec spec() {
    return named().addPositional(ModelWords.name()).addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    ModelEntry entry = services.models(Progress.silent()).find(words.matchedPositionalValue(0, ""));
    @Nullable ModelFacts facts =
        Files.isRegularFile(entry.file()) ? ModelFacts.of(entry.file()) : null;
    streams
        .out()
        .print(Options.has(words, "--json") ? Json.text(form(entry, facts)) : text(entry, facts));
    return ExitCode.OK;
  }

  private static String text(ModelEntry entry, @Nullable ModelFacts facts) {
    StringBuilder text = new StringBuilder();
    line(text, "name", entry.name());
    line(text, "file", entry.file() + ", " + entry.state().id());
    line(text, "from", ModelWords.orUnknown(entry.source()));
    line(text, "size", "%s, %d bytes".formatted(Sizes.bytes(entry.bytes()), entry.bytes()));
    line(text, "SHA-256", ModelWords.orUnknown(entry.sha256()));
    line(text, "licence", ModelWords.orUnknown(licence(entry, facts)));
    if (facts == null) {
      line(text, "", "more is known once it is here: hone model pull " + entry.name());
      return text.toString();
    }
    line(text, "kind", ModelWords.orUnknown(facts.architecture()));
    line(text, "parameters", parameters(facts.parameters()));
    line(text, "weights", ModelWords.orUnknown(facts.quantisation()));
    line(text, "context", context(facts));
    line(text, "template", facts.hasTemplate() ? "yes" : "no, so it cannot be asked");
    line(text, "memory", memory(facts));
    return text.toString();
  }

  private static String licence(ModelEntry entry, @Nullable ModelFacts facts) {
    return entry.licence().isEmpty() && facts != null ? facts.licence() : entry.licence();
  }

  private static String parameters(long count) {
    if (count < 1_000_000) {
      return Long.toString(count);
    }
    return count < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f million", count / 1e6)
        : String.format(Locale.ROOT, "%.2f billion", count / 1e9);
  }

  private static String context(ModelFacts facts) {
    return facts.contextTokens() == 0
        ? "unknown"
        : "%d tokens at most, opened with %d"
            .formatted(facts.contextTokens(), facts.usualContextTokens());
  }

  private static String memory(ModelFacts facts) {
    OptionalLong free = ModelFacts.freeMemoryBytes();
    return "%s with %d tokens, %s for each further token"
            .formatted(
                Sizes.bytes(facts.memoryBytes()),
                facts.usualContextTokens(),
                Sizes.bytes(facts.memoryBytesPerToken()))
        + (free.isPresent() ? "; %s are free".formatted(Sizes.bytes(free.getAsLong())) : "");
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-10s %s\n", name, value));
  }

  private static ObjectNode form(ModelEntry entry, @Nullable ModelFacts facts) {
    ObjectNode form = ModelWords.add(Json.form(), entry);
    form.put("licence", ModelWords.orNull(licence(entry, facts)));
    if (facts != null) {
      form.put("architecture", ModelWords.orNull(facts.architecture()));
      form.put("parameters", facts.parameters());
      form.put("quantisation", ModelWords.orNull(facts.quantisation()));
      form.put("contextTokens", facts.contextTokens());
      form.put("usualContextTokens", facts.usualContextTokens());
      form.put("chatTemplate", facts.hasTemplate());
      form.put("memoryBytes", facts.memoryBytes());
      form.put("memoryBytesPerToken", facts.memoryBytesPerToken());
    }
    return form;
  }
}
