package dev.hone.language;

/// How code of a language is named and written, for prompts and files.
///
/// @param solutionPath where a solution of one file stands if the requirement names no file, such
///   as `solution.py`
/// @param extension the ending of a source file, with its dot
/// @param fence the word after the three backticks of a fenced block
/// @param lineComment what starts a comment line, such as `#`
/// @param testFramework the framework that generated tests use, as a model knows it, such as
///   `pytest`
/// @param style one or two sentences to a model on how good code of this language looks
/// @param testStyle one or two sentences to a model on how tests are written: imports, names,
///   shape; `{module}` stands for what the tests import
public record Idioms(
    String solutionPath,
    String extension,
    String fence,
    String lineComment,
    String testFramework,
    String style,
    String testStyle) {
  /// {@return these idioms with a style that allows packages}
  ///
  /// @param packages what may be imported beside the standard library
  public Idioms withPackages(InstalledPackages packages) {
    String allowed =
        "Besides the standard library these packages are there, and no others: %s. "
            .formatted(packages.words());
    return new Idioms(
        solutionPath, extension, fence, lineComment, testFramework, allowed + style, testStyle);
  }
}
