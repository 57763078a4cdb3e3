package dev.hone.cli;

import dev.hone.config.Origin;
import dev.hone.config.UserFile;
import dev.hone.model.embedded.store.ModelEntry;
import dev.hone.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone model use`: writes the model that counts where nothing else is said into the settings.
final class ModelUseCommand implements Command {
  private final Services services;

  ModelUseCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "model use";
  }

  @Override
  public String purpose() {
    return "write the model to use into your settings";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(
            RunWord.word(0, "MODEL", "a name of hone model list, or what --model takes"));
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String name = words.matchedPositionalValue(0, "");
    services.checkModel(name);
    // A path that was typed in one folder has to lead to the file from every other.
    Path typed = Path.of(name);
    String model = Files.isRegularFile(typed) ? typed.toAbsolutePath().normalize() + "" : name;
    Path file = services.settings().userFile();
    new UserFile(file).useModel(model);
    streams.out().println("%s: model = \"%s\" in [solve]".formatted(file, model));
    tellWhatIsMissing(model, streams);
    tellWhatGoesBefore(streams);
    return ExitCode.OK;
  }

  /// A project, a profile or a variable may say something else.
  private void tellWhatGoesBefore(Streams streams) {
    services.settings().all().stream()
        .filter(setting -> setting.name().equals("solve.model"))
        .filter(setting -> !isReplaced(setting.origin()))
        .forEach(
            setting ->
                streams
                    .err()
                    .println(
                        "here %s goes before it, with %s"
                            .formatted(setting.place(), setting.text())));
  }

  private static boolean isReplaced(Origin origin) {
    return switch (origin) {
      case Origin.Usual _ -> true;
      case Origin.InFile in -> !in.project() && in.profile().isEmpty();
      case Origin.Variable _, Origin.Option _ -> false;
    };
  }

  private void tellWhatIsMissing(String model, Streams streams) {
    services.models(Progress.silent()).list().stream()
        .filter(entry -> entry.name().equals(model))
        .filter(
            entry ->
                entry.state() == ModelEntry.State.ABSENT || entry.state() == ModelEntry.State.BEGUN)
        .forEach(
            entry ->
                streams
                    .err()
                    .println(
                        "it is fetched when it is first used (%s), or by hone model pull %s"
                            .formatted(Sizes.bytes(entry.bytes()), model)));
  }
}
