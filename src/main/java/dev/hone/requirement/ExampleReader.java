package dev.hone.requirement;

import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the examples inside a requirement. What is not certain to be an example is left out, since
/// a wrong one turns down right code.
public final class ExampleReader {
  private static final int MOST_CHARACTERS = 100_000;

  /// Makes a reader.
  public ExampleReader() {}

  /// {@return the examples in the order of the text, each once}
  ///
  /// @param text the requirement
  /// @param language its language
  public List<Example> read(String text, LanguageId language) {
    return read(text, language, List.of());
  }

  /// {@return the examples in the order of the text, each once} With exactly one function known,
  /// blocks of input and output are read as well.
  ///
  /// @param text the requirement
  /// @param language its language
  /// @param functions the functions that the code must offer, where they are known
  public List<Example> read(String text, LanguageId language, List<String> functions) {
    String head = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    Doctests.Split split = Doctests.split(head, language);
    List<Example> found = new ArrayList<>(split.examples());
    found.addAll(Sessions.read(split.rest(), language));
    found.addAll(
        NativeCode.speaks(language)
            ? new NativeAssertions(language).read(split.rest())
            : new Assertions(language).read(split.rest()));
    found.addAll(new InlineExamples(language).read(split.rest()));
    if (functions.size() == 1) {
      found.addAll(new InputOutput(language).read(split.rest(), functions.getFirst()));
    }
    Set<String> seen = new HashSet<>();
    return found.stream()
        .filter(e -> seen.add(e.setup() + squeezed(e.call()) + "\0" + squeezed(e.expected())))
        .sorted(Comparator.comparingInt(example -> position(head, example)))
        .toList();
  }

  private static int position(String text, Example example) {
    return Math.max(text.indexOf(example.source()), text.indexOf(example.call()));
  }

  private static String squeezed(String code) {
    return code.replaceAll("\\s+", " ");
  }
}
