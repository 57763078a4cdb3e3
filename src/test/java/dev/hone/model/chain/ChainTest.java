package dev.hone.model.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.ModelCard;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.ScriptedModel;
import dev.hone.progress.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
  private final List<String> told = new ArrayList<>();
  private final List<String> openings = new ArrayList<>();

  @Test
  void theFirstIsAskedAsLongAsItAnswersAndTheNextIsNotOpened() {
    Chain chain = chain(new ScriptedModel("one", "two"), new ScriptedModel("three"));

    assertThat(List.of(ask(chain), ask(chain))).containsExactly("one", "two");
    assertThat(openings).containsExactly("a");
    assertThat(told).isEmpty();
  }

  @Test
  void whereOneFailsForGoodTheNextTakesOverAndStays() {
    Chain chain = chain(new FailingModel(ErrorType.EXTERNAL, 1), new ScriptedModel("one", "two"));

    assertThat(List.of(ask(chain), ask(chain))).containsExactly("one", "two");
    assertThat(told).containsExactly("model: a is left (it is down), going on with b");
    assertThat(chain.card().name()).isEqualTo("scripted");
  }

  @Test
  void aModelThatCannotBeOpenedIsPassedOver() {
    Chain chain =
        new Chain(
            List.of(
                new Chain.Link(
                    "a",
                    () -> {
                      throw new ModelException(ErrorType.INSUFFICIENT_RESOURCES, "too large");
                    }),
                link("b", new ScriptedModel("one"))),
            this::hear);

    assertThat(chain.card().name()).isEqualTo("scripted");
    assertThat(ask(chain)).isEqualTo("one");
    assertThat(told).containsExactly("model: a is left (too large), going on with b");
  }

  @Test
  void theFailureOfTheLastIsTheChains() {
    Chain chain =
        chain(
            new FailingModel(ErrorType.EXTERNAL, 1),
            new FailingModel(ErrorType.INSUFFICIENT_RESOURCES, 9));

    assertThatThrownBy(() -> ask(chain))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.type()).isEqualTo(ErrorType.INSUFFICIENT_RESOURCES));
  }

  @Test
  void whatTheAskerHasToMendIsNobodyElsesTurn() {
    Chain chain = chain(new FailingModel(ErrorType.USER, 9), new ScriptedModel("one"));

    assertThatThrownBy(() -> ask(chain)).hasMessage("it is down");
    assertThat(told).isEmpty();
  }

  @Test
  void whoStopsTheWorkDoesNotWantItDoneBySomebodyElse() {
    Chain chain = chain(new FailingModel(ErrorType.EXTERNAL, 9), new ScriptedModel("one"));

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> ask(chain)).hasMessage("it is down");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void oneThatAnswersBadlyHandsOverToTheNext() {
    Chain chain = chain(new ScriptedModel(), new ScriptedModel("one"));

    assertThat(chain.handOver("three rounds failed")).isTrue();
    assertThat(ask(chain)).isEqualTo("one");
    assertThat(chain.handOver("three rounds failed")).isFalse();
    assertThat(told).containsExactly("model: a is left (three rounds failed), going on with b");
  }

  @Test
  void aLargeModelDoesNotHandOverToASmallOne() {
    ModelCard large = new ModelCard("large", 30, 8192, "", "script");
    Chain chain = chain(new ScriptedModel(large, "one"), new ScriptedModel("two"));

    assertThat(chain.handOver("three rounds failed")).isFalse();
    assertThat(ask(chain)).isEqualTo("one");
  }

  @Test
  void namesStandBetweenCommas() {
    assertThat(Chain.names("default")).containsExactly("default");
    assertThat(Chain.names("default, openai:gpt-4.1")).containsExactly("default", "openai:gpt-4.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "default,", "a,,b"})
  void aCommaWithoutANameIsRefused(String text) {
    assertThatThrownBy(() -> Chain.names(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--model default,openai:NAME");
  }

  /// A model that fails some times, always in the same way.
  private static final class FailingModel implements LanguageModel {
    private final ErrorType type;
    private int left;

    FailingModel(ErrorType type, int times) {
      this.type = type;
      this.left = times;
    }

    @Override
    public ModelCard card() {
      return new ModelCard("failing", 1.5, 8192, "", "script");
    }

    @Override
    public Reply reply(Request request, Consumer<String> onText) {
      if (left-- == 0) {
        throw new AssertionError("a model that failed for good is asked again");
      }
      throw new ModelException(type, "it is down");
    }

    @Override
    public void close() {}
  }

  private Chain chain(LanguageModel first, LanguageModel second) {
    return new Chain(List.of(link("a", first), link("b", second)), this::hear);
  }

  private Chain.Link link(String name, LanguageModel model) {
    return new Chain.Link(
        name,
        () -> {
          openings.add(name);
          return model;
        });
  }

  private void hear(Event event) {
    if (event instanceof Event.Stage(String text)) {
      told.add(text);
    }
  }

  private static String ask(Chain chain) {
    return chain
        .reply(
            new Request(
                List.of(new Message(Message.Role.USER, "Write")), Sampling.greedy(10), List.of()),
            _ -> {})
        .text();
  }
}
