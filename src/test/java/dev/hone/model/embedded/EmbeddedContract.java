package dev.hone.model.embedded;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hone.model.FinishReason;
import dev.hone.model.Forecast;
import dev.hone.model.Gaps;
import dev.hone.model.LanguageModel;
import dev.hone.model.Logprob;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.ModelException;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What the small model promises, in Hone's process or in one of its own, by the real engine;
/// `EngineFiles` says where they are looked for.
@TestInstance(Lifecycle.PER_CLASS)
abstract class EmbeddedContract {
  static final String COUNT = "Count from 1 to 50, separated by spaces.";

  private @Nullable LanguageModel opened;

  /// {@return the small model, opened anew}
  ///
  /// @param contextTokens tokens of prompt and reply together
  abstract LanguageModel openAnother(int contextTokens);

  @BeforeAll
  void open() {
    opened = openAnother(1024);
  }

  @AfterAll
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  final LanguageModel model() {
    return Objects.requireNonNull(opened);
  }

  static Request ask(String text, Sampling sampling, String... choices) {
    return new Request(List.of(new Message(Role.USER, text)), sampling, List.of(choices));
  }

  final String answer(String text, Sampling sampling) {
    return model().reply(ask(text, sampling), _ -> {}).text();
  }

  @Test
  void itKnowsWhatItRuns() {
    assertThat(model().card().name()).isEqualTo("qwen2.5-coder-0.5b-instruct-q4_k_m");
    assertThat(model().card().isSmall()).isTrue();
    assertThat(model().card().contextTokens()).isEqualTo(1024);
    assertThat(model().card().engine()).startsWith("llama.cpp ");
  }

  @Test
  void itCountsAPromptBeforeItIsAsked() {
    Request request = ask("Write `twice(n)` – in Python, please.", Sampling.greedy(1));

    assertThat(model().forecast(request))
        .isEqualTo(new Forecast(model().reply(request, _ -> {}).promptTokens(), Price.free()));
  }

  @Test
  void itAnswersAndStreamsTheSameText() {
    StringBuilder streamed = new StringBuilder();

    Reply reply =
        model()
            .reply(
                ask("What is 2 + 3? Answer with the number only.", Sampling.greedy(16)),
                streamed::append);

    assertThat(reply.text()).contains("5").isEqualTo(streamed.toString());
    assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
    assertThat(reply.completionTokens()).isBetween(1, 16);
    assertThat(reply.firstToken()).isPositive().isLessThanOrEqualTo(reply.total());
  }

  @Test
  void itKeepsToAGrammar() {
    String list =
        """
        root ::= "[" word (", " word)* "]"
        word ::= "\\"" [a-z]+ "\\""
        """;
    Request request =
        new Request(
            List.of(new Message(Role.USER, "Name three colours as a JSON list.")),
            Sampling.greedy(64),
            List.of(),
            list);

    Reply reply = model().reply(request, _ -> {});

    assertThat(reply.text()).matches("\\[\"[a-z]+\"(, \"[a-z]+\")*\\]");
    assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
  }

  @Test
  void itFillsTheGapsOfAForm() {
    List<String> rest = List.of("\n2 + 2 =", "\n20 + 20 =");
    Request form = form("1 + 1 =").continued(rest);
    StringBuilder streamed = new StringBuilder();

    Reply reply = model().reply(form, streamed::append);

    assertThat(reply.text())
        .isEqualTo(" 2\n2 + 2 = 4\n20 + 20 = 40")
        .isEqualTo(streamed.toString());
    assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
    assertThat(Gaps.of(form, reply)).hasSize(3).allMatch(gap -> gap.likelihood() > 0.5);
    // What stands in the form is read behind what the model said, and nothing twice.
    Reply first = model().reply(form("1 + 1 ="), _ -> {});
    assertThat(first.text()).isEqualTo(" 2");
    assertThat(reply.promptTokens()).isBetween(first.promptTokens() + 8, first.promptTokens() + 16);
    assertThat(reply.completionTokens()).isLessThan(24);
  }

  @Test
  void aFormIsReadAsItWouldBeInAPrompt() {
    Request form = form("1 + 1 =").continued(List.of("\n7 + 8 ="));

    List<Gaps.Gap> gaps = Gaps.of(form, model().reply(form, _ -> {}));
    Request asked = form("1 + 1 = 2\n7 + 8 =");

    assertThat(gaps.getLast().text()).isEqualTo(model().reply(asked, _ -> {}).text());
    assertThat(gaps.getLast().likelihood())
        .isCloseTo(
            Gaps.of(asked, model().reply(asked, _ -> {})).getFirst().likelihood(), within(0.05));
  }

  @Test
  void aGapHasItsShareOfTheTokensAndEndsTheReplyWhereThatIsTooLittle() {
    Request form =
        new Request(
                List.of(
                    new Message(Role.USER, COUNT), new Message(Role.ASSISTANT, "1 2 3 4 5 6 7")),
                new Sampling(0, 1, 0, 0, 1, 0, 20, List.of("50")),
                List.of())
            .continued(List.of(" and so on"));

    Reply reply = model().reply(form, _ -> {});

    assertThat(reply.finish()).isEqualTo(FinishReason.LENGTH);
    assertThat(reply.completionTokens()).isEqualTo(10);
    assertThat(reply.text()).doesNotContain("so on");
  }

  @Test
  void aStopStringOfSeveralTokensIsNotReadBeforeTheContinuation() {
    Request plain = counting("1 2 3 4", List.of(" 7 8"));
    Request form = plain.continued(List.of(" 20 21 22"));

    Reply reply = model().reply(form, _ -> {});

    assertThat(model().reply(plain, _ -> {}).text()).isEqualTo(" 5 6");
    assertThat(reply.text()).startsWith(" 5 6 20 21 22 23 24");
    assertThat(model().reply(counting("1 2 3 4 5 6 20 21 22", List.of()), _ -> {}).text())
        .startsWith(
            reply.text().substring(" 5 6 20 21 22".length(), " 5 6 20 21 22 23 24".length()));
  }

  @Test
  void aContinuationMayBeLongAndInAnyLanguage() {
    String list = IntStream.range(20, 70).mapToObj(" %d"::formatted).collect(joining());
    Request form =
        counting("1 2 3 4", List.of(" 7")).continued(List.of(" – größer als 6 😀:" + list));

    Reply reply = model().reply(form, _ -> {});

    assertThat(reply.text()).isEqualTo(" 5 6 – größer als 6 😀:" + list);
    assertThat(reply.promptTokens())
        .isGreaterThan(
            64 + model().reply(counting("1 2 3 4", List.of(" 7")), _ -> {}).promptTokens());
  }

  @Test
  void aFormEndsWhereTheModelHasNoMoreRoom() {
    String much = " and so on".repeat(400);
    Request form =
        counting("1 2 3 4", List.of(" 7", " 11")).continued(List.of(" 8 9", much, " and the end"));

    Reply reply = model().reply(form, _ -> {});

    assertThat(Gaps.of(form, reply)).hasSize(2).allMatch(Gaps.Gap::whole);
    assertThat(reply.text()).isEqualTo(" 5 6 8 9 10");
  }

  private static Request counting(String begun, List<String> stop) {
    return new Request(
        List.of(new Message(Role.USER, COUNT), new Message(Role.ASSISTANT, begun)),
        new Sampling(0, 1, 0, 0, 1, 0, 40, stop),
        List.of());
  }

  private static Request form(String begun) {
    return new Request(
        List.of(
            new Message(Role.USER, "Write each sum on a line, such as `3 + 4 = 7`."),
            new Message(Role.ASSISTANT, "10 + 1 = 11\n2 + 3 = 5\n" + begun)),
        new Sampling(0, 1, 0, 0, 1, 0, 48, List.of("\n")),
        List.of());
  }

  @Test
  void itTellsHowLikelyItsTokensWere() {
    Reply counted = model().reply(ask(COUNT, Sampling.greedy(24)), _ -> {});
    Reply invented = model().reply(ask("Invent a name for a fish.", Sampling.greedy(8)), _ -> {});

    assertThat(counted.logprobs().stream().map(Logprob::text).collect(joining()))
        .isEqualTo(counted.text());
    assertThat(counted.logprobs())
        .allSatisfy(token -> assertThat(token.value()).isBetween(-9.0, 0.0));
    assertThat(leastLikely(counted)).isGreaterThan(leastLikely(invented));
  }

  private static double leastLikely(Reply reply) {
    return reply.logprobs().stream().mapToDouble(Logprob::value).min().orElseThrow();
  }

  @Test
  void aReplyDoesNotDependOnWhatWasAskedBefore() {
    String question = "Here is a text. " + "Words and words. ".repeat(30) + "Continue it.";
    String first = answer(question, Sampling.greedy(24));

    Reply again = model().reply(ask(question, Sampling.greedy(24)), _ -> {});
    String other = answer("Say hello.", Sampling.greedy(8));

    assertThat(again.text()).isEqualTo(first);
    assertThat(again.cachedTokens()).isGreaterThanOrEqualTo(Session.CHUNK);
    assertThat(other).isNotEqualTo(first);
    assertThat(answer(question, Sampling.greedy(24))).isEqualTo(first);
  }

  @Test
  void theSameSeedGivesTheSameReplyAndAnotherSeedAnother() {
    Sampling seven = Sampling.warm(1.2, 7, 24);
    String first = answer("Invent a name for a fish.", seven);

    assertThat(answer("Invent a name for a fish.", seven)).isEqualTo(first);
    assertThat(answer("Invent a name for a fish.", Sampling.warm(1.2, 8, 24))).isNotEqualTo(first);
  }

  @Test
  void theTokenLimitEndsAReplyAsLength() {
    Reply reply = model().reply(ask(COUNT, Sampling.greedy(5)), _ -> {});

    assertThat(reply.finish()).isEqualTo(FinishReason.LENGTH);
    assertThat(reply.completionTokens()).isEqualTo(5);
  }

  @Test
  void aStopStringEndsTheReplyAndIsNotShown() {
    List<String> pieces = new ArrayList<>();
    Sampling upToFive = new Sampling(0, 1, 0, 0, 1, 0, 40, List.of(" 5"));

    Reply reply = model().reply(ask(COUNT, upToFive), pieces::add);

    assertThat(reply.text()).isEqualTo("1 2 3 4").isEqualTo(String.join("", pieces));
    assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
  }

  @Test
  void aReplyIsOneOfTheChoices() {
    String[] languages = {"python", "javascript", "typescript", "java", "go", "rust", "c", "cpp"};
    String question = "Write a sorting function in Rust. Which language is asked for? One word.";

    Reply reply = model().reply(ask(question, Sampling.greedy(1), languages), _ -> {});
    Reply warm = model().reply(ask(question, Sampling.warm(2, 3, 1), languages), _ -> {});

    assertThat(reply.text()).isEqualTo("rust");
    assertThat(languages).contains(warm.text());
  }

  @Test
  void aRepeatPenaltyChangesWhatRepeats() {
    List<Message> begun =
        List.of(
            new Message(Role.USER, "Write the word yes twenty times."),
            new Message(Role.ASSISTANT, "yes yes yes yes yes yes yes"));

    assertThat(goingOn(begun, Sampling.greedy(8))).isEqualTo(" yes".repeat(8));
    assertThat(goingOn(begun, new Sampling(0, 1, 0, 0, 1.8, 0, 8, List.of())))
        .isNotEqualTo(" yes".repeat(8));
  }

  private String goingOn(List<Message> begun, Sampling sampling) {
    return model().reply(new Request(begun, sampling, List.of()), _ -> {}).text();
  }

  @Test
  void aControlTokenInAMessageDoesNotEndIt() {
    Request plain = ask("a", Sampling.greedy(1));
    Request spelled = ask("a<|im_end|>", Sampling.greedy(1));

    int more =
        model().reply(spelled, _ -> {}).promptTokens()
            - model().reply(plain, _ -> {}).promptTokens();

    assertThat(more).isGreaterThan(1);
  }

  @Test
  void anInterruptEndsAReplyAndStaysSet() {
    Reply reply =
        model().reply(ask(COUNT, Sampling.greedy(400)), _ -> Thread.currentThread().interrupt());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
    assertThat(reply.completionTokens()).isBetween(1, 5);
  }

  @Test
  void anInterruptBeforeThePromptIsReadGeneratesNothing() {
    Thread.currentThread().interrupt();

    Reply reply = model().reply(ask(COUNT, Sampling.greedy(400)), _ -> {});

    assertThat(Thread.interrupted()).isTrue();
    assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
    assertThat(reply.text()).isEmpty();
  }

  @Test
  void aPromptThatDoesNotFitIsRefusedInNumbers() {
    assertThatThrownBy(() -> answer("word ".repeat(3000), Sampling.greedy(1)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("1024");
  }

  @Test
  void aQuestionFromInsideAReplyIsABrokenPromise() {
    Request request = ask("Say hello.", Sampling.greedy(4));

    assertThatThrownBy(() -> model().reply(request, _ -> model().reply(request, _ -> {})))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aClosedModelAnswersNothing() {
    LanguageModel closed = openAnother(256);
    closed.close();
    closed.close();

    assertThatThrownBy(() -> closed.reply(ask("Hi", Sampling.greedy(1)), _ -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void closingWaitsForTheReply() throws Exception {
    LanguageModel model = openAnother(256);
    CountDownLatch generating = new CountDownLatch(1);
    FutureTask<Reply> asked =
        new FutureTask<>(
            () -> model.reply(ask(COUNT, Sampling.greedy(12)), _ -> generating.countDown()));
    Thread.ofPlatform().start(asked);
    generating.await();

    model.close();

    assertThat(asked.get().finish()).isEqualTo(FinishReason.LENGTH);
  }

  @Test
  void aContextBeyondTheModelsOwnIsRefused() {
    assertThatThrownBy(() -> openAnother(1_000_000))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("32768");
  }
}
