package dev.hone.requirement;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the class of work from the words of a requirement.
public final class TypeClassifier {
  private static final int MOST_CHARACTERS = 8_000;
  private static final int MOST_HITS = 3;

  private final List<Cue> cues;

  private record Cue(RequirementType type, int weight, Pattern pattern) {}

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
    String head = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    Map<RequirementType, Integer> weights = new EnumMap<>(RequirementType.class);
    for (Cue cue : cues) {
      Matcher matcher = cue.pattern().matcher(head);
      for (int hits = 0; hits < MOST_HITS && matcher.find(); hits++) {
        weights.merge(cue.type(), cue.weight(), Integer::sum);
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
}
