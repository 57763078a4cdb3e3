package dev.hone.bench;

import java.time.Duration;

/// What came of one problem.
///
/// @param suite the file's name without its ending
/// @param index the problem's position in the file, from 0
/// @param language the identifier of its language
/// @param type its class of work; empty where the file names none
/// @param solved whether the hidden check ended with 0
/// @param passed whether the strategy called it passed
/// @param verdict the strategy's own verdict; empty where it came to none
/// @param ended why the strategy ended
/// @param check the verdict of the hidden check; empty where there was no code to check
/// @param promptTokens tokens read, cached ones counted
/// @param completionTokens tokens generated
/// @param time how long the strategy took; where no model is asked, how long the check took; whole
///   milliseconds
public record Item(
    String suite,
    int index,
    String language,
    String type,
    boolean solved,
    boolean passed,
    String verdict,
    String ended,
    String check,
    long promptTokens,
    long completionTokens,
    Duration time) {
  /// Cuts the time to what is kept in files, so that an item read again equals the one written.
  public Item {
    time = Duration.ofMillis(time.toMillis());
  }
}
