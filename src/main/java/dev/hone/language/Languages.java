package dev.hone.language;

import dev.hone.failure.UsageException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The languages that Hone can generate and test.
public final class Languages {
  private final Map<LanguageId, Language> byId;
  private final UnaryOperator<Language> finish;

  /// Makes the set.
  ///
  /// @param languages one for each supported language, in the order in which they are listed to
  ///   people
  public Languages(List<Language> languages) {
    finish = UnaryOperator.identity();
    byId =
        languages.stream()
            .collect(
                Collectors.toMap(
                    Language::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
  }

  private Languages(Map<LanguageId, Language> byId, UnaryOperator<Language> finish) {
    this.byId = byId;
    this.finish = finish;
  }

  /// {@return the same languages, where one that is asked for by {@link #of} is finished first}
  ///
  /// @param finish makes of a language what is used, such as the language with packages; asked once
  ///   for each language
  public Languages finished(UnaryOperator<Language> finish) {
    Map<LanguageId, Language> done = new ConcurrentHashMap<>();
    return new Languages(
        byId,
        language -> {
          Language known = done.get(language.id());
          if (known == null) {
            known = finish.apply(language);
            done.put(language.id(), known);
          }
          return known;
        });
  }

  /// {@return the language}
  ///
  /// @param id which one
  /// @throws UsageException if it is known by name but not supported
  public Language of(LanguageId id) {
    Language language = byId.get(id);
    if (language == null) {
      throw new UsageException(
          id.title() + " is not supported yet; pass --language with one of: " + names());
    }
    return finish.apply(language);
  }

  /// {@return the language with this identifier, as written after `--language`}
  ///
  /// @param id an identifier such as `python`
  /// @throws UsageException if no supported language is called so
  public Language named(String id) {
    return LanguageId.of(id)
        .map(this::of)
        .orElseThrow(
            () ->
                new UsageException(
                    "no language is called '%s'; pass --language with one of: %s"
                        .formatted(id, names())));
  }

  /// {@return the toolchains found on this machine; those that are missing are left out}
  public List<Toolchain> installed() {
    return byId.values().stream().flatMap(Languages::present).toList();
  }

  private static Stream<Toolchain> present(Language language) {
    try {
      return Stream.of(language.installed());
    } catch (ToolchainException _) {
      return Stream.empty();
    }
  }

  /// {@return all supported languages in the order in which they are listed}
  public List<Language> all() {
    return List.copyOf(byId.values());
  }

  private String names() {
    return byId.keySet().stream().map(LanguageId::id).collect(Collectors.joining(", "));
  }
}
