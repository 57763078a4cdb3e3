package dev.hone.cli.terminal;

/// How a piece of text looks.
public enum Style {
  /// As the terminal shows text.
  PLAIN(""),
  /// What a person looks for first.
  STRONG("1"),
  /// What is there beside it.
  FAINT("2"),
  /// A word of a programming language.
  KEYWORD("35"),
  /// A string or a character of code.
  STRING("32"),
  /// A comment of code.
  COMMENT("2"),
  /// A number of code.
  NUMBER("36");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /// {@return the text with what turns the look on before it and off after it}
  ///
  /// @param text a text that is clean
  String on(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
