package dev.hone.result;

import dev.hone.candidate.CodeBlock;
import dev.hone.language.LanguageId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The languages that a reply says its code is written in.
final class Fences {
  private static final Map<String, LanguageId> NAMES =
      Map.ofEntries(
          Map.entry("py", LanguageId.PYTHON),
          Map.entry("python3", LanguageId.PYTHON),
          Map.entry("js", LanguageId.JAVASCRIPT),
          Map.entry("node", LanguageId.JAVASCRIPT),
          Map.entry("ts", LanguageId.TYPESCRIPT),
          Map.entry("golang", LanguageId.GO),
          Map.entry("rs", LanguageId.RUST),
          Map.entry("c++", LanguageId.CPP),
          Map.entry("cc", LanguageId.CPP));

  private Fences() {}

  /// {@return whether the blocks of a reply name languages, and none that could be meant}
  static boolean nameAnotherLanguage(String reply, LanguageId asked) {
    Set<LanguageId> named =
        CodeBlock.in(reply).stream()
            .flatMap(block -> language(block.fence()).stream())
            .collect(Collectors.toSet());
    return !named.isEmpty() && named.stream().noneMatch(one -> family(one) == family(asked));
  }

  private static Optional<LanguageId> language(String fence) {
    return LanguageId.of(fence).or(() -> Optional.ofNullable(NAMES.get(fence)));
  }

  // What one of both compiles the other one often does too, so the word alone decides nothing.
  private static LanguageId family(LanguageId language) {
    return switch (language) {
      case TYPESCRIPT, JAVASCRIPT -> LanguageId.JAVASCRIPT;
      case C, CPP -> LanguageId.C;
      case PYTHON, JAVA, GO, RUST -> language;
    };
  }
}
