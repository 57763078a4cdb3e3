package dev.hone.cli;

import dev.hone.model.embedded.store.ModelEntry;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone model remove`: removes a model's file from the cache.
final class ModelRemoveCommand implements Command {
  private final Services services;

  ModelRemoveCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "model remove";
  }

  @Override
  public String purpose() {
    return "remove a model's file from the cache, without asking";
  }

  @Override
  public CommandSpec spec() {
    return named().addPositional(ModelWords.name());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    ModelEntry removed;
    try (ProgressView view = ProgressView.of(streams)) {
      removed = services.models(view).remove(words.matchedPositionalValue(0, ""));
    }
    streams.out().println("removed " + removed.file());
    return ExitCode.OK;
  }
}
