package dev.hone.cli;

import dev.hone.config.Key;
import dev.hone.config.ProjectFile;
import dev.hone.config.Settings;
import dev.hone.config.ShownSetting;
import dev.hone.config.ShownSettings;
import dev.hone.config.StrayVariables;
import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone config show|path|check`: what is set, and where.
final class ConfigCommand implements Command {
  private static final List<String> ACTIONS = List.of("show", "path", "check");
  private static final Set<String> OWN = Set.of("--offline", "--engine-process", "--profile");

  private final Services services;

  ConfigCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "config";
  }

  @Override
  public String purpose() {
    return "show what is set and where it came from";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        named()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("ACTION")
                    .arity("1")
                    .index("0")
                    .required(true)
                    .type(String.class)
                    .completionCandidates(ACTIONS)
                    .description("show all settings, the path of the files, or check them")
                    .build())
            .addOption(Options.profile())
            .addOption(Options.engineProcess())
            .addOption(Options.offline());
    for (Key key : services.keys().withOption()) {
      if (!OWN.contains(key.option())) {
        spec.addOption(Options.value(key.option(), "VALUE", "show with this " + key.name()));
      }
    }
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String action = words.matchedPositionalValue(0, "");
    if (!ACTIONS.contains(action)) {
      throw new UsageException(
          "hone config takes show, path or check, not '%s'%s"
              .formatted(
                  action,
                  Spelling.nearest(action, ACTIONS)
                      .map(near -> "; did you mean " + near)
                      .orElse("")));
    }
    if (action.equals("path")) {
      services.settingsFiles().forEach(streams.out()::println);
      return ExitCode.OK;
    }
    Settings settings = chosen(words).settings();
    List<ShownSetting> shown = ShownSettings.of(settings);
    if (action.equals("check")) {
      return check(settings, streams);
    }
    if (Options.has(words, "--json")) {
      streams.out().print(Json.text(SettingsTable.form(settings, shown)));
    } else {
      streams.out().print(SettingsTable.of(settings, shown));
    }
    return ExitCode.OK;
  }

  private Services chosen(ParseResult words) {
    Map<String, String> typed = new HashMap<>();
    for (Key key : services.keys().withOption()) {
      if (Options.has(words, key.option()) && !OWN.contains(key.option())) {
        typed.put(key.option(), Options.text(words, key.option(), ""));
      }
    }
    return Options.services(words, services.with(typed));
  }

  private static int check(Settings settings, Streams streams) {
    Path user = settings.userFile();
    streams.out().println(Files.exists(user) ? user + ": right" : user + ": not there");
    settings.projectFiles().forEach(file -> streams.out().println(file + ": right"));
    if (settings.projectFiles().isEmpty()) {
      streams.out().println("no " + ProjectFile.NAME + " here or above");
    }
    List<String> strays = StrayVariables.in(settings);
    strays.forEach(streams.out()::println);
    return strays.isEmpty() ? ExitCode.OK : ExitCode.NOT_PASSED;
  }
}
