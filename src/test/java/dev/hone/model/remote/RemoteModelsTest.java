package dev.hone.model.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.hone.model.remote.ProviderServer.refusal;
import static dev.hone.model.remote.ProviderServer.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.hone.failure.ErrorType;
import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.progress.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every model of every provider does, over a real connection to a server that speaks its
/// dialect.
class RemoteModelsTest {
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(20), 3);

  private static ProviderServer server;

  private final FastTicker ticker = new FastTicker();
  private final List<String> told = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = new ProviderServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aReplyIsHeardPieceByPieceAndCounted(Speech speech) {
    List<String> pieces = new ArrayList<>();
    server.answers(stream(speech, speech.whole("def ", "f(x)", ":\n")));

    Reply reply = open(speech).reply(ask("Write f"), pieces::add);

    assertThat(pieces).containsExactly("def ", "f(x)", ":\n");
    assertThat(reply.text()).isEqualTo("def f(x):\n");
    assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
    assertThat(List.of(reply.promptTokens(), reply.cachedTokens(), reply.completionTokens()))
        .containsExactly(20, speech.tellsCached() ? 8 : 0, 7);
    assertThat(reply.firstToken()).isPositive().isLessThanOrEqualTo(reply.total());
    assertThat(reply.retries()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void thoughtsAreNoPartOfTheReplyAndAreCounted(Speech speech) {
    List<String> pieces = new ArrayList<>();
    server.answers(
        stream(
            speech,
            speech.start() + speech.thought("Hm, ok.") + speech.piece("42") + speech.end("stop")));

    Reply reply = open(speech).reply(ask("What is it?"), pieces::add);

    assertThat(pieces).containsExactly("42");
    assertThat(reply.text()).isEqualTo("42");
    assertThat(reply.thinkingTokens()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aReplyThatTheLimitCutSaysSo(Speech speech) {
    server.answers(stream(speech, speech.start() + speech.piece("def") + speech.end("length")));

    assertThat(open(speech).reply(ask("Write f"), _ -> {}).finish()).isEqualTo(FinishReason.LENGTH);
  }

  @ParameterizedTest
  @EnumSource
  void aReplyOfAHundredThousandTokensIsWhole(Speech speech) {
    StringBuilder body = new StringBuilder(speech.start());
    String piece = speech.piece("ab\n");
    body.repeat(piece, 100_000).append(speech.end("stop"));
    server.answers(stream(speech, body.toString()));

    Reply reply = open(speech).reply(ask("Write much"), _ -> {});

    assertThat(reply.text()).isEqualTo("ab\n".repeat(100_000));
  }

  @ParameterizedTest
  @EnumSource
  void aStreamThatIsCutIsAskedForAgainAndCountedTwice(Speech speech) {
    server.answers(
        stream(speech, speech.start() + speech.piece("abcdefgh")),
        stream(speech, speech.whole("done")));

    Reply reply = open(speech).reply(ask("Write f."), _ -> {});

    assertThat(reply.text()).isEqualTo("done");
    assertThat(List.of(reply.retries(), reply.promptTokens(), reply.completionTokens()))
        .containsExactly(1, 22, 9);
    assertThat(ticker.pauses()).hasSize(1);
    assertThat(told).anyMatch(line -> line.contains("broke off") && line.contains("(2 of 3)"));
  }

  @ParameterizedTest
  @EnumSource
  void aPieceThatIsCutInTheMiddleIsNoHoleInTheReply(Speech speech) {
    server.answers(
        stream(
            speech,
            speech.start()
                + speech.piece("a")
                + speech.broken()
                + speech.piece("c")
                + speech.end("stop")),
        stream(speech, speech.whole("a", "b", "c")));

    assertThat(open(speech).reply(ask("Write f"), _ -> {}).text()).isEqualTo("abc");
  }

  @ParameterizedTest
  @EnumSource
  void brokenConnectionsAreTriedAgain(Speech speech) {
    for (var fault : com.github.tomakehurst.wiremock.http.Fault.values()) {
      server.answers(aResponse().withFault(fault), stream(speech, speech.whole("done")));

      assertThat(open(speech).reply(ask("Write f"), _ -> {}).text())
          .as(fault.name())
          .isEqualTo("done");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWaitThatAProviderAsksForIsKept(Speech speech) {
    server.answers(
        refusal(429, "slow down").withHeader("Retry-After", "7"),
        refusal(503, "overloaded").withHeader("retry-after-ms", "1500"),
        stream(speech, speech.whole("done")));

    Reply reply = open(speech).reply(ask("Write f"), _ -> {});

    assertThat(ticker.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofMillis(1500));
    assertThat(reply.retries()).as("refused requests are not billed").isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aFaultThatStaysIsGivenUpWithWordsAndGrowingPauses(Speech speech) {
    server.answers(refusal(500, "our fault"));

    ModelException failure = failure(speech);

    assertThat(failure.type()).isEqualTo(ErrorType.EXTERNAL);
    assertThat(failure).hasMessageContaining("our fault").hasMessageContaining("tried 3 times");
    assertThat(ticker.pauses()).hasSize(2);
    assertThat(ticker.pauses().get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(ticker.pauses().get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @EnumSource
  void aWaitOfHoursIsNotWaited(Speech speech) {
    server.answers(refusal(429, "tomorrow").withHeader("Retry-After", "7200"));

    assertThat(failure(speech)).hasMessageContaining("asks to wait 7200 s");
    assertThat(ticker.pauses()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatAskingAgainDoesNotMendIsSaidAtOnce(Speech speech) {
    assertThat(failure(speech, refusal(401, "bad key " + Speech.KEY)))
        .hasMessageContaining("refuses the key in " + Speech.VARIABLE)
        .hasMessageContaining("[key]");
    assertThat(failure(speech, refusal(404, "no such model")))
        .hasMessageContaining("somebody has no model some-model-7b")
        .hasMessageContaining(speech == Speech.OLLAMA ? "ollama pull" : "--model");
    assertThat(failure(speech, refusal(429, "insufficient_quota: see your plan")))
        .hasMessageContaining("no quota left")
        .hasMessageContaining("billing");
    assertThat(failure(speech, refusal(400, "rejected by our content_policy")))
        .hasMessageContaining("word the requirement differently");
    assertThat(failure(speech, refusal(400, "maximum context length is 8192 tokens")))
        .hasMessageContaining("shorten the requirement");
    assertThat(failure(speech, aResponse().withStatus(302).withHeader("Location", "/x")))
        .hasMessageContaining("sends to another address");
    assertThat(failure(speech, aResponse().withHeader("Content-Type", "text/html").withBody("<p>")))
        .hasMessageContaining("text/html")
        .hasMessageContaining("/v1");
    assertThat(ticker.pauses()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "ANTHROPIC", "GEMINI"})
  void aReplyThatSafetyRulesStopIsNotTakenForOne(Speech speech) {
    server.answers(
        stream(speech, speech.start() + speech.piece("I") + speech.end("content_filter")));

    assertThat(failure(speech)).hasMessageContaining("word the requirement differently");
  }

  @ParameterizedTest
  @EnumSource
  void anErrorInsideAStreamIsSeen(Speech speech) {
    Map<String, ?> error = Map.of("error", Map.of("message", "Overloaded", "type", "overloaded"));
    String told =
        speech == Speech.OLLAMA
            ? Speech.line(Map.of("error", "Overloaded"))
            : Speech.named("error", error);
    server.answers(
        stream(speech, speech.start() + speech.piece("a") + told),
        stream(speech, speech.whole("done")));

    assertThat(open(speech).reply(ask("Write f"), _ -> {}).text()).isEqualTo("done");
  }

  @ParameterizedTest
  @EnumSource
  void aSlowFirstTokenIsGivenUp(Speech speech) {
    server.answers(stream(speech, speech.whole("late")).withFixedDelay(3_000));
    Patience short_ =
        new Patience(Duration.ofSeconds(2), Duration.ofMillis(150), Duration.ofSeconds(9), 1);

    assertThatThrownBy(() -> open(speech.model(server.port(), short_)).reply(ask("f"), _ -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("did not answer");
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsTheReplyWithWhatIsThere(Speech speech) {
    server.answers(stream(speech, speech.whole("a", "b", "c")));

    Reply reply = open(speech).reply(ask("Write f"), _ -> Thread.currentThread().interrupt());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
    assertThat(reply.text()).isEqualTo("a");
  }

  @ParameterizedTest
  @EnumSource
  void aParameterThatAModelRefusesIsLeftOutFromThenOn(Speech speech) {
    server.answers(
        refusal(400, "Unsupported parameter: 'temperature' is not supported with this model"),
        stream(speech, speech.whole("done")));
    LanguageModel model = open(speech);

    model.reply(ask("Write f"), _ -> {});
    model.reply(ask("Write g"), _ -> {});

    assertThat(server.bodies().stream().map(body -> body.toString().contains("temperature")))
        .containsExactly(true, false, false);
  }

  @ParameterizedTest
  @EnumSource
  void theBeginningOfAReplyIsSentWhereTheDialectGoesOnFromIt(Speech speech) {
    server.answers(stream(speech, speech.whole("(6) == 3")));
    Request request =
        new Request(
            List.of(
                new Message(Message.Role.SYSTEM, "You write examples."),
                new Message(Message.Role.USER, "Examples of half"),
                new Message(Message.Role.ASSISTANT, "half-begun \n")),
            Sampling.greedy(100),
            List.of());

    open(speech).reply(request, _ -> {});

    String body = server.bodies().getFirst().toString();
    assertThat(body).contains("You write examples.").contains("Examples of half");
    assertThat(body.contains("half-begun"))
        .isEqualTo(speech == Speech.ANTHROPIC || speech == Speech.OLLAMA);
    assertThat(body).doesNotContain("half-begun ");
  }

  @ParameterizedTest
  @EnumSource
  void aReplyThatShallBeOneOfSomeTextsIsReadAsOne(Speech speech) {
    server.answers(stream(speech, speech.whole("The language is **Rust**.")));

    Reply reply =
        open(speech)
            .reply(
                new Request(ask("Which?").messages(), Sampling.greedy(8), List.of("c", "rust")),
                _ -> {});

    assertThat(reply.text()).isEqualTo("rust");
  }

  @ParameterizedTest
  @EnumSource
  void theKeyIsSentOnceAndShownNowhere(Speech speech) {
    server.answers(
        refusal(500, "key " + Speech.KEY + " broke us"),
        stream(speech, speech.whole("your key is ", Speech.KEY)));
    LanguageModel model = open(speech);

    Reply reply = model.reply(ask("Write f"), _ -> {});

    assertThat(reply.text()).isEqualTo("your key is [key]");
    assertThat(told).isNotEmpty().noneMatch(line -> line.contains(Speech.KEY));
    assertThat(model.card().toString()).doesNotContain(Speech.KEY);
    assertThat(server.bodies()).noneMatch(body -> body.toString().contains(Speech.KEY));
    if (speech != Speech.OLLAMA) {
      assertThat(server.events().getFirst().getRequest().getHeaders().toString())
          .contains(Speech.KEY);
    }
    server.answers(refusal(400, "odd " + Speech.KEY));
    ModelException failure = failure(speech);
    assertThat(failure.getMessage()).contains("[key]").doesNotContain(Speech.KEY);
    assertThat(failure.getCause()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aPromptThatCannotFitIsNotSent(Speech speech) {
    server.answers(stream(speech, speech.whole("x")));
    LanguageModel model = open(speech.model(server.port(), PATIENCE, 100));

    assertThatThrownBy(() -> model.reply(ask("word ".repeat(100)), _ -> {}))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.USER))
        .hasMessageContaining("of 100");
    assertThat(server.events()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aProviderThatFailsAgainAndAgainIsLeftAlone(Speech speech) {
    server.answers(refusal(500, "our fault"));
    LanguageModel model = open(speech);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> model.reply(ask("f"), _ -> {})).hasMessageContaining("our fault");
    }

    assertThatThrownBy(() -> model.reply(ask("f"), _ -> {})).hasMessageContaining("left alone");
    assertThat(server.events()).hasSize(Circuit.MOST_FAILURES);
    server.answers(stream(speech, speech.whole("well again")));
    assertThatThrownBy(() -> model.reply(ask("f"), _ -> {})).hasMessageContaining("left alone");
    assertThat(server.events()).isEmpty();
    rest();
    assertThat(model.reply(ask("f"), _ -> {}).text()).isEqualTo("well again");
  }

  private void rest() {
    try {
      ticker.pause(Circuit.REST);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ModelException failure(Speech speech, ResponseDefinitionBuilder answer) {
    server.answers(answer);
    return failure(speech);
  }

  private ModelException failure(Speech speech) {
    LanguageModel model = open(speech);
    return catchThrowableOfType(ModelException.class, () -> model.reply(ask("Write f"), _ -> {}));
  }

  private LanguageModel open(Speech speech) {
    return open(speech.model(server.port(), PATIENCE));
  }

  private LanguageModel open(RemoteName name) {
    return new RemoteModels(
            Map.of(Speech.VARIABLE, Speech.KEY),
            false,
            event -> {
              if (event instanceof Event.Stage(String text)) {
                told.add(text);
              }
            })
        .open(name, ticker);
  }

  private static Request ask(String text) {
    return new Request(
        List.of(new Message(Message.Role.USER, text)), Sampling.warm(0.5, 7, 100), List.of());
  }
}
