package dev.hone.cli;

import dev.hone.config.SolveDefaults;
import dev.hone.model.embedded.store.ModelEntry;
import dev.hone.model.embedded.store.ModelLibrary;
import dev.hone.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `hone model list`: the models with a name, and those in the cache.
final class ModelListCommand implements Command {
  private static final int SHOWN_DIGITS = 12;

  private final Services services;

  ModelListCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "model list";
  }

  @Override
  public String purpose() {
    return "list models that have a name, and those in the cache";
  }

  @Override
  public CommandSpec spec() {
    return named().addOption(Options.profile()).addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    Services chosen = Options.services(words, services);
    ModelLibrary library = chosen.models(Progress.silent());
    List<ModelEntry> entries = library.list();
    String set = SolveDefaults.of(chosen.settings()).model();
    String used = set.isEmpty() ? "default" : set;
    streams
        .out()
        .print(
            Options.has(words, "--json")
                ? Json.text(form(library, entries, used))
                : text(library, entries, used));
    return ExitCode.OK;
  }

  private static String text(ModelLibrary library, List<ModelEntry> entries, String used) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "name", "state", "licence", "SHA-256", "size"));
    for (ModelEntry entry : entries) {
      String hash = ModelWords.orUnknown(entry.sha256());
      rows.add(
          List.of(
              entry.name().equals(used) ? "*" : "",
              entry.name(),
              entry.state().id(),
              ModelWords.orUnknown(entry.licence()),
              hash.substring(0, Math.min(SHOWN_DIGITS, hash.length())),
              Sizes.bytes(entry.bytes())));
    }
    return "%s\n* is used where nothing else is said (%s); files are in %s\n"
        .formatted(Grid.of(rows, 5), used, library.folder());
  }

  private static ObjectNode form(ModelLibrary library, List<ModelEntry> entries, String used) {
    ObjectNode form = Json.form();
    form.put("folder", library.folder().toString());
    form.put("used", used);
    ArrayNode models = form.putArray("models");
    entries.forEach(entry -> ModelWords.add(models.addObject(), entry));
    return form;
  }
}
