package dev.hone.plan;

import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads what code has to offer that is to be changed: what the text names of it, and what the text
/// adds to it.
final class ExistingSignatures {
  private static final int MOST = 8;

  private final Language language;

  ExistingSignatures(Language language) {
    this.language = language;
  }

  /// {@return the signatures, those of the code first; where the text names none of them, all that
  /// the code offers, up to a handful}
  ///
  /// @param text the requirement
  /// @param asked what the text by itself asks for
  /// @param existing the code
  List<Signature> read(String text, List<Signature> asked, List<SourceFile> existing) {
    Map<String, Signature> there = there(existing);
    List<Signature> named =
        there.values().stream().filter(signature -> names(text, signature.name())).toList();
    List<Signature> added =
        asked.stream().filter(signature -> !there.containsKey(signature.name())).toList();
    if (named.isEmpty() && added.isEmpty()) {
      return there.values().stream().limit(MOST).toList();
    }
    List<Signature> all = new ArrayList<>(named);
    all.addAll(added);
    return List.copyOf(all);
  }

  private Map<String, Signature> there(List<SourceFile> existing) {
    Map<String, Signature> there = new LinkedHashMap<>();
    for (SourceFile file : existing) {
      List<String> offered = language.offeredNames(file);
      Map<String, Signature> declared = new LinkedHashMap<>();
      SignatureReader.read(file.content(), language.id(), offered)
          .forEach(signature -> declared.putIfAbsent(signature.name(), signature));
      for (String name : offered) {
        there.putIfAbsent(name, declared.getOrDefault(name, bare(name)));
      }
    }
    return there;
  }

  private static Signature bare(String name) {
    boolean isClass = Character.isUpperCase(name.charAt(0));
    return new Signature(name, isClass ? "class " + name : name + "(...)", isClass);
  }

  private static boolean names(String text, String name) {
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(text).find();
  }
}
