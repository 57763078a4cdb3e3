package dev.hone.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.progress.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Servers that fall silent, and callers that stop waiting: the server sees the connection end.
class SilenceTest {
  private static final Request ASKED =
      new Request(
          List.of(new Message(Message.Role.USER, "Write f")), Sampling.greedy(100), List.of());
  private static final Duration LONG = Duration.ofMinutes(5);

  @ParameterizedTest
  @EnumSource
  void anInterruptInTheMiddleOfAReplyClosesTheConnection(Speech speech) throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(RawServer.streaming(speech, speech.start() + speech.piece("begun")));
        LanguageModel model = open(speech, server, LONG, LONG)) {
      FutureTask<Reply> asked = new FutureTask<>(() -> model.reply(ASKED, _ -> heard.countDown()));
      Thread asking = Thread.ofVirtual().start(asked);
      heard.await();

      asking.interrupt();

      Reply reply = asked.get();
      assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
      assertThat(reply.text()).isEqualTo("begun");
      assertThat(server.sawClose()).isTrue();
    }
  }

  @Test
  void anInterruptBeforeTheReplyClosesTheConnection() throws Exception {
    try (RawServer server = new RawServer("");
        LanguageModel model = open(Speech.OPENAI, server, LONG, LONG)) {
      FutureTask<Reply> asked = new FutureTask<>(() -> model.reply(ASKED, _ -> {}));
      Thread asking = Thread.ofPlatform().start(asked);
      server.awaitRequest();

      asking.interrupt();

      assertThat(asked.get().finish()).isEqualTo(FinishReason.CANCELLED);
      assertThat(server.sawClose()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReplyThatFallsSilentIsGivenUpAndItsConnectionClosed(Speech speech) throws Exception {
    try (RawServer server =
            new RawServer(RawServer.streaming(speech, speech.start() + speech.piece("begun")));
        LanguageModel model = open(speech, server, LONG, Duration.ofMillis(200))) {
      assertThatThrownBy(() -> model.reply(ASKED, _ -> {}))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("fell silent");
      assertThat(server.sawClose()).isTrue();
    }
  }

  @Test
  void signsOfLifeDoNotPutOffTheLimitOfTheFirstPiece() throws Exception {
    try (RawServer server =
            new RawServer(RawServer.streaming(Speech.OPENAI, ": still thinking\n\n"));
        LanguageModel model = open(Speech.OPENAI, server, Duration.ofMillis(300), LONG)) {
      assertThatThrownBy(() -> model.reply(ASKED, _ -> {}))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("no piece of a reply in time");
    }
  }

  @Test
  void whereNothingListensTheMessageSaysSoAtOnce() throws Exception {
    int port;
    try (RawServer server = new RawServer("")) {
      port = server.port();
    }
    LanguageModel model = open(Speech.OLLAMA.model(port, patience(LONG, LONG)));

    assertThatThrownBy(() -> model.reply(ASKED, _ -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("nothing listens at 127.0.0.1:" + port)
        .hasMessageContaining("ollama serve");
  }

  private static LanguageModel open(
      Speech speech, RawServer server, Duration firstToken, Duration idle) {
    return open(speech.model(server.port(), patience(firstToken, idle)));
  }

  private static LanguageModel open(RemoteName name) {
    return new RemoteModels(Map.of(Speech.VARIABLE, Speech.KEY), false, Progress.silent())
        .open(name, new FastTicker());
  }

  private static Patience patience(Duration firstToken, Duration idle) {
    return new Patience(Duration.ofSeconds(5), firstToken, idle, 1);
  }
}
