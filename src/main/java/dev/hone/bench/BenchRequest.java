package dev.hone.bench;

import dev.hone.agent.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What `hone bench` is asked for.
///
/// @param selection which problems
/// @param approach where the solutions come from
/// @param settings how a model is asked; of no meaning where none is
/// @param replies where replies are kept; of no meaning where no model is asked
/// @param jobs how many checks run at a time where no model is asked, at least 1
/// @param support a folder that checks may read, or empty for none
/// @param out the file that keeps the results, or empty for none
public record BenchRequest(
    Selection selection,
    Approach approach,
    Settings settings,
    Replies replies,
    int jobs,
    String support,
    String out) {

  /// Which problems.
  ///
  /// @param suites files, folders, or short names
  /// @param language the only language that counts, or empty for all
  /// @param limit the most problems of each suite, or 0 for all
  /// @param sample the word that draws the problems, or empty for the first ones
  public record Selection(List<String> suites, String language, int limit, String sample) {
    /// Copies the list.
    public Selection {
      suites = List.copyOf(suites);
    }
  }

  /// Where the replies of the model are kept. At most one of both is named.
  ///
  /// @param record a folder that keeps each reply and answers what it holds, or empty for none
  /// @param replay a folder that answers in place of a model, or empty for none
  public record Replies(String record, String replay) {
    /// Replies that are not kept.
    public static final Replies NONE = new Replies("", "");
  }

  /// How a model is asked.
  ///
  /// @param model its name or file, or empty for the configured one
  /// @param rounds the most rounds of Hone, and the most corrections of the plain loop
  /// @param seed the seed of the sampling
  /// @param timeout the limit of each run in the sandbox that a strategy makes, by the clock
  /// @param bare whether the examples are taken out of the requirements
  /// @param without pieces of Hone's strategy that are left out
  public record Settings(
      String model, int rounds, long seed, Duration timeout, boolean bare, Set<Piece> without) {
    /// Copies the set.
    public Settings {
      without = Set.copyOf(without);
    }

    /// Makes settings of the whole strategy on whole requirements.
    ///
    /// @param model its name or file, or empty for the configured one
    /// @param rounds the most rounds of Hone, and the most corrections of the plain loop
    /// @param seed the seed of the sampling
    /// @param timeout the limit of each run in the sandbox that a strategy makes, by the clock
    public Settings(String model, int rounds, long seed, Duration timeout) {
      this(model, rounds, seed, timeout, false, Set.of());
    }
  }
}
