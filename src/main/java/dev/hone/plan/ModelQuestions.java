package dev.hone.plan;

import dev.hone.model.LanguageModel;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.Shown;
import dev.hone.requirement.Trim;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Asks a model what a requirement leaves open. Without an answer nothing is.
final class ModelQuestions {
  private static final int MOST_TOKENS = 300;
  private static final int LONGEST = 200;
  private static final Pattern MARK =
      Pattern.compile(
          "^(?:[-*•>#]+|\\(?\\d+[.):]+|(?i:q(?:uestion)?\\s*\\d*\\s*[:.)]))\\s*|^[\"'\\[]+\\s*");
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)\\b(?:which|what) (?:programming )?language\\b|\\bprogramming language\\b");

  private final LanguageModel model;
  private final Progress progress;
  private final PromptTemplate template = PromptTemplate.load("plan/clarify");

  ModelQuestions(LanguageModel model, Progress progress) {
    this.model = model;
    this.progress = progress;
  }

  /// {@return at most so many questions, and what was asked for them}
  Clarification find(Requirement requirement, int most) {
    Function<Trim, Prompt> prompts =
        trim ->
            template.fill(
                Map.of(
                    "requirement", Shown.withCode(trim.of(requirement)),
                    "most", Integer.toString(most)));
    Advice advice = Advice.of(model, MOST_TOKENS, prompts, progress);
    return new Clarification(
        advice.text().map(text -> read(text, most)).orElse(List.of()), advice.asked());
  }

  /// {@return the questions of a reply, however it marks them} What is no question is left out.
  static List<Question> read(String reply, int most) {
    return reply
        .lines()
        .map(ModelQuestions::bare)
        .filter(line -> line.length() > 8 && line.length() <= LONGEST)
        .filter(line -> !ELSEWHERE.matcher(line).find())
        .distinct()
        .limit(most)
        .<Question>map(Question.OfModel::new)
        .toList();
  }

  /// {@return the line up to its last question mark, without what stands before the question; empty
  /// where there is no mark}
  private static String bare(String line) {
    String text = line.replace("**", "").replace("`", "").replaceAll("\\p{Cc}", " ").strip();
    String before = "";
    while (!text.equals(before)) {
      before = text;
      text = MARK.matcher(text).replaceFirst("");
    }
    return text.substring(0, text.lastIndexOf('?') + 1);
  }
}
