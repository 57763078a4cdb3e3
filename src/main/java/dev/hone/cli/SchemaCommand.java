package dev.hone.cli;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone schema NAME`: the JSON Schema of what a command prints.
final class SchemaCommand implements Command {
  /// The forms that have a schema.
  static final List<String> NAMES = List.of("solve", "judge", "sandbox", "scan", "runs", "events");

  SchemaCommand() {}

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String purpose() {
    return "print the JSON Schema of a command's --json";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("NAME")
                .arity("0..1")
                .index("0")
                .type(String.class)
                .completionCandidates(NAMES)
                .description("one of " + String.join(", ", NAMES) + "; all names without it")
                .build());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String name = words.matchedPositionalValue(0, "");
    if (name.isEmpty()) {
      NAMES.forEach(streams.out()::println);
    } else {
      streams.out().print(text(name));
    }
    return ExitCode.OK;
  }

  /// {@return the schema of a form}
  ///
  /// @throws UsageException if there is none
  static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new UsageException(
          "no schema is called '%s'; hone schema takes one of %s"
              .formatted(name, String.join(", ", NAMES)));
    }
    try (InputStream in =
        SchemaCommand.class.getResourceAsStream("/dev/hone/schema/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the schema of " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
