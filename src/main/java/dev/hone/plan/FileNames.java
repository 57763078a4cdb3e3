package dev.hone.plan;

import dev.hone.language.Idioms;
import dev.hone.language.LanguageId;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads which files the code belongs in.
final class FileNames {
  private static final Pattern FILE =
      Pattern.compile(
          "(?<![\\w./@\\\\-])(?:\\./)?((?:[A-Za-z0-9_@-][\\w.-]*/)*[A-Za-z0-9_][\\w.-]*\\.(?:py|mjs|cjs|js|mts|tsx?|jsx|java|go|rs|cpp|cc|cxx|hpp|hh|c|h))(?![\\w(/-]|\\.\\w)");
  private static final Pattern MATERIAL =
      Pattern.compile(
          "(?is).*(?:\\b(?:such as|like|e\\.g\\.|for example|reads?|pars(?:e|es|ing)|import|from(?=\\s+[\"'])|calls?|runs?|named files?)\\s+[`\"']*|\\([\"'][^\"']*|require\\([\"']|#\\s*include\\s*[<\"][\\w/]*)$");

  /// Headers and package files stand beside the file under test.
  private static final Pattern SECOND = Pattern.compile(".*(?:__init__\\.py|\\.(?:h|hh|hpp))");

  private static final Pattern JAVA_TYPE =
      Pattern.compile(
          "\\b(?:class|record|interface|enum|Klasse|clase|classe)\\s+(?:(?:called|named)\\s+)?[`\"*]*([A-Z]\\w*)(?![\\w]|[- ](?:style|variable))");
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\b(?:write|implement|create|design|define|provide|complete|build)\\b[^.\\n]{0,40}$");
  private static final Pattern USED =
      Pattern.compile(
          "(?i)\\b(?:given|uses|using|from|of the|takes?|throws?|existing|a nested|an inner|private static)\\s+(?:an?|the)?\\s*$");
  private static final Pattern PRODUCT =
      Pattern.compile("(?i)(?:node|vue|next|express|three|d3|nuxt|react|moment|p5)\\.js");

  private FileNames() {}

  /// {@return the files, the one under test first; the default where the text names none}
  ///
  /// @param text the requirement
  /// @param language its language
  /// @param idioms how files of the language are named
  static List<String> read(String text, LanguageId language, Idioms idioms) {
    Matcher file = FILE.matcher(text);
    List<String> found =
        file.results()
            .filter(
                m ->
                    !MATERIAL
                        .matcher(text.substring(Math.max(0, m.start() - 40), m.start()))
                        .matches())
            .map(m -> m.group(1))
            .filter(path -> SourcePaths.belongs(path, language, idioms))
            .filter(
                path ->
                    !SourcePaths.isTest(path)
                        && !PRODUCT.matcher(path).matches()
                        && !path.contains(".."))
            .distinct()
            .toList();
    if (found.isEmpty()) {
      return List.of(language == LanguageId.JAVA ? javaFile(text, idioms) : idioms.solutionPath());
    }
    return found.stream()
        .sorted(Comparator.comparing(path -> SECOND.matcher(path).matches()))
        .toList();
  }

  /// A public class stands in a file of its name.
  private static String javaFile(String text, Idioms idioms) {
    List<MatchResult> types =
        JAVA_TYPE
            .matcher(text)
            .results()
            .filter(m -> !USED.matcher(text.substring(0, m.start())).find())
            .toList();
    return types.stream()
        .filter(m -> ASKED.matcher(text.substring(0, m.start())).find())
        .findFirst()
        .or(() -> types.stream().findFirst())
        .map(m -> m.group(1) + idioms.extension())
        .orElse(idioms.solutionPath());
  }
}
