package dev.hone.plan;

import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import java.util.List;
import java.util.regex.Pattern;

/// What a requirement means in code.
///
/// @param language the target language
/// @param signatures what the code must offer, each as the language writes it, such as `def f(s:
///   str) -> int` or `class Stack`; empty where the text names none
/// @param entryPoints the names in those signatures, in the same order
/// @param files the files of the solution, relative paths, the first one is tested; never empty
/// @param examples examples found in the text, in its order
/// @param edgeCases inputs that deserve a test, one phrase each
/// @param steps the way to the solution, one line each; short for small models
public record Plan(
    LanguageId language,
    List<String> signatures,
    List<String> entryPoints,
    List<String> files,
    List<Example> examples,
    List<String> edgeCases,
    List<String> steps) {
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:template <.*> )?(?:(?:class|record) .*|(?:struct|type|interface|enum|trait|union) [^(]*)");

  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if there is no file
  public Plan {
    signatures = List.copyOf(signatures);
    entryPoints = List.copyOf(entryPoints);
    files = List.copyOf(files);
    examples = List.copyOf(examples);
    edgeCases = List.copyOf(edgeCases);
    steps = List.copyOf(steps);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a plan names at least one file");
    }
  }

  /// {@return the same plan without steps}
  public Plan withoutSteps() {
    return new Plan(language, signatures, entryPoints, files, examples, edgeCases, List.of());
  }

  /// {@return the same plan without signatures}
  public Plan withoutSignatures() {
    return new Plan(language, List.of(), entryPoints, files, examples, edgeCases, steps);
  }

  /// {@return whether a type is asked for: a class, a struct, an interface; not functions alone}
  public boolean offersTypes() {
    return signatures.stream().anyMatch(TYPE.asMatchPredicate());
  }

  /// {@return the file under test}
  public String mainFile() {
    return files.getFirst();
  }
}
