package dev.hone.agent;

import dev.hone.language.Example;
import dev.hone.model.Reply;
import dev.hone.model.Sampling;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.Fitting;
import dev.hone.suite.OutputPredictor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the model what calls return, one after the other, each with the answers before it.
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
    StringBuilder said = new StringBuilder();
    boolean answers = false;
    int asked = 0;
    while (asked < calls.size() && (answers || asked < PATIENCE)) {
      Example call = calls.get(asked++);
      Reply reply = ask(predictor, task, predicted, call);
      Optional<Example> value = predictor.read(reply, call);
      answers |= value.isPresent();
      value.filter(_ -> OutputPredictor.isLikely(reply)).ifPresent(predicted::add);
      said.append(said.isEmpty() ? "" : "\n" + call.call() + " ==").append(reply.text());
    }
    asker.join(asked, said.toString());
    return answers ? Optional.of(predicted) : Optional.empty();
  }

  private Reply ask(OutputPredictor predictor, Task task, List<Example> answered, Example call)
      throws InterruptedException {
    Sampling sampling = OutputPredictor.sampling();
    return new Fitting(asker::report)
        .ask(
            asker.model("tests"),
            sampling,
            trim -> predictor.ask(trim.of(task.requirement()), task.plan(), answered, call),
            prompt -> asker.once("tests", prompt, sampling));
  }
}
