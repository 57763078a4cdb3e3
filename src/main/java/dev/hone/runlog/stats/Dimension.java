package dev.hone.runlog.stats;

import dev.hone.failure.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What runs are grouped by.
public enum Dimension {
  /// The class of work: as a person marked it, else as the words of the requirement say.
  TYPE("type"),
  /// The target language.
  LANGUAGE("language"),
  /// The model's name.
  MODEL("model"),
  /// The prompt that code was first asked with.
  PROMPTS("prompts"),
  /// Why the run ended.
  ENDED("ended");

  /// The dimensions of a group where nothing else is asked for.
  public static final List<Dimension> USUAL = List.of(TYPE, LANGUAGE, MODEL, PROMPTS);

  private final String id;

  Dimension(String id) {
    this.id = id;
  }

  /// {@return the name used in data and after `--by`}
  public String id() {
    return id;
  }

  /// {@return the dimensions in a list such as `type,language`, each once}
  ///
  /// @param list names with commas between
  /// @throws UsageException if one is unknown
  public static List<Dimension> list(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .map(Dimension::of)
        .distinct()
        .toList();
  }

  private static Dimension of(String name) {
    return Arrays.stream(values())
        .filter(dimension -> dimension.id.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--by takes a list of %s, such as type,model; not '%s'"
                        .formatted(
                            Arrays.stream(values())
                                .map(Dimension::id)
                                .collect(Collectors.joining(", ")),
                            name)));
  }

  /// {@return what the runs of this cell have in this dimension; empty where it is not known}
  String of(Cell cell) {
    return switch (this) {
      case TYPE -> cell.type();
      case LANGUAGE -> cell.language();
      case MODEL -> cell.model();
      case PROMPTS -> cell.prompts();
      case ENDED -> cell.ended();
    };
  }
}
