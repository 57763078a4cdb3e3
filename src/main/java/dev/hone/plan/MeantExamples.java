package dev.hone.plan;

import dev.hone.language.Example;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds which examples are meant for the one function that is asked for. People write examples of
/// it as `my_function(1)` beside a signature `MyFunction`, or by a name that it had before:
/// `word_sort([])` beside `sorted_words`.
///
/// @param name the function
/// @param others names that belong to something else, such as those of the language itself
record MeantExamples(String name, Set<String> others) {
  private static final Pattern CALLED = Pattern.compile("([A-Za-z_$][\\w$]*)\\(");
  private static final Pattern WORD = Pattern.compile("\\p{Lu}*\\p{Ll}+|\\p{Lu}+");
  private static final int SHORTEST_WORD = 3;

  /// {@return the examples with the name of the function where they are meant for it, the others as
  /// they were}
  ///
  /// @param examples the examples of one text
  List<Example> of(List<Example> examples) {
    List<Example> spelled = respelled(examples);
    if (spelled.stream().anyMatch(example -> isNamed(example, name))) {
      return spelled;
    }
    List<String> near =
        spelled.stream().flatMap(example -> called(example).stream()).distinct().toList();
    // Where two names are near, one of them is likelier a helper.
    return near.size() == 1 && isNear(near.getFirst())
        ? spelled.stream().map(this::renamed).toList()
        : spelled;
  }

  /// {@return the examples with the name of the function where they spell it in another way alone}
  ///
  /// @param examples the examples of one text
  List<Example> respelled(List<Example> examples) {
    return examples.stream().map(this::respelled).toList();
  }

  private Example respelled(Example example) {
    return called(example)
        .filter(other -> other.replace("_", "").equalsIgnoreCase(name.replace("_", "")))
        .map(_ -> renamed(example))
        .orElse(example);
  }

  private Example renamed(Example example) {
    Matcher called = CALLED.matcher(example.call());
    return !called.lookingAt()
        ? example
        : new Example(
            example.kind(),
            example.setup(),
            name + example.call().substring(called.end(1)),
            example.expected(),
            example.source());
  }

  private boolean isNear(String other) {
    return !others.contains(other)
        && words(other).stream()
            .anyMatch(
                word ->
                    words(name).stream()
                        .anyMatch(own -> own.startsWith(word) || word.startsWith(own)));
  }

  /// {@return whether an example uses a name}
  static boolean isNamed(Example example, String name) {
    String code = String.join("\n", example.setup()) + "\n" + example.call();
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(code).find();
  }

  private static Optional<String> called(Example example) {
    Matcher called = CALLED.matcher(example.call());
    return called.lookingAt() ? Optional.of(called.group(1)) : Optional.empty();
  }

  private static Set<String> words(String name) {
    return Stream.of(name)
        .flatMap(text -> WORD.matcher(text).results())
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .collect(Collectors.toSet());
  }
}
