package dev.hone.language;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells a language by the ending of a file's name.
public final class FileEnding {
  private static final Map<String, LanguageId> LANGUAGES =
      Map.ofEntries(
          entry("py", LanguageId.PYTHON),
          entry("js", LanguageId.JAVASCRIPT),
          entry("mjs", LanguageId.JAVASCRIPT),
          entry("cjs", LanguageId.JAVASCRIPT),
          entry("ts", LanguageId.TYPESCRIPT),
          entry("mts", LanguageId.TYPESCRIPT),
          entry("java", LanguageId.JAVA),
          entry("go", LanguageId.GO),
          entry("rs", LanguageId.RUST),
          entry("c", LanguageId.C),
          entry("h", LanguageId.C),
          entry("cc", LanguageId.CPP),
          entry("cpp", LanguageId.CPP),
          entry("cxx", LanguageId.CPP),
          entry("hpp", LanguageId.CPP));

  private FileEnding() {}

  /// {@return the language of a file, or empty where its ending is that of none} A header that ends
  /// with `.h` counts as C.
  ///
  /// @param path its path, with `/`
  public static Optional<LanguageId> of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(LANGUAGES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }
}
