package dev.hone.cli;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/// Code as it is printed: one file as it is, several each under a comment line with its path.
final class CodeText {
  private CodeText() {}

  static String of(List<SourceFile> files, LanguageId language) {
    if (files.size() == 1) {
      return whole(files.getFirst());
    }
    return files.stream()
        .map(file -> "%s %s\n%s".formatted(comment(language), file.path(), whole(file)))
        .collect(Collectors.joining("\n"));
  }

  private static String whole(SourceFile file) {
    return file.content().endsWith("\n") ? file.content() : file.content() + "\n";
  }

  private static String comment(LanguageId language) {
    return switch (language) {
      case PYTHON -> "#";
      case JAVASCRIPT, TYPESCRIPT, JAVA, GO, RUST, C, CPP -> "//";
    };
  }
}
