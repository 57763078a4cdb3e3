package dev.hone.plan;

import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.Languages;
import dev.hone.model.LanguageModel;
import dev.hone.progress.Progress;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.Program;
import dev.hone.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what a requirement leaves open: by rule the language, a name and an example; a model that
/// is not small is asked what else the code depends on.
public final class Questioner {
  /// The most questions that a person is asked.
  public static final int MOST = 3;

  private final LanguageChooser chooser;
  private final Languages languages;
  private final RulePlanner planner = new RulePlanner();

  /// Makes a questioner.
  ///
  /// @param chooser finds the language by rule
  /// @param languages those that there are
  public Questioner(LanguageChooser chooser, Languages languages) {
    this.chooser = chooser;
    this.languages = languages;
  }

  /// {@return at most three questions that rules find; no model is asked}
  ///
  /// @param requirement what a person asked for
  /// @throws dev.hone.failure.UsageException if it asks for a language that Hone does not know
  public List<Question> byRule(Requirement requirement) {
    List<Question> questions = new ArrayList<>();
    Optional<LanguageChoice> choice = chooser.byRule(requirement);
    boolean unsaid = choice.filter(found -> found.by() == LanguageChoice.By.DEFAULT).isPresent();
    if (choice.isEmpty() || unsaid) {
      questions.add(
          new Question.OfLanguage(
              languages.all().stream().map(Language::id).toList(),
              unsaid ? LanguageId.PYTHON.id() : ""));
    }
    // files and tests of a person say what is called how, and show what is meant
    if (!requirement.changesCode() && requirement.ownTests().isEmpty()) {
      LanguageId language = choice.map(LanguageChoice::language).orElse(LanguageId.PYTHON);
      questions.addAll(open(requirement, languages.of(language)));
    }
    return List.copyOf(questions);
  }

  private List<Question> open(Requirement requirement, Language language) {
    Optional<Program> program = requirement.program();
    if (program.isPresent()) {
      return program.get().examples().isEmpty() ? List.of(new Question.OfExample()) : List.of();
    }
    Plan plan = planner.plan(requirement, language).plan();
    List<Question> open = new ArrayList<>();
    if (plan.entryPoints().isEmpty()) {
      open.add(new Question.OfName());
    }
    boolean signature =
        plan.signatures().stream().anyMatch(one -> one.contains("(") && !one.contains("(...)"));
    if (plan.examples().isEmpty() && !signature && !plan.offersTypes()) {
      open.add(new Question.OfExample());
    }
    return open;
  }

  /// {@return at most three questions: the language by rule, what the model asks unless it is
  /// small, then what else rules find}
  ///
  /// @param requirement what a person asked for
  /// @param model the model that will plan
  /// @param progress hears what is left out of a prompt that is too long
  /// @throws dev.hone.failure.UsageException if it asks for a language that Hone does not know
  public Clarification with(Requirement requirement, LanguageModel model, Progress progress) {
    List<Question> rules = byRule(requirement);
    if (model.card().isSmall()) {
      return new Clarification(rules, List.of());
    }
    List<Question> first =
        rules.stream().filter(question -> question instanceof Question.OfLanguage).toList();
    Clarification found =
        new ModelQuestions(model, progress).find(requirement, MOST - first.size());
    List<Question> all = new ArrayList<>(first);
    all.addAll(found.questions());
    rules.stream().filter(question -> !first.contains(question)).forEach(all::add);
    return new Clarification(all.stream().limit(MOST).toList(), found.asked());
  }
}
