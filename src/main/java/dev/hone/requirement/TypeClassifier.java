package dev.hone.requirement;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells the class of work from the words of a requirement. The words of a class have weights; they
/// count most in the names of functions and types, then where the text begins, and each of them
/// once in a part.
public final class TypeClassifier {
  private static final int OPENING = 260;
  private static final int MOST_CHARACTERS = 1_200;

  private final List<Cue> cues;

  private record Cue(RequirementType type, int weight, Pattern pattern) {}

  /// A part of the text.
  ///
  /// @param words the part
  /// @param factor what its words count, in halves
  /// @param most how many different words of one cue count
  private record Part(String words, int factor, int most) {}

  /// Reads its rules.
  public TypeClassifier() {
    this.cues = Resource.table("type-cues.tsv").stream().map(TypeClassifier::cue).toList();
  }

  private static Cue cue(List<String> row) {
    RequirementType type =
        Arrays.stream(RequirementType.values())
            .filter(t -> t.id().equals(row.get(0)))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no type is called " + row.get(0)));
    return new Cue(
        type,
        Integer.parseInt(row.get(1)),
        Pattern.compile("(?iu)(?<!\\w)(?:" + row.get(2) + ")(?!\\w)"));
  }

  /// {@return the type whose words weigh most; {@link RequirementType#OTHER} where none is found}
  ///
  /// @param text the requirement
  public RequirementType classify(String text) {
    Gist gist = Gist.of(text);
    List<Part> parts =
        List.of(
            new Part(gist.names(), 4, 2),
            new Part(part(gist.prose(), 0, OPENING), 2, 3),
            new Part(part(gist.prose(), OPENING, MOST_CHARACTERS), 1, 2));
    Map<RequirementType, Integer> weights = new EnumMap<>(RequirementType.class);
    for (Cue cue : cues) {
      for (Part part : parts) {
        int words = Math.min(words(cue.pattern(), part.words()), part.most());
        weights.merge(cue.type(), cue.weight() * part.factor() * words, Integer::sum);
      }
    }
    RequirementType best = RequirementType.OTHER;
    int most = 0;
    for (Map.Entry<RequirementType, Integer> entry : weights.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  // One word that comes again and again is still one word.
  private static int words(Pattern pattern, String text) {
    return (int)
        pattern
            .matcher(text)
            .results()
            .map(found -> found.group().toLowerCase(Locale.ROOT))
            .distinct()
            .count();
  }

  private static String part(String text, int from, int to) {
    return text.substring(Math.min(text.length(), from), Math.min(text.length(), to));
  }
}
