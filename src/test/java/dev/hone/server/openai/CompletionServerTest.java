package dev.hone.server.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.Hone;
import dev.hone.failure.ErrorType;
import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.ModelCard;
import dev.hone.model.ModelException;
import dev.hone.model.PromptTooLongException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.ScriptedModel;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CompletionServerTest {
  private static final String ASKED =
      "{\"model\":\"scripted\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";
  private static final String STREAMED =
      "{\"stream\":true,\"model\":\"scripted\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";

  private final List<Event> events = new CopyOnWriteArrayList<>();

  @Test
  void aWholeReplyHasOpenAisForm() throws Exception {
    try (CompletionServer server = serving(new ScriptedModel("Hello there."))) {
      HttpResponse<String> answer = new Client(server).chat(ASKED);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(unnamed(answer.body()))
          .isEqualTo(
              Client.json(
                  """
                  {"object":"chat.completion","model":"scripted",
                   "choices":[{"index":0,
                     "message":{"role":"assistant","content":"Hello there.","refusal":null},
                     "logprobs":null,"finish_reason":"stop"}],
                   "usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13,
                     "prompt_tokens_details":{"cached_tokens":0},
                     "completion_tokens_details":{"reasoning_tokens":0}}}
                  """));
      assertThat(events).contains(new Event.Stage("chat: 10 tokens in, 3 out, 0.0 s (stop)"));
    }
  }

  @Test
  void aStreamEndsWithItsReasonWhatItTookAndDone() throws Exception {
    String body =
        STREAMED.replace("{\"stream\"", "{\"stream_options\":{\"include_usage\":true},\"stream\"");
    try (CompletionServer server =
        serving(new ScriptedModel().then("Hel\u00e4\ud83d\ude00", FinishReason.LENGTH))) {
      HttpResponse<Stream<String>> answer = new Client(server).stream(body);

      List<String> data = Client.events(answer.body());

      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      assertThat(data.getLast()).isEqualTo("[DONE]");
      List<JsonNode> chunks =
          data.subList(0, data.size() - 1).stream().map(CompletionServerTest::unnamed).toList();
      assertThat(chunks)
          .containsExactly(
              Client.json(
                  """
                  {"object":"chat.completion.chunk","model":"scripted","choices":[{"index":0,
                   "delta":{"role":"assistant","content":"Hel\u00e4\ud83d\ude00"},
                   "logprobs":null,"finish_reason":null}]}
                  """),
              Client.json(
                  """
                  {"object":"chat.completion.chunk","model":"scripted","choices":[{"index":0,
                   "delta":{},"logprobs":null,"finish_reason":"length"}]}
                  """),
              Client.json(
                  """
                  {"object":"chat.completion.chunk","model":"scripted","choices":[],
                   "usage":{"prompt_tokens":10,"completion_tokens":1,"total_tokens":11,
                     "prompt_tokens_details":{"cached_tokens":0},
                     "completion_tokens_details":{"reasoning_tokens":0}}}
                  """));
    }
  }

  @Test
  void whatAClientSetsReachesTheModel() throws Exception {
    ScriptedModel model = new ScriptedModel("yes", "yes");
    try (CompletionServer server = serving(model)) {
      Client client = new Client(server);

      client.chat(
          """
          {"model":"usual","temperature":0.5,"top_p":0.9,"seed":7,"max_tokens":5,
           "max_completion_tokens":20,"stop":["a","b"],"n":1,"tools":[],"user":"somebody",
           "response_format":{"type":"text"},"presence_penalty":0,
           "messages":[{"role":"developer","content":"Be short."},
             {"role":"user","content":[{"type":"text","text":"one "},{"type":"text","text":"two"}]},
             {"role":"assistant","content":"So"}]}
          """);
      client.chat(ASKED.replace("{\"model\"", "{\"seed\":1,\"stop\":\"x\",\"model\""));
    }

    assertThat(model.requests())
        .containsExactly(
            new Request(
                List.of(
                    new Message(Role.SYSTEM, "Be short."),
                    new Message(Role.USER, "one two"),
                    new Message(Role.ASSISTANT, "So")),
                new Sampling(0.5, 0.9, 0, 0, 1, 7, 20, List.of("a", "b")),
                List.of()),
            new Request(
                List.of(new Message(Role.USER, "hello")),
                new Sampling(0.7, 0.95, 40, 0, 1, 1, 8192, List.of("x")),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                         | 400 | invalid_json          |
          {} {}                                     | 400 | invalid_json          |
          []                                        | 400 | invalid_json          |
          {"messages":[]}                           | 400 | invalid_value         | model
          {"model":7,"messages":[M]}                | 400 | invalid_value         | model
          {"model":"scripted"}                      | 400 | invalid_value         | messages
          {"model":"scripted","messages":[]}        | 400 | invalid_value         | messages
          {"model":"scripted","messages":[{"role":"tool","content":"x"}]} | 400 | invalid_value | messages[0].role
          {"model":"scripted","messages":[M,{"role":"user"}]} | 400 | invalid_value | messages[1].content
          {"model":"scripted","messages":[{"role":"user","content":[{"type":"image_url"}]}]} | 400 | unsupported_parameter | messages[0].content
          {"model":"gpt-4","messages":[M]}          | 404 | model_not_found       | model
          {"model":"scripted","messages":[M],"temperature":2.5} | 400 | invalid_value | temperature
          {"model":"scripted","messages":[M],"temperature":"hot"} | 400 | invalid_value | temperature
          {"model":"scripted","messages":[M],"top_p":0} | 400 | invalid_value     | top_p
          {"model":"scripted","messages":[M],"seed":1.5} | 400 | invalid_value    | seed
          {"model":"scripted","messages":[M],"max_tokens":0} | 400 | invalid_value | max_tokens
          {"model":"scripted","messages":[M],"stop":[""]} | 400 | invalid_value   | stop
          {"model":"scripted","messages":[M],"stream":"yes"} | 400 | invalid_value | stream
          {"model":"scripted","messages":[M],"stream":true,"stream_options":1} | 400 | invalid_value | stream_options
          {"model":"scripted","messages":[M],"n":2} | 400 | unsupported_parameter | n
          {"model":"scripted","messages":[M],"tools":[{}]} | 400 | unsupported_parameter | tools
          {"model":"scripted","messages":[M],"logprobs":true} | 400 | unsupported_parameter | logprobs
          {"model":"scripted","messages":[M],"response_format":{"type":"json_object"}} | 400 | unsupported_parameter | response_format
          {"model":"scripted","messages":[M],"frequency_penalty":0.5} | 400 | unsupported_parameter | frequency_penalty
          """)
  void aWrongBodyIsRefusedInOpenAisForm(String body, int status, String code, String parameter)
      throws Exception {
    ScriptedModel model = new ScriptedModel();
    try (CompletionServer server = serving(model)) {
      String sent = body.replace("M", "{\"role\":\"user\",\"content\":\"x\"}");

      HttpResponse<String> answer = new Client(server).chat(sent);

      JsonNode error = Client.json(answer.body()).path("error");
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
      assertThat(error.path("code").asString()).isEqualTo(code);
      assertThat(error.path("param").asString(null)).isEqualTo(parameter);
      assertThat(error.path("message").asString()).isNotEmpty();
      assertThat(model.requests()).isEmpty();
    }
  }

  @Test
  void whatIsNoRequestForAChatIsRefusedByItsHead() throws Exception {
    ServerSettings small = new ServerSettings("127.0.0.1", 0, "", 1, 0, 100);
    try (CompletionServer server = serving(new ScriptedModel(), small)) {
      Client client = new Client(server);

      assertThat(status(client.chat(ASKED, "Content-Type", "text/plain")))
          .isEqualTo("415 not_json");
      assertThat(status(client.chat(" ".repeat(101)))).isEqualTo("413 body_too_long");
      assertThat(status(client.get("/v1/embeddings"))).isEqualTo("404 not_found");
      assertThat(status(client.get("/v1/chat/completions"))).isEqualTo("405 method_not_allowed");
      assertThat(status(client.get("/v1/models/other"))).isEqualTo("404 model_not_found");
    }
  }

  @Test
  void theModelIsListedWithTheLengthOfItsContext() throws Exception {
    try (CompletionServer server = serving(new ScriptedModel())) {
      Client client = new Client(server);

      JsonNode list = Client.json(client.get("/v1/models").body());

      assertThat(list.path("object").asString()).isEqualTo("list");
      assertThat(list.path("data").size()).isEqualTo(1);
      JsonNode model = list.path("data").path(0);
      assertThat(model.path("id").asString()).isEqualTo("scripted");
      assertThat(model.path("max_model_len").asInt()).isEqualTo(8192);
      assertThat(Client.json(client.get("/v1/models/scripted").body())).isEqualTo(model);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ASKED, STREAMED})
  void aPromptThatDoesNotFitIsTheClientsToShorten(String body) throws Exception {
    LanguageModel model =
        failing(() -> new PromptTooLongException("the prompt has 9000 tokens, of 8192"));
    try (CompletionServer server = serving(model)) {
      HttpResponse<String> answer = new Client(server).chat(body);

      assertThat(status(answer)).isEqualTo("400 context_length_exceeded");
      assertThat(answer.body()).contains("the prompt has 9000 tokens");
    }
  }

  @Test
  void aModelThatFailsIsNoFaultOfTheClient() throws Exception {
    LanguageModel away = failing(() -> new ModelException(ErrorType.EXTERNAL, "it is away"));
    LanguageModel full =
        failing(() -> new ModelException(ErrorType.INSUFFICIENT_RESOURCES, "no memory"));
    LanguageModel wrong = failing(() -> new IllegalStateException("with a secret"));
    try (CompletionServer first = serving(away);
        CompletionServer second = serving(full);
        CompletionServer third = serving(wrong)) {
      assertThat(status(new Client(first).chat(ASKED))).isEqualTo("502 model_failed");
      HttpResponse<String> later = new Client(second).chat(ASKED);
      assertThat(status(later)).isEqualTo("503 insufficient_resources");
      assertThat(later.headers().firstValue("Retry-After")).hasValue("30");
      HttpResponse<String> fault = new Client(third).chat(ASKED);
      assertThat(status(fault)).isEqualTo("500 internal_error");
      assertThat(fault.body()).doesNotContain("secret");
    }
  }

  @Test
  void aReplyThatBeganAnewEndsItsStreamWithAnError() throws Exception {
    LanguageModel model =
        scripted(
            onText -> {
              onText.accept("broken ");
              onText.accept("whole");
              return "whole";
            });
    try (CompletionServer server = serving(model)) {
      List<String> data = Client.events(new Client(server).stream(STREAMED).body());

      assertThat(Client.json(data.getLast()).path("error").path("code").asString())
          .isEqualTo("reply_broken");
    }
  }

  @Test
  void honesOwnClientForOtherServersIsAnswered(@TempDir Path home) throws Exception {
    ScriptedModel model = new ScriptedModel("def twice(n): return 2 * n");
    try (CompletionServer server = serving(model);
        Hone hone = Hone.create(Map.of("HONE_HOME", home.toString()), Progress.silent())) {
      LanguageModel remote = hone.model(server.address() + "#scripted");
      StringBuilder pieces = new StringBuilder();

      Reply reply =
          remote.reply(
              new Request(List.of(new Message(Role.USER, "twice")), Sampling.greedy(50), List.of()),
              pieces::append);

      assertThat(remote.card().contextTokens()).isEqualTo(8192);
      assertThat(reply.text()).isEqualTo("def twice(n): return 2 * n");
      assertThat(pieces.toString()).isEqualTo(reply.text());
      assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
      assertThat(List.of(reply.promptTokens(), reply.completionTokens())).isEqualTo(List.of(10, 6));
    }
    assertThat(model.requests().getFirst().sampling().maxTokens()).isEqualTo(50);
    assertThat(model.requests().getFirst().sampling().temperature()).isZero();
  }

  private CompletionServer serving(LanguageModel model) {
    return serving(
        model, new ServerSettings("127.0.0.1", 0, "", 1, 4, ServerSettings.USUAL_BODY_BYTES));
  }

  private CompletionServer serving(LanguageModel model, ServerSettings settings) {
    return new CompletionServer(new ServedModel(model, "usual"), settings, events::add);
  }

  private static LanguageModel failing(Supplier<RuntimeException> failure) {
    return scripted(
        _ -> {
          throw failure.get();
        });
  }

  private static LanguageModel scripted(Function<Consumer<String>, String> words) {
    return new LanguageModel() {
      @Override
      public ModelCard card() {
        return new ModelCard("scripted", 1.5, 8192, "", "script");
      }

      @Override
      public Reply reply(Request request, Consumer<String> onText) {
        return new Reply(
            words.apply(onText), FinishReason.STOP, 1, 0, 1, Duration.ZERO, Duration.ZERO);
      }

      @Override
      public void close() {}
    };
  }

  private static String status(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Client.json(answer.body()).at("/error/code").asString();
  }

  /// The form without what differs each time.
  private static JsonNode unnamed(String text) {
    ObjectNode form = (ObjectNode) Client.json(text);
    assertThat(form.path("id").asString()).startsWith("chatcmpl-");
    assertThat(form.path("created").asLong()).isPositive();
    form.remove("id");
    form.remove("created");
    return form;
  }
}
