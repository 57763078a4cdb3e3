package dev.hone.plan;

import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelException;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.budget.BudgetException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.Asked;
import dev.hone.requirement.Fitting;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.Shown;
import dev.hone.requirement.Trim;
import java.util.ArrayList;
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
  private final Fitting fitting;
  private final PromptTemplate template = PromptTemplate.load("plan/clarify");

  ModelQuestions(LanguageModel model, Progress progress) {
    this.model = model;
    this.fitting = new Fitting(text -> progress.report(new Event.Stage(text)));
  }

  /// {@return at most so many questions, and what was asked for them}
  Clarification find(Requirement requirement, int most) {
    Function<Trim, Prompt> prompts =
        trim ->
            template.fill(
                Map.of(
                    "requirement", Shown.withCode(trim.of(requirement)),
                    "most", Integer.toString(most)));
    Sampling sampling = Sampling.greedy(MOST_TOKENS);
    List<Prompt> tried = new ArrayList<>();
    Reply reply;
    try {
      reply =
          fitting.ask(
              model.card(),
              sampling,
              prompts,
              prompt -> {
                tried.add(prompt);
                return model.reply(new Request(prompt.messages(), sampling, List.of()), _ -> {});
              });
    } catch (BudgetException e) {
      return new Clarification(
          List.of(), e.cut().map(cut -> new Asked(tried.getLast(), cut)).stream().toList());
    } catch (ModelException _) {
      // a model that stays away is met again, and reported, where the code is asked for
      return new Clarification(List.of(), List.of());
    }
    return new Clarification(
        reply.finish() == FinishReason.CANCELLED ? List.of() : read(reply.text(), most),
        List.of(new Asked(tried.getLast(), reply)));
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
