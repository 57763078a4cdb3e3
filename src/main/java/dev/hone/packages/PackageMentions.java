package dev.hone.packages;

import dev.hone.language.LanguageId;
import dev.hone.language.PackageName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the well-known packages that a requirement asks for in plain words, such as "using numpy
/// and pandas" or "with the requests library". Only such phrases count, and none that says no.
public final class PackageMentions {
  private static final int BEFORE = 60;
  private static final Pattern NONE =
      Pattern.compile(
          "(?i)\\b(?:standard library only|only (?:the |python's )?standard library"
              + "|(?:no|without(?: any)?|zero) (?:third[- ]party|external|npm|other)?"
              + " ?(?:packages|libraries|dependencies|modules|crates)|dependency-free)\\b");
  private static final Pattern NEGATION =
      Pattern.compile(
          "(?i)(?:\\b(?:no|not|never|without|instead of|rather than|avoid|avoiding|except|unlike"
              + "|cannot)\\b|n't\\b|n’t\\b)[^.;,\\n]*$");

  private final Map<String, String> packages = new LinkedHashMap<>();
  private final List<Pattern> phrases;

  /// Reads what is known.
  ///
  /// @param language whose packages are looked for
  public PackageMentions(LanguageId language) {
    // Both languages have one registry.
    String table = language == LanguageId.TYPESCRIPT ? "javascript" : language.id();
    Set<String> plain = new LinkedHashSet<>();
    lines()
        .map(line -> List.of(line.split("\t", -1)))
        .filter(words -> words.getFirst().equals(table))
        .forEach(
            words -> {
              for (String word : words.get(2).split(" ", -1)) {
                String written = word.replace("!", "");
                packages.put(written, words.get(1));
                if (!word.endsWith("!")) {
                  plain.add(written);
                }
              }
            });
    this.phrases = packages.isEmpty() ? List.of() : phrases(packages.keySet(), plain);
  }

  /// {@return the packages that a text asks for, each once, in its order; those that it refuses are
  /// none}
  ///
  /// @param text the requirement
  public List<PackageName> in(String text) {
    if (NONE.matcher(text).find()) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>();
    for (Pattern phrase : phrases) {
      Matcher matcher = phrase.matcher(text);
      while (matcher.find()) {
        String before = text.substring(Math.max(0, matcher.start() - BEFORE), matcher.start());
        if (!NEGATION.matcher(before).find()) {
          found.addAll(names(matcher.group("names")));
        }
      }
    }
    return found.stream().map(name -> new PackageName(name, "")).toList();
  }

  private List<String> names(String phrase) {
    Matcher matcher = Pattern.compile("(?i)" + one(packages.keySet())).matcher(phrase);
    return matcher
        .results()
        .map(match -> packages.getOrDefault(match.group().toLowerCase(Locale.ROOT), ""))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static List<Pattern> phrases(Set<String> all, Set<String> plain) {
    String any = one(all);
    String clear = one(plain);
    String series = "(?<names>%1$s(?:(?:,? and |, ?| or )(?:the )?%1$s)*)".formatted(clear);
    return List.of(
        Pattern.compile(
            "(?i)\\b(?:using|use|uses|with|via|with the help of|based on|built on)\\s+(?:the\\s+)?"
                + "(?:python |npm |node |javascript |typescript |go |golang |rust |java )?"
                + series),
        Pattern.compile("(?i)(?<names>%s)\\s+(?:library|package|module|crate)\\b".formatted(any)),
        Pattern.compile("(?m)^\\s*(?:>>> )?(?:import|from)\\s+\"?(?<names>%s)".formatted(any)),
        Pattern.compile("(?m)^\\s*use\\s+(?<names>%s)::".formatted(any)),
        Pattern.compile(
            "(?:require\\(\\s*|^\\s*import .{0,100}\\bfrom\\s+)['\"](?<names>%s)['\"]"
                .formatted(any),
            Pattern.MULTILINE));
  }

  private static String one(Set<String> words) {
    return words.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w-])"));
  }

  private static Stream<String> lines() {
    try (InputStream in = PackageMentions.class.getResourceAsStream("known.txt")) {
      if (in == null) {
        throw new IllegalStateException("known.txt is not beside " + PackageMentions.class);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read known.txt", e);
    }
  }
}
