package dev.hone.bench;

import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.model.LanguageModel;
import dev.hone.model.Reply;
import dev.hone.model.Sampling;
import dev.hone.plan.Plan;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.result.Ending;
import dev.hone.result.Failure;
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
    Target target = Target.of(asked, languages, model);
    Requirement requirement = target.requirement();
    Plan plan = target.plan();
    TestWriter writer = new TestWriter(target.language(), model.card().isSmall());
    Talk talk = new Talk(model, progress);
    Reply reply =
        talk.ask(
            writer.write(requirement, plan), Sampling.greedy(writer.mostTokens(requirement, plan)));
    return new Answer(
        List.of(),
        false,
        "",
        Ending.ROUNDS_USED,
        talk.usage(),
        Failure.NONE,
        Optional.of(
            new Answer.Tests(
                target.language(), plan, writer.read(reply, requirement, plan).stream().toList())));
  }
}
