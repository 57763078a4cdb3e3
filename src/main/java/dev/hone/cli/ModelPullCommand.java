package dev.hone.cli;

import dev.hone.model.embedded.store.ModelEntry;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone model pull`: fetches a model into the cache.
final class ModelPullCommand implements Command {
  private final Services services;

  ModelPullCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "model pull";
  }

  @Override
  public String purpose() {
    return "fetch a model, or go on where that stopped";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(
            RunWord.word(0, "MODEL", "a name, an https address, or hub:OWNER/REPOSITORY/FILE.gguf"))
        .addOption(ModelWords.sha256("the hash that the file has to have"))
        .addOption(Options.profile())
        .addOption(Options.offline())
        .addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    ModelEntry entry;
    try (ProgressView view = ProgressView.of(streams)) {
      entry =
          Options.services(words, services)
              .models(view)
              .pull(words.matchedPositionalValue(0, ""), Options.text(words, "--sha256", ""));
    }
    streams
        .out()
        .print(
            Options.has(words, "--json")
                ? Json.text(ModelWords.add(Json.form(), entry))
                : text(entry));
    return ExitCode.OK;
  }

  private static String text(ModelEntry entry) {
    return "%s\nSHA-256 %s\nuse it with --model %s, or always: hone model use %s\n"
        .formatted(entry.file(), entry.sha256(), entry.name(), entry.name());
  }
}
