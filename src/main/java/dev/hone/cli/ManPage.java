package dev.hone.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The manual page `hone(1)`, from the tables of all commands.
final class ManPage {
  private final String version;

  /// Makes a page.
  ///
  /// @param version the version of Hone
  ManPage(String version) {
    this.version = version;
  }

  /// {@return the page in the language of man} It is the same for the same tables: it has no date.
  String of(List<CommandSpec> commands) {
    StringBuilder page = new StringBuilder();
    page.append(".TH HONE 1 \"\" \"hone ")
        .append(escaped(version))
        .append("\" \"User Commands\"\n");
    section(page, "NAME")
        .append("hone \\- turns a requirement in plain language into tested code\n");
    section(page, "SYNOPSIS")
        .append(".B hone\n.I REQUIREMENT\n[\\fIOPTIONS\\fR]\n.br\n")
        .append(".B hone\n.I COMMAND\n[\\fIOPTIONS\\fR]\n");
    section(page, "DESCRIPTION")
        .append("hone REQUIREMENT takes the options of solve.\n")
        .append("hone help TOPIC explains ")
        .append(escaped(String.join(", ", Topics.NAMES)))
        .append(".\n");
    section(page, "COMMANDS");
    commands.forEach(command -> page.append(command(command)));
    section(page, "EXIT STATUS").append(literal(Help.EXIT_CODES));
    section(page, "ENVIRONMENT").append(literal(Help.ENVIRONMENT));
    section(page, "EXAMPLES").append(literal(Help.EXAMPLES));
    return page.toString();
  }

  private static StringBuilder section(StringBuilder page, String name) {
    return page.append(".SH ").append(name).append('\n');
  }

  private static String command(CommandSpec spec) {
    String words =
        spec.positionalParameters().stream()
            .map(word -> " " + word.paramLabel())
            .collect(Collectors.joining());
    return ".SS \"hone %s%s\"\n%s\n".formatted(spec.name(), escaped(words), description(spec))
        + spec.positionalParameters().stream()
            .map(word -> entry(word.paramLabel(), "", word.description()))
            .collect(Collectors.joining())
        + spec.options().stream().map(ManPage::option).collect(Collectors.joining());
  }

  private static String description(CommandSpec spec) {
    return escaped(String.join(" ", spec.usageMessage().description()));
  }

  private static String option(OptionSpec option) {
    String more = option.arity().max() > 1 ? "…" : "";
    return entry(
        option.longestName(),
        option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel() + more) + "\\fR",
        option.description());
  }

  private static String entry(String name, String value, String[] description) {
    return ".TP\n\\fB%s\\fR%s\n%s\n"
        .formatted(escaped(name), value, escaped(String.join(" ", description)));
  }

  private static String literal(String text) {
    return ".nf\n" + escaped(text.stripTrailing()) + "\n.fi\n";
  }

  /// {@return a text that man prints as it is: no request at the start of a line, nothing but
  /// ASCII}
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    boolean first = true;
    for (int character : text.codePoints().toArray()) {
      switch (character) {
        case '\\' -> escaped.append("\\e");
        case '-' -> escaped.append("\\-");
        case '.', '\'' -> escaped.append(first ? "\\&" : "").appendCodePoint(character);
        default -> {
          if (character < 0x80) {
            escaped.appendCodePoint(character);
          } else {
            escaped.append("\\[u%04X]".formatted(character));
          }
        }
      }
      first = character == '\n';
    }
    return escaped.toString();
  }
}
