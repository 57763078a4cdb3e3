package dev.hone.cli;

import dev.hone.config.CacheFolder;
import dev.hone.config.CacheFolder.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `hone cache list`: the parts of the cache and their sizes.
final class CacheListCommand implements Command {
  private static final Map<String, String> PURPOSES =
      Map.of(
          "engine", "llama.cpp, fetched",
          "models", "model files, fetched; hone model list names them",
          "runners", "test runners, fetched or compiled here",
          "packages", "packages that requirements named, fetched",
          "helper", "the sandbox's helper, compiled here",
          "launcher", "what the sandbox's launcher in Java starts from, made here");

  private final Services services;

  CacheListCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "cache list";
  }

  @Override
  public String purpose() {
    return "list what is kept, with its size";
  }

  @Override
  public CommandSpec spec() {
    return named().addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    CacheFolder cache = services.cache();
    List<Part> parts = cache.parts();
    streams
        .out()
        .print(Options.has(words, "--json") ? Json.text(form(cache, parts)) : text(cache, parts));
    return ExitCode.OK;
  }

  private static String text(CacheFolder cache, List<Part> parts) {
    if (parts.isEmpty()) {
      return "nothing is kept in " + cache.folder() + "\n";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("part", "what it is", "files", "size"));
    parts.forEach(
        part ->
            rows.add(
                List.of(
                    part.name(),
                    purpose(part),
                    Long.toString(part.files()),
                    Sizes.bytes(part.bytes()))));
    return "%s\n%s in all, in %s\n"
        .formatted(
            Grid.of(rows, 2),
            Sizes.bytes(parts.stream().mapToLong(Part::bytes).sum()),
            cache.folder());
  }

  private static String purpose(Part part) {
    return PURPOSES.getOrDefault(part.name(), "of another version of hone");
  }

  private static ObjectNode form(CacheFolder cache, List<Part> parts) {
    ObjectNode form = Json.form();
    form.put("folder", cache.folder().toString());
    ArrayNode all = form.putArray("parts");
    parts.forEach(
        part ->
            all.addObject()
                .put("name", part.name())
                .put("files", part.files())
                .put("bytes", part.bytes()));
    return form;
  }
}
