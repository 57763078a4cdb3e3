package dev.hone.cli;

/// The program's start.
public final class Main {
  private Main() {}

  /// Runs one command and ends the program with its exit code.
  ///
  /// @param arguments the words after `hone`
  public static void main(String[] arguments) {
    System.exit(70);
  }
}
