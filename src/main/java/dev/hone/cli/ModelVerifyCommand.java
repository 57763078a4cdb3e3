package dev.hone.cli;

import dev.hone.model.embedded.store.CheckedModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/// `hone model verify`: reads a model's file whole and compares its hash.
final class ModelVerifyCommand implements Command {
  private final Services services;

  ModelVerifyCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "model verify";
  }

  @Override
  public String purpose() {
    return "read a model's file whole and compare its hash";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(ModelWords.name())
        .addOption(ModelWords.sha256("the hash to compare with; the known one if left out"))
        .addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String name = words.matchedPositionalValue(0, "");
    CheckedModel checked;
    try (ProgressView view = ProgressView.of(streams)) {
      checked = services.models(view).verify(name, Options.text(words, "--sha256", ""));
    }
    streams
        .out()
        .print(Options.has(words, "--json") ? Json.text(form(checked)) : text(name, checked));
    return checked.isRight() ? ExitCode.OK : ExitCode.NOT_PASSED;
  }

  private static String text(String name, CheckedModel checked) {
    String found = "SHA-256 %s, %d bytes".formatted(checked.sha256(), checked.bytes());
    if (checked.isRight()) {
      return "%s: right\n%s\n".formatted(checked.file(), found);
    }
    return checked.expected().isEmpty()
        ? "%s: no hash is known to compare with; pass the publisher's with --sha256\n%s\n"
            .formatted(checked.file(), found)
        : "%s: wrong\n%s\nexpected %s; to have it anew: hone model pull %s\n"
            .formatted(checked.file(), found, checked.expected(), name);
  }

  private static ObjectNode form(CheckedModel checked) {
    ObjectNode form = Json.form();
    form.put("file", checked.file().toString());
    form.put("right", checked.isRight());
    form.put("bytes", checked.bytes());
    form.put("sha256", checked.sha256());
    return form.put("expected", ModelWords.orNull(checked.expected()));
  }
}
