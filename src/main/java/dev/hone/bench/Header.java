package dev.hone.bench;

import dev.hone.agent.Piece;
import java.util.List;
import java.util.stream.Collectors;

/// Under which conditions the items of a run came about.
///
/// @param approach where the solutions come from
/// @param model the model's name; empty where none is asked
/// @param fingerprint a hash of its weights; empty where unknown
/// @param settings how it was asked
/// @param sandbox the sandbox mode
/// @param version the version of Hone
/// @param prompts the prompts that belong to the strategy and not to Hone
/// @param suites the files
public record Header(
    Approach approach,
    String model,
    String fingerprint,
    BenchRequest.Settings settings,
    String sandbox,
    String version,
    List<PromptName> prompts,
    List<Suite> suites) {
  /// Copies the lists.
  public Header {
    prompts = List.copyOf(prompts);
    suites = List.copyOf(suites);
  }

  /// {@return where the solutions come from, with what was left out, such as `hone without repair`}
  public String contestant() {
    String pieces =
        settings.without().stream().sorted().map(Piece::id).collect(Collectors.joining(", "));
    return approach.id()
        + (settings.bare() ? " without given examples" : "")
        + (pieces.isEmpty() ? "" : (settings.bare() ? ", " : " without ") + pieces);
  }

  /// One prompt.
  ///
  /// @param name its template
  /// @param hash the template's hash
  public record PromptName(String name, String hash) {}

  /// One file.
  ///
  /// @param name its name without its ending
  /// @param hash the hash of its content
  /// @param chosen how many of its problems are to be run
  public record Suite(String name, String hash, int chosen) {}
}
