package dev.hone.plan;

import dev.hone.language.Idioms;
import dev.hone.language.LanguageId;
import java.util.List;
import java.util.regex.Pattern;

/// What the path of a file says about it.
public final class SourcePaths {
  private static final Pattern TEST =
      Pattern.compile(
          "(?:.*/)?(?:tests?|__tests__)/.*|(?:.*/)?(?:test_.*|tests?\\.\\w+|.*_tests?\\.\\w+|.*\\.(?:test|spec)\\.\\w+|conftest\\.py|\\w*Tests?\\.java)");

  private SourcePaths() {}

  /// {@return whether a file holds source code of a language, headers included}
  ///
  /// @param path the file's path
  /// @param language the language
  /// @param idioms how its files are named
  public static boolean belongs(String path, LanguageId language, Idioms idioms) {
    String extension = path.substring(Math.max(0, path.lastIndexOf('.')));
    List<String> also =
        switch (language) {
          case JAVASCRIPT -> List.of(".js", ".mjs", ".cjs", ".jsx");
          case TYPESCRIPT -> List.of(".ts", ".tsx", ".mts");
          case CPP -> List.of(".cpp", ".cc", ".cxx", ".hpp", ".hh", ".h");
          case C -> List.of(".c", ".h");
          case PYTHON, JAVA, GO, RUST -> List.of();
        };
    return extension.equals(idioms.extension()) || also.contains(extension);
  }

  /// {@return whether a file is named as test files are}
  ///
  /// @param path the file's path
  public static boolean isTest(String path) {
    return TEST.matcher(path).matches();
  }
}
