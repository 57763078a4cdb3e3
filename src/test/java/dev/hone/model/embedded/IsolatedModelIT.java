package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.ErrorType;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.embedded.process.EngineProcesses;
import dev.hone.model.embedded.process.IsolatedModel;
import dev.hone.progress.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The small model in a process of its own, which is killed in the middle.
class IsolatedModelIT extends EmbeddedContract {
  private static final Request COUNTED = ask(COUNT, Sampling.greedy(24));

  private final List<Event> events = new ArrayList<>();

  @Override
  LanguageModel openAnother(int contextTokens) {
    return IsolatedModel.open(
        EngineFiles.engineFolder(),
        EngineFiles.smallModel(),
        new EmbeddedOptions(contextTokens, 0, false),
        events::add);
  }

  @Test
  void itsCardIsThatOfTheModelInProcess() {
    try (LanguageModel inProcess =
        EmbeddedModel.open(
            EngineFiles.engineFolder(),
            EngineFiles.smallModel(),
            new EmbeddedOptions(1024, 0, false))) {
      assertThat(model().card()).isEqualTo(inProcess.card());
    }
  }

  @Test
  void aReplyWhoseProcessIsKilledComesWholeAndIsShownOnce() {
    String uninterrupted = model().reply(COUNTED, _ -> {}).text();
    events.clear();
    StringBuilder shown = new StringBuilder();
    KillOnce killer = new KillOnce(8);

    Reply reply =
        model()
            .reply(
                COUNTED,
                piece -> {
                  shown.append(piece);
                  killer.after(shown.length());
                });

    assertThat(reply.text()).isEqualTo(uninterrupted).isEqualTo(shown.toString());
    assertThat(events)
        .containsExactly(
            new Event.Stage(
                "model: the engine's process ended (signal 9, SIGKILL); starting it again and asking once more"));
  }

  @Test
  void aRequestThatEndsTheProcessTwiceIsGivenUpAndTheNextIsAnswered() {
    LanguageModel model = model();

    assertThatThrownBy(() -> model.reply(COUNTED, _ -> EngineProcesses.kill()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("ended twice at the same request")
        .hasMessageContaining("signal 9, SIGKILL")
        .hasMessageContaining("pass another --model")
        .extracting(failure -> ((ModelException) failure).type())
        .isEqualTo(ErrorType.EXTERNAL);
    assertThat(answer("Say hello.", Sampling.greedy(4))).isNotEmpty();
  }

  @Test
  void aProcessThatEndsBetweenRequestsIsStartedAgain() {
    EngineProcesses.kill();

    assertThat(model().forecast(COUNTED).promptTokens()).isZero();
    assertThat(answer("Say hello.", Sampling.greedy(4))).isNotEmpty();
  }

  @Test
  void theProcessEndsWithTheModel() {
    List<ProcessHandle> before = EngineProcesses.running();
    LanguageModel model = openAnother(256);
    List<ProcessHandle> own = new ArrayList<>(EngineProcesses.running());
    own.removeAll(before);

    model.close();

    assertThat(own).hasSize(1).noneMatch(ProcessHandle::isAlive);
  }

  /// Kills the process once, when enough of a reply is there.
  private static final class KillOnce {
    private final int characters;
    private boolean done;

    private KillOnce(int characters) {
      this.characters = characters;
    }

    private void after(int shown) {
      if (!done && shown >= characters) {
        done = true;
        EngineProcesses.kill();
      }
    }
  }
}
