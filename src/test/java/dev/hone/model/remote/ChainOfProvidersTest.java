package dev.hone.model.remote;

import static dev.hone.model.remote.ProviderServer.refusal;
import static dev.hone.model.remote.ProviderServer.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.chain.Chain;
import dev.hone.progress.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two providers in a row, over real connections.
class ChainOfProvidersTest {
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(20), 2);

  private static ProviderServer first;
  private static ProviderServer second;

  private final FastTicker ticker = new FastTicker();
  private final List<String> told = new ArrayList<>();

  @BeforeAll
  static void start() {
    first = new ProviderServer();
    second = new ProviderServer();
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
  }

  @ParameterizedTest
  @EnumSource
  void aProviderThatStaysDownIsFollowedByTheNext(Speech speech) {
    first.answers(refusal(503, "overloaded"));
    second.answers(stream(speech, speech.whole("done")));
    LanguageModel chain = chain(speech);

    assertThat(ask(chain, "Write f").text()).isEqualTo("done");
    assertThat(first.events()).as("tried again before it is left").hasSize(2);
    assertThat(ask(chain, "Write g").text()).isEqualTo("done");
    assertThat(first.events()).as("not asked again").hasSize(2);
    assertThat(told)
        .anyMatch(
            line ->
                line.startsWith("model: first is left (somebody is busy")
                    && line.endsWith("going on with second"));
  }

  @ParameterizedTest
  @EnumSource
  void whatAProviderRefusesTheNextMayDo(Speech speech) {
    for (ResponseDefinitionBuilder refused :
        List.of(
            refusal(401, "bad key"),
            refusal(404, "no such model"),
            refusal(402, "pay first"),
            refusal(400, "rejected by our content_policy"))) {
      first.answers(refused);
      second.answers(stream(speech, speech.whole("done")));

      assertThat(ask(chain(speech), "Write f").text()).isEqualTo("done");
      assertThat(first.events()).hasSize(1);
    }
  }

  @Test
  void aProviderThatIsLeftAloneIsFollowedAtOnce() {
    Speech speech = Speech.OPENAI;
    first.answers(refusal(500, "our fault"));
    second.answers(stream(speech, speech.whole("done")));
    LanguageModel resting = open(speech.model(first.port(), PATIENCE));
    for (int i = 0; i < Circuit.MOST_FAILURES / 2; i++) {
      assertThatThrownBy(() -> ask(resting, "f")).hasMessageContaining("our fault");
    }
    int before = first.events().size();

    Reply reply = ask(chain(resting, open(speech.model(second.port(), PATIENCE))), "Write f");

    assertThat(reply.text()).isEqualTo("done");
    assertThat(first.events()).hasSize(before);
    assertThat(told.getLast()).contains("left alone").endsWith("going on with second");
  }

  @Test
  void aPromptThatDoesNotFitIsThePersonsAffair() {
    Speech speech = Speech.OPENAI;
    first.answers(refusal(400, "maximum context length is 8192 tokens"));
    second.answers(stream(speech, speech.whole("done")));

    assertThatThrownBy(() -> ask(chain(speech), "Write f"))
        .hasMessageContaining("shorten the requirement");
    assertThat(second.events()).isEmpty();
  }

  private LanguageModel chain(Speech speech) {
    return chain(
        open(speech.model(first.port(), PATIENCE)), open(speech.model(second.port(), PATIENCE)));
  }

  private LanguageModel chain(LanguageModel one, LanguageModel other) {
    return new Chain(
        List.of(new Chain.Link("first", () -> one), new Chain.Link("second", () -> other)),
        this::hear);
  }

  private LanguageModel open(RemoteName name) {
    return new RemoteModels(Map.of(Speech.VARIABLE, Speech.KEY), false, this::hear)
        .open(name, ticker);
  }

  private void hear(Event event) {
    if (event instanceof Event.Stage(String text)) {
      told.add(text);
    }
  }

  private static Reply ask(LanguageModel model, String text) {
    return model.reply(
        new Request(
            List.of(new Message(Message.Role.USER, text)), Sampling.warm(0.5, 7, 100), List.of()),
        _ -> {});
  }
}
