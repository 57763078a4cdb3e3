package dev.hone.requirement;

import dev.hone.language.LanguageId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the programming language of a requirement from its words: what is named and in which part,
/// fenced blocks, file names, and code in the text. No model is asked.
public final class LanguageDetector {
  private static final int HEAD = 24_000;
  private static final int TAIL = 8_000;
  private static final int TARGET = 10;
  private static final int FILE = 7;
  private static final int FENCE = 6;
  private static final int MENTION = 4;
  private static final int ENOUGH = 3;
  private static final int MARGIN = 3;
  private static final Pattern FENCES = Pattern.compile("(?m)^\\s*(?:```|~~~)\\s*([\\w+#-]+)");
  private static final Pattern FILES =
      Pattern.compile(
          "(?<![\\w./@])(?!(?i:node|vue|next|express|three|d3)\\.js)[\\w./-]*\\w\\.(\\w{1,5})(?![\\w(])");
  private static final Pattern SUCH_AS =
      Pattern.compile("(?i)(?:such as|like|e\\.g\\.|called with|path|parse)[\\s\"'`]*$");

  private final List<LanguageName> names;
  private final List<Cue> cues;

  private record Cue(String language, int weight, Pattern pattern) {}

  private record Clue(int weight, String words) {}

  /// Reads its rules.
  public LanguageDetector() {
    this.names = LanguageName.all();
    this.cues =
        Resource.table("code-cues.tsv").stream()
            .map(r -> new Cue(r.get(0), Integer.parseInt(r.get(1)), Pattern.compile(r.get(2))))
            .toList();
  }

  /// {@return what the words say} Of a very long text the beginning and the end are read.
  ///
  /// @param text the requirement
  public LanguageGuess guess(String text) {
    String read = ends(text);
    Map<String, Clue> clues = new LinkedHashMap<>();
    Set<String> excluded = new HashSet<>();
    addMentions(read, clues, excluded);
    addFences(read, clues);
    addFiles(read, clues);
    addCode(read, clues);
    clues.keySet().removeAll(excluded);
    dropShadowed(clues, "typescript", "javascript");
    dropShadowed(clues, "cpp", "c");
    return decide(clues, excluded);
  }

  private static String ends(String text) {
    return text.length() <= HEAD + TAIL
        ? text
        : text.substring(0, HEAD) + "\n" + text.substring(text.length() - TAIL);
  }

  private void addMentions(String text, Map<String, Clue> clues, Set<String> excluded) {
    for (LanguageName name : names) {
      Matcher mention = name.pattern().matcher(text);
      while (mention.find()) {
        var context = new MentionContext(name, text, mention.start(), mention.end());
        String words = around(text, mention.start(), mention.end());
        switch (context.role()) {
          case TARGET -> add(clues, name.language(), new Clue(TARGET, words));
          case MENTION -> add(clues, name.language(), new Clue(MENTION, words));
          case SUBJECT -> add(clues, name.language(), new Clue(1, words));
          case EXCLUDED -> excluded.add(name.language());
          case NONE -> {}
        }
      }
    }
  }

  private void addFences(String text, Map<String, Clue> clues) {
    Matcher fence = FENCES.matcher(text);
    while (fence.find()) {
      String word = fence.group(1).toLowerCase(Locale.ROOT);
      names.stream()
          .filter(name -> name.fences().contains(word))
          .findFirst()
          .ifPresent(n -> add(clues, n.language(), new Clue(FENCE, "a block of " + word)));
    }
  }

  private void addFiles(String text, Map<String, Clue> clues) {
    Matcher file = FILES.matcher(text);
    while (file.find()) {
      String extension = file.group(1);
      boolean example =
          SUCH_AS.matcher(text.substring(Math.max(0, file.start() - 20), file.start())).find();
      names.stream()
          .filter(name -> name.extensions().contains(extension))
          .findFirst()
          .ifPresent(
              n -> add(clues, n.language(), new Clue(example ? 1 : FILE, file.group().strip())));
    }
  }

  private void addCode(String text, Map<String, Clue> clues) {
    for (Cue cue : cues) {
      Matcher code = cue.pattern().matcher(text);
      if (code.find()) {
        add(clues, cue.language(), new Clue(cue.weight(), oneLine(code.group())));
      }
    }
  }

  private static void add(Map<String, Clue> clues, String language, Clue clue) {
    clues.merge(language, clue, (old, next) -> next.weight() > old.weight() ? next : old);
  }

  /// Code of the wider language is full of the narrower one's marks.
  private static void dropShadowed(Map<String, Clue> clues, String wide, String narrow) {
    Clue wider = clues.get(wide);
    Clue narrower = clues.get(narrow);
    if (wider != null
        && narrower != null
        && narrower.weight() < TARGET
        && narrower.weight() <= wider.weight()) {
      clues.remove(narrow);
    }
  }

  private static LanguageGuess decide(Map<String, Clue> clues, Set<String> excluded) {
    List<Map.Entry<String, Clue>> best = new ArrayList<>(clues.entrySet());
    best.sort(Comparator.comparingInt(entry -> -entry.getValue().weight()));
    if (best.isEmpty()) {
      return excluded.contains(LanguageId.PYTHON.id())
          ? new LanguageGuess.Unclear(List.of(), "not Python")
          : new LanguageGuess.Unsaid();
    }
    Map.Entry<String, Clue> first = best.getFirst();
    int second = best.size() > 1 ? best.get(1).getValue().weight() : 0;
    String why = first.getValue().words();
    int lead = first.getValue().weight() - second;
    if (first.getValue().weight() < ENOUGH || lead < MARGIN) {
      return new LanguageGuess.Unclear(
          best.stream().flatMap(entry -> LanguageId.of(entry.getKey()).stream()).toList(), why);
    }
    return LanguageId.of(first.getKey())
        .<LanguageGuess>map(id -> new LanguageGuess.Named(id, why))
        .orElseGet(() -> new LanguageGuess.Unsupported(first.getKey(), why));
  }

  private static String around(String text, int start, int end) {
    return oneLine(
        text.substring(Math.max(0, start - 12), Math.min(text.length(), end + 12)).strip());
  }

  private static String oneLine(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    return line.length() > 60 ? line.substring(0, 60) : line;
  }
}
