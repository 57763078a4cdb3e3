package dev.hone.agent;

import dev.hone.language.Example;
import dev.hone.model.Gaps;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.Fitting;
import dev.hone.suite.OutputPredictor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the model what calls return, each with the answers before it: in one request where the
/// model fills forms, else one after the other.
final class Predictions {
  private static final int PATIENCE = 3;

  private final Asker asker;
  private final Progress progress;

  Predictions(Asker asker, Progress progress) {
    this.asker = asker;
    this.progress = progress;
  }

  /// {@return calls with the values that the model thinks likelier than not; empty where there are
  /// no calls to ask for, or no values can be had: who has none for the first calls has none for
  /// others} All questions are one exchange, since each repeats the one before it.
  ///
  /// @param predictor makes calls and questions
  /// @param task the task
  /// @param given how many tests were given, for a person
  /// @throws InterruptedException if the calling thread was interrupted
  Optional<List<Example>> ask(OutputPredictor predictor, Task task, String given)
      throws InterruptedException {
    List<Example> calls = predictor.calls(task.plan());
    if (calls.isEmpty()) {
      return Optional.empty();
    }
    progress.report(
        new Event.Stage(
            "tests: %s given, asking what %d further calls return".formatted(given, calls.size())));
    List<Example> predicted = new ArrayList<>();
    List<Example> answered = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    int asked = 0;
    int requests = 0;
    while (asked < calls.size() && (!answered.isEmpty() || asked < PATIENCE)) {
      requests++;
      for (Gaps.Gap gap : ask(predictor, task, answered, calls.subList(asked, calls.size()))) {
        Example call = calls.get(asked++);
        Optional<Example> value = predictor.read(gap, call);
        value.ifPresent(answered::add);
        value.filter(_ -> OutputPredictor.isLikely(gap)).ifPresent(predicted::add);
        said.append(asked == 1 ? "" : OutputPredictor.continuation(call)).append(gap.text());
      }
    }
    asker.join(requests, said.toString());
    return answered.isEmpty() ? Optional.empty() : Optional.of(predicted);
  }

  private List<Gaps.Gap> ask(
      OutputPredictor predictor, Task task, List<Example> answered, List<Example> calls)
      throws InterruptedException {
    List<Gaps.Gap> gaps = new ArrayList<>();
    new Fitting(asker::report)
        .ask(
            asker.model("tests"),
            OutputPredictor.sampling(calls.size()),
            trim ->
                predictor.ask(trim.of(task.requirement()), task.plan(), answered, calls.getFirst()),
            prompt -> {
              Request request = OutputPredictor.request(prompt, calls);
              Reply reply = asker.once("tests", prompt, request);
              gaps.addAll(Gaps.of(request, reply));
              return reply;
            });
    return gaps;
  }
}
