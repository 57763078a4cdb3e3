package dev.hone.bench;

import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.PromptTemplate;
import dev.hone.model.replay.RecordedModel;
import dev.hone.model.replay.ReplayedModel;
import dev.hone.suite.TestWriter;
import java.nio.file.Path;
import java.util.List;

/// Makes the strategy of a run and names its conditions.
final class Conditions {
  private final BenchParts parts;
  private final BenchRequest request;
  private final List<ProblemSet> chosen;

  Conditions(BenchParts parts, BenchRequest request, List<ProblemSet> chosen) {
    this.parts = parts;
    this.request = request;
    this.chosen = chosen;
  }

  /// A run that may begin.
  ///
  /// @param header its conditions
  /// @param contestants the strategy; none where the files hold the solutions
  record Opened(Header header, List<Contestant> contestants) {}

  /// {@return the conditions as they are known before a model is opened} What only the model tells
  /// is taken from the file of results.
  Header known(ResultFile file) {
    return header(file.model(), file.fingerprint(), prompts(request.approach()));
  }

  /// {@return the strategy with its model open}
  Opened open() {
    if (!request.approach().asksAModel()) {
      return new Opened(header("", "", List.of()), List.of());
    }
    LanguageModel model = model();
    ModelCard card = model.card();
    return new Opened(
        header(card.name(), card.fingerprint(), prompts(request.approach())),
        List.of(contestant(model)));
  }

  private LanguageModel model() {
    BenchRequest.Replies replies = request.replies();
    if (!replies.replay().isEmpty()) {
      return ReplayedModel.open(Path.of(replies.replay()));
    }
    LanguageModel model = parts.models().apply(request.settings().model());
    return replies.record().isEmpty()
        ? model
        : RecordedModel.open(model, Path.of(replies.record()));
  }

  private Contestant contestant(LanguageModel model) {
    return switch (request.approach()) {
      case SINGLE -> new SingleAnswer(model, parts.progress());
      case MENDED ->
          new MendedAnswer(
              model, parts.languages(), parts.judge().get(), request.settings(), parts.progress());
      case LOOP ->
          new PlainLoop(
              model,
              new LoopChecks(
                  parts.sandbox().get(), parts.languages(), request.settings().timeout()),
              request.settings(),
              parts.progress());
      case HONE -> new WholeHone(parts.solver(), model, parts.languages(), request.settings());
      case TESTS -> new TestsAlone(model, parts.languages(), parts.progress());
      case CANONICAL, STUB -> throw new IllegalStateException("no model is asked");
    };
  }

  private Header header(String model, String fingerprint, List<PromptTemplate> prompts) {
    return new Header(
        request.approach(),
        model,
        fingerprint,
        request.settings(),
        parts.sandbox().get().mode(),
        parts.version(),
        prompts.stream().map(one -> new Header.PromptName(one.name(), one.hash())).toList(),
        chosen.stream()
            .map(set -> new Header.Suite(set.name(), set.hash(), set.problems().size()))
            .toList());
  }

  private static List<PromptTemplate> prompts(Approach approach) {
    return switch (approach) {
      case SINGLE, MENDED -> SingleAnswer.prompts();
      case LOOP -> PlainLoop.prompts();
      case TESTS -> TestWriter.prompts();
      case HONE, CANONICAL, STUB -> List.of();
    };
  }
}
