package dev.hone.cli;

import java.util.Collection;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/// The texts of `--help`.
final class Help {
  /// What people type first.
  static final String EXAMPLES =
      """
        hone "Write a Python function median(xs) that returns the median of a list"
        hone "Reverse the words of a sentence" --language javascript --out words
        hone solve - --tests test_parser.py --rounds 5 < requirement.txt
        hone show 261123 --json
      """;

  /// What each exit code means.
  static final String EXIT_CODES =
      """
        0    passed, or nothing to object to
        1    not passed (the best attempt is printed), or something found
        2    wrong use: unknown option, unsupported language, folder that cannot be written
        3    a model, a sandbox, a toolchain, memory or disk is missing
        70   an error of hone itself
        130  interrupted
      """;

  /// The variables that count.
  static final String ENVIRONMENT =
      """
        HONE_HOME        one folder for downloads, run log and settings
        HONE_LOG         a PostgreSQL database for the run log: jdbc:postgresql://host/db
        XDG_CACHE_HOME   downloads and caches in its folder hone (~/.cache)
        XDG_DATA_HOME    run log in its folder hone (~/.local/share)
        XDG_CONFIG_HOME  settings in its folder hone (~/.config)
        HONE_PROFILE     the profile of the settings; hone config show lists them all
        HONE_DEBUG       1 prints the trace of an error
        VISUAL, EDITOR   the editor of --edit
        NO_COLOR         anything turns the view that is drawn in place off, as CI and TERM=dumb do
      """;

  private Help() {}

  /// {@return the help of the whole program}
  static String overview(Collection<Command> commands) {
    String list =
        commands.stream()
            .map(command -> "  %-10s %s\n".formatted(command.name(), command.purpose()))
            .collect(Collectors.joining());
    return """
        hone turns a requirement in plain language into tested code.

        Usage: hone REQUIREMENT [OPTIONS]
               hone COMMAND [OPTIONS]

        Commands:
        %s
        hone COMMAND --help lists the options of a command; hone REQUIREMENT takes those of solve.

        Topics of hone help TOPIC:
          %s

        Examples:
        %s
        Exit codes:
        %s
        Environment:
        %s"""
        .formatted(list, topics(), EXAMPLES, EXIT_CODES, ENVIRONMENT);
  }

  private static String topics() {
    int half = Topics.NAMES.size() / 2;
    return String.join(", ", Topics.NAMES.subList(0, half))
        + ",\n  "
        + String.join(", ", Topics.NAMES.subList(half, Topics.NAMES.size()));
  }

  /// {@return the help of one command}
  static String of(CommandSpec spec) {
    spec.usageMessage().width(100).sortOptions(false);
    return new CommandLine(spec)
        .getUsageMessage(Ansi.OFF)
        .replace(System.lineSeparator(), "\n")
        .replaceFirst("Usage: ", "Usage: hone ");
  }
}
