package dev.hone.config;

import java.util.List;

/// One thing that can be set.
///
/// @param name its name with a dot between tables and key; `*` stands for a name that a person
///   chooses, such as that of a provider
/// @param kind what its values look like
/// @param unit the unit, the choices or the range of its values; empty where the kind says it all
/// @param usual the value where nothing sets it; empty for none
/// @param variable the variable that sets it, with `*` as in the name; empty for none
/// @param option the option that sets it; empty for none
/// @param project whether the file of a project may set it
/// @param what what it sets, in a few words
public record Key(
    String name,
    Kind kind,
    String unit,
    String usual,
    String variable,
    String option,
    ProjectRule project,
    String what) {
  /// {@return its tables and its own name}
  List<String> parts() {
    return List.of(name.split("\\.", -1));
  }

  /// {@return the words of its unit, as of the choices of a word}
  List<String> choices() {
    return List.of(unit.split(" ", -1));
  }

  /// {@return whether somebody chooses a part of its name}
  boolean isNamed() {
    return name.contains("*");
  }
}
