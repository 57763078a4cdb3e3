package dev.hone.bench;

import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.model.LanguageModel;
import dev.hone.model.Reply;
import dev.hone.model.Sampling;
import dev.hone.plan.Plan;
import dev.hone.plan.RulePlanner;
import dev.hone.progress.Progress;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.requirement.Requirement;
import dev.hone.result.Ending;
import dev.hone.suite.TestWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The tests that Hone has a model write from the requirement, and no code.
final class TestsAlone implements Contestant {
  private final LanguageModel model;
  private final Function<LanguageId, Optional<Language>> languages;
  private final Progress progress;

  TestsAlone(
      LanguageModel model, Function<LanguageId, Optional<Language>> languages, Progress progress) {
    this.model = model;
    this.languages = languages;
    this.progress = progress;
  }

  @Override
  public Answer solve(Problem.Asked asked) throws InterruptedException {
    Requirement requirement = new Requirement(asked.text(), "", List.of());
    LanguageId id =
        new LanguageChooser(new LanguageDetector()).choose(requirement, model).choice().language();
    Language language =
        languages
            .apply(id)
            .orElseThrow(() -> new UsageException("Hone does not write " + id.title()));
    Plan plan = new RulePlanner().plan(requirement, language).plan();
    TestWriter writer = new TestWriter(language, model.card().isSmall());
    Talk talk = new Talk(model, progress);
    Reply reply =
        talk.ask(writer.write(requirement, plan), Sampling.greedy(writer.mostTokens(plan)));
    return new Answer(
        List.of(),
        false,
        "",
        Ending.ROUNDS_USED,
        talk.usage(),
        Optional.of(
            new Answer.Tests(
                language, plan, writer.read(reply, requirement, plan).stream().toList())));
  }
}
