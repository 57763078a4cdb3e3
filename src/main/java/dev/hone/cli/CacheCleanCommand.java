package dev.hone.cli;

import dev.hone.config.CacheFolder;
import dev.hone.config.CacheFolder.Part;
import dev.hone.failure.UsageException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone cache clean`: removes parts of the cache, all of which can be fetched or made again.
final class CacheCleanCommand implements Command {
  private static final String ALL = "all";

  private final Services services;

  CacheCleanCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "cache clean";
  }

  @Override
  public String purpose() {
    return "remove parts of what is kept, without asking";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("PART")
                .index("0..*")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("parts of hone cache list, or all")
                .build());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    CacheFolder cache = services.cache();
    List<Part> there = cache.parts();
    List<String> asked = words.matchedPositionalValue(0, List.of());
    List<Part> chosen =
        asked.contains(ALL)
            ? there
            : asked.stream().distinct().map(name -> named(name, there)).toList();
    for (Part part : chosen) {
      cache.remove(part);
      streams.out().println("removed %s, %s".formatted(part.name(), Sizes.bytes(part.bytes())));
    }
    if (chosen.isEmpty()) {
      streams.out().println("nothing is kept in " + cache.folder());
    }
    return ExitCode.OK;
  }

  private static Part named(String name, List<Part> there) {
    List<String> names = there.stream().map(Part::name).toList();
    return there.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    names.isEmpty()
                        ? "there is no '%s' to remove: nothing is kept".formatted(name)
                        : "there is no '%s' to remove%s; there is %s, or say all"
                            .formatted(
                                name, Suggestion.of(name, names), String.join(", ", names))));
  }
}
