package dev.hone.cli;

import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone model …`: commands about models themselves.
final class ModelCommand implements Command {
  private final Map<String, Command> commands = new LinkedHashMap<>();

  ModelCommand(Services services) {
    List<Command> all = List.of(new ServeCommand(services));
    all.forEach(command -> commands.put(lastWord(command), command));
  }

  private static String lastWord(Command command) {
    String name = command.spec().name();
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  @Override
  public Optional<Command> below(String word) {
    return Optional.ofNullable(commands.get(word));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .name("model")
            .addPositional(
                RunWord.word(0, "COMMAND", "one of " + String.join(", ", commands.keySet())));
    spec.usageMessage().description("what there is to do with models: serve one to other programs");
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String word = words.matchedPositionalValue(0, "");
    throw new UsageException(
        "hone model takes %s, not '%s'%s"
            .formatted(
                String.join(", ", commands.keySet()),
                word,
                Spelling.nearest(word, commands.keySet())
                    .map(near -> "; did you mean: hone model " + near)
                    .orElse("")));
  }
}
