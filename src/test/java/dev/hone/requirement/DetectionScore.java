package dev.hone.requirement;

import dev.hone.failure.UsageException;
import dev.hone.model.LanguageModel;
import java.util.ArrayList;
import java.util.List;

/// How the labelled requirements are read by rule and model together.
///
/// @param rows how many there are
/// @param asked for how many the model was asked
/// @param wrong those that were read wrongly, with the reading
public record DetectionScore(int rows, int asked, List<String> wrong) {
  /// {@return how all labelled requirements are read}
  ///
  /// @param model asked where rules do not decide
  public static DetectionScore of(LanguageModel model) {
    LanguageChooser chooser = new LanguageChooser(new LanguageDetector());
    List<LabelledRequirement> rows = new ArrayList<>(LabelledRequirement.seen());
    rows.addAll(LabelledRequirement.heldOut());
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (LabelledRequirement row : rows) {
      String read;
      try {
        ChosenLanguage chosen = chooser.choose(new Requirement(row.text(), "", List.of()), model);
        asked += chosen.asked().size();
        read = chosen.choice().language().id();
      } catch (UsageException e) {
        String named = row.expected().replace("unsupported:", "");
        read =
            String.valueOf(e.getMessage()).contains("asks for " + named + " (")
                ? row.expected()
                : String.valueOf(e.getMessage());
      }
      if (!read.equals(row.expected())) {
        wrong.add(row + " was read as " + read);
      }
    }
    return new DetectionScore(rows.size(), asked, wrong);
  }

  /// {@return the share that was read rightly, 0 to 1}
  public double share() {
    return (rows - wrong.size()) / (double) rows;
  }
}
