package dev.hone.agent;

import dev.hone.candidate.Candidate;
import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.plan.Plan;
import dev.hone.result.Mending;
import dev.hone.suite.Origin;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges a candidate and corrects it by rule where a rule is certain, before the model is asked
/// again: once before the first run, and after a verdict as long as that makes it better.
public final class Mender {
  // One fault often hides another, seldom a third.
  private static final int MOST_STEPS = 3;

  private final Judge judge;
  private final Language language;
  private final Plan plan;
  private final List<String> signatures;
  private final Suite suite;
  private final JudgeSettings settings;
  private final boolean rules;

  /// Makes a mender.
  ///
  /// @param judge judges
  /// @param language the candidates' language
  /// @param plan what a candidate must offer
  /// @param signatures the signatures that were asked for word by word; often empty
  /// @param suite the tests; may be empty
  /// @param settings limits and permissions
  public Mender(
      Judge judge,
      Language language,
      Plan plan,
      List<String> signatures,
      Suite suite,
      JudgeSettings settings) {
    this(judge, language, plan, signatures, suite, settings, true);
  }

  private Mender(
      Judge judge,
      Language language,
      Plan plan,
      List<String> signatures,
      Suite suite,
      JudgeSettings settings,
      boolean rules) {
    this.judge = judge;
    this.language = language;
    this.plan = plan;
    this.signatures = List.copyOf(signatures);
    this.suite = suite;
    this.settings = settings;
    this.rules = rules;
  }

  /// {@return the same without corrections by rule}
  Mender withoutRules() {
    return new Mender(judge, language, plan, signatures, suite, settings, false);
  }

  /// Code with what rules changed in it.
  ///
  /// @param code its files, the one under test first
  /// @param steps what changed; empty where nothing did
  public record Mended(List<SourceFile> code, List<Mending> steps) {
    /// Copies the lists.
    public Mended {
      code = List.copyOf(code);
      steps = List.copyOf(steps);
    }
  }

  /// Code with what judging it showed.
  ///
  /// @param code its files, the one under test first
  /// @param steps what rules changed in it; empty where nothing did
  /// @param judgement what judging showed of the code as it is now
  public record Judged(List<SourceFile> code, List<Mending> steps, Judgement judgement) {
    /// Copies the lists.
    public Judged {
      code = List.copyOf(code);
      steps = List.copyOf(steps);
    }
  }

  /// {@return a candidate as it is run first}
  ///
  /// @param candidate the code as the model wrote it
  public Mended prepare(Candidate candidate) {
    List<SourceFile> code = candidate.files();
    Optional<Fix> fix = fix(code, List.of());
    return fix.map(f -> new Mended(f.code(), List.of(new Mending(f.rules(), "", List.of()))))
        .orElse(new Mended(candidate.files(), List.of()));
  }

  /// {@return the better of the candidate as it is and as rules correct it}
  ///
  /// @param mended the candidate as it is run first
  /// @throws InterruptedException if the calling thread was interrupted
  public Judged judge(Mended mended) throws InterruptedException {
    List<Mending> steps = new ArrayList<>(mended.steps());
    List<SourceFile> code = mended.code();
    Judgement judgement = judgement(code);
    while (!(judgement.verdict() instanceof Verdict.Passed) && steps.size() < MOST_STEPS) {
      Optional<Fix> fix = fix(code, judgement.diagnostics());
      if (fix.isEmpty()) {
        break;
      }
      Judgement next = judgement(fix.get().code());
      if (!isBetter(next, judgement)) {
        break;
      }
      steps.add(new Mending(fix.get().rules(), judgement.verdict().id(), judgement.errors()));
      code = fix.get().code();
      judgement = next;
    }
    return new Judged(code, List.copyOf(steps), judgement);
  }

  /// {@return what judging shows of code as it is; nothing is corrected}
  ///
  /// @param code its files, the one under test first
  /// @throws InterruptedException if the calling thread was interrupted
  public Judgement judgement(List<SourceFile> code) throws InterruptedException {
    Judgement judgement = judge.judge(language, new Candidate(code), suite, settings);
    return passesTestsOfThePerson(judgement)
        ? judgement
        : judgement.after(language.signatureFaults(code, signatures));
  }

  private Optional<Fix> fix(List<SourceFile> code, List<Diagnostic> diagnostics) {
    return rules ? language.fix(code, plan.entryPoints(), diagnostics) : Optional.empty();
  }

  // Whoever wrote tests called the code as it has to be called, whatever the text seems to say.
  private static boolean passesTestsOfThePerson(Judgement judgement) {
    return judgement.verdict() instanceof Verdict.Passed
        && judgement.outcomes().stream().anyMatch(outcome -> outcome.origin() == Origin.USER);
  }

  private static boolean isBetter(Judgement next, Judgement before) {
    int merit = History.BY_MERIT.compare(next, before);
    return merit > 0 || (merit == 0 && next.diagnostics().size() < before.diagnostics().size());
  }
}
