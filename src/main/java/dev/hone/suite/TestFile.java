package dev.hone.suite;

import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One file of tests.
///
/// @param origin where its tests came from
/// @param file the file
/// @param names the tests in it as the runner will report them, read before anything ran
/// @param errors those of the names that ask for an error; empty where that is not known
public record TestFile(Origin origin, SourceFile file, List<String> names, List<String> errors) {
  /// Copies the lists.
  public TestFile {
    names = List.copyOf(names);
    errors = List.copyOf(errors);
  }

  /// A file of which it is not known which tests ask for an error.
  ///
  /// @param origin where its tests came from
  /// @param file the file
  /// @param names the tests in it
  public TestFile(Origin origin, SourceFile file, List<String> names) {
    this(origin, file, names, List.of());
  }

  /// {@return the file without some of its tests}
  ///
  /// @param gone their names; those that it does not hold do no harm
  /// @param language the language of the tests
  public TestFile without(Set<String> gone, Language language) {
    return new TestFile(
        origin, language.withoutTests(file, gone), others(names, gone), others(errors, gone));
  }

  private static List<String> others(List<String> names, Set<String> gone) {
    return names.stream().filter(name -> !gone.contains(name)).toList();
  }

  /// {@return the names in some files of the tests that ask for an error}
  ///
  /// @param files the files
  public static Set<String> errorsOf(Collection<TestFile> files) {
    return files.stream().flatMap(file -> file.errors.stream()).collect(Collectors.toSet());
  }
}
