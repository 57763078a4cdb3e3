package dev.hone.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All words of Hone, in the forms that the scripts of shells need.
///
/// @param commands all commands, in the order of the help
record Words(List<Entry> commands) {
  /// Copies the list.
  Words {
    commands = List.copyOf(commands);
  }

  /// {@return a script with the words in it}
  ///
  /// @param name the script's file beside this class
  String fill(String name) {
    return text(name)
        // Bash and zsh read these alike.
        .replace("@TABLES@", text("tables.sh").stripTrailing())
        .replace("@COMMANDS@", joined(commands.stream().map(Entry::name)))
        .replace("@DESCRIBED@", lines(commands.stream().map(Words::described)))
        .replace("@OPTIONS@", lines(commands.stream().map(Words::optionCase)))
        .replace("@VALUES@", lines(commands.stream().flatMap(Words::valueCases)));
  }

  private static String text(String name) {
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the script " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String described(Entry entry) {
    return "    '%s:%s'".formatted(entry.name(), quotable(entry.description()).replace(":", ""));
  }

  private static String optionCase(Entry entry) {
    return "    %s) echo '%s' ;;"
        .formatted(entry.name(), joined(entry.options().stream().map(Entry.Option::name)));
  }

  private static Stream<String> valueCases(Entry entry) {
    Stream<String> ofOptions =
        entry.options().stream()
            .flatMap(
                option -> valueCase(entry.name() + " " + option.name(), option.value()).stream());
    return Stream.concat(ofOptions, valueCase(entry.name(), entry.word()).stream());
  }

  private static Optional<String> valueCase(String place, Value value) {
    Optional<String> word =
        switch (value) {
          case Value.None _ -> Optional.empty();
          case Value.Any _ -> Optional.of(":any");
          case Value.File(boolean several) -> Optional.of(several ? ":files" : ":file");
          case Value.Folder _ -> Optional.of(":folder");
          case Value.Words(List<String> words) -> Optional.of(joined(words.stream()));
        };
    return word.map(one -> "    '%s') echo '%s' ;;".formatted(place, one));
  }

  /// {@return a line for each command, option and word, as fish takes them}
  String fishLines() {
    return commands.stream().flatMap(Words::fishLines).collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<String> fishLines(Entry entry) {
    String does = "complete -c hone -n '__hone_does %s'".formatted(entry.name());
    Stream<String> name =
        Stream.of(
            "complete -c hone -n __hone_is_first -f -a %s -d '%s'"
                .formatted(entry.name(), quotable(entry.description())));
    Stream<String> word =
        entry.word() instanceof Value.Words(List<String> words)
            ? Stream.of(does + " -f -a '" + joined(words.stream()) + "'")
            : Stream.empty();
    Stream<String> options =
        entry.options().stream()
            .map(
                option ->
                    "%s -l %s%s -d '%s'"
                        .formatted(
                            does,
                            option.name().substring(2),
                            fish(option.value()),
                            quotable(option.description())));
    return Stream.of(name, word, options).flatMap(lines -> lines);
  }

  private static String fish(Value value) {
    return switch (value) {
      case Value.None _ -> "";
      case Value.Any _ -> " -x";
      case Value.File _ -> " -r -F";
      case Value.Folder _ -> " -x -a '(__fish_complete_directories)'";
      case Value.Words(List<String> words) -> " -x -a '" + joined(words.stream()) + "'";
    };
  }

  // A description is for people: without the quotes that would end its string it says the same.
  private static String quotable(String text) {
    return text.replace("'", "’").replace("\\", "/");
  }

  private static String joined(Stream<String> words) {
    return words.collect(Collectors.joining(" "));
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }
}
