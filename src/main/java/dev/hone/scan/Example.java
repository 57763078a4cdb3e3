package dev.hone.scan;

/// Code that shows what a rule finds, or what it leaves alone.
///
/// @param path the file that it stands in
/// @param code the text of the file
public record Example(String path, String code) {
  /// Where an example stands whose rule does not ask for the file's name.
  static final String ANY = "solution";

  /// {@return the example on one line, with its file where that decides}
  public String line() {
    String line = code.replace("\n", " ⏎ ");
    return path.equals(ANY) ? line : path + ": " + line;
  }
}
