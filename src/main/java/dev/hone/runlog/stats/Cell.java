package dev.hone.runlog.stats;

import java.util.List;

/// The runs that have everything in common that runs are grouped by.
///
/// @param type the class of work; empty where it is not known
/// @param language the target language; empty where it is not known
/// @param model the model's name
/// @param prompts `NAME@HASH` of the prompt that code was first asked with; empty where none was
/// @param ended why the runs ended
/// @param counts how many they are
/// @param rounds the rounds of each run that did not fail, in any order
/// @param tokens the tokens of each run that did not fail, read and generated, in any order
public record Cell(
    String type,
    String language,
    String model,
    String prompts,
    String ended,
    Counts counts,
    List<Long> rounds,
    List<Long> tokens) {
  /// Copies the lists.
  public Cell {
    rounds = List.copyOf(rounds);
    tokens = List.copyOf(tokens);
  }
}
