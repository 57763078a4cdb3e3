package dev.hone.suite;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One file of tests.
///
/// @param origin where its tests came from
/// @param file the file
/// @param names the tests in it as the runner will report them, read before anything ran
/// @param examples the example behind each name; empty where tests were not written from examples
public record TestFile(
    Origin origin, SourceFile file, List<String> names, Map<String, Example> examples) {
  /// Copies the collections.
  public TestFile {
    names = List.copyOf(names);
    examples = Map.copyOf(examples);
  }

  /// A file whose tests were not written from examples, or of which that is not known.
  ///
  /// @param origin where its tests came from
  /// @param file the file
  /// @param names the tests in it
  public TestFile(Origin origin, SourceFile file, List<String> names) {
    this(origin, file, names, Map.of());
  }

  /// {@return the file without some of its tests}
  ///
  /// @param gone their names; those that it does not hold do no harm
  /// @param language the language of the tests
  public TestFile without(Set<String> gone, Language language) {
    List<String> kept = names.stream().filter(name -> !gone.contains(name)).toList();
    Map<String, Example> others = new LinkedHashMap<>(examples);
    others.keySet().removeAll(gone);
    // Data stays whole: the names say which of it counts.
    SourceFile rest = ProgramTests.areIn(this) ? file : language.withoutTests(file, gone);
    return new TestFile(origin, rest, kept, others);
  }

  /// {@return the names in some files of the tests that ask for an error, as far as that is known}
  ///
  /// @param files the files
  public static Set<String> errorsOf(Collection<TestFile> files) {
    return files.stream()
        .flatMap(file -> file.examples.entrySet().stream())
        .filter(entry -> entry.getValue().kind() == Example.Kind.RAISES)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
