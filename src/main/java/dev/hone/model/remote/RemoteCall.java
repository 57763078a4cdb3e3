package dev.hone.model.remote;

import dev.hone.model.FinishReason;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Thoughts;
import dev.hone.model.remote.FailedCall.Spent;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Asks a provider once; a request of which the provider refuses a parameter is made again without
/// it, and the parameter is left out from then on.
final class RemoteCall implements Call {
  private final RemoteName name;
  private final ModelFacts facts;
  private final Wire wire;
  private final Endpoint endpoint;
  private final Refusals refusals;
  private final Set<Parameter> refused =
      Collections.synchronizedSet(EnumSet.noneOf(Parameter.class));

  RemoteCall(RemoteName name, ModelFacts facts, Wire wire) {
    this.name = name;
    this.facts = facts;
    this.wire = wire;
    this.endpoint = Endpoint.of(name.provider());
    this.refusals = new Refusals(name, wire.credentials());
  }

  @Override
  public Reply ask(Request request, Consumer<String> onText) {
    while (true) {
      Question question =
          new Question(name, wire.credentials().key(), facts, request, Set.copyOf(refused));
      checkLength(question);
      try {
        return once(question, onText);
      } catch (FailedCall e) {
        if (e.fault() != Fault.PARAMETER || !refused.addAll(e.refused())) {
          throw e;
        }
      }
    }
  }

  private void checkLength(Question question) {
    int most = facts.contextTokens();
    if (most > 0 && question.promptTokens() >= most) {
      throw refusals.tooLong(
          "(it has %d tokens or more, of %d)".formatted(question.promptTokens(), most));
    }
  }

  private Reply once(Question question, Consumer<String> onText) {
    long start = System.nanoTime();
    Redaction redaction = wire.credentials().redaction();
    Answer answer = new Answer(piece -> onText.accept(redaction.of(piece)));
    try {
      endpoint.stream(question, new Transfer(wire, refusals, endpoint, answer), answer);
      return reply(question, answer, start);
    } catch (CancelledCall _) {
      return cut(question, answer, start);
    } catch (FailedCall e) {
      throw e.fault().mayBeBilled() ? e.with(spent(question, answer)) : e;
    }
  }

  private Reply reply(Question question, Answer answer, long start) {
    ChatResponse response = answer.response();
    if (response == null) {
      throw new IllegalStateException("a whole reply has a response");
    }
    FinishReason finish = FinishReason.STOP;
    if (response.finishReason() != null) {
      finish =
          switch (response.finishReason()) {
            case LENGTH -> FinishReason.LENGTH;
            case CONTENT_FILTER -> throw refusals.content("its safety rules stopped the reply");
            case STOP, TOOL_EXECUTION, OTHER -> FinishReason.STOP;
          };
    }
    Thoughts thoughts = Thoughts.split(answer.text());
    int thought = Tokens.about(answer.thinking().length() + thoughts.thinking().length());
    TokenUsage usage = response.tokenUsage();
    Tokens tokens =
        usage == null
            ? new Tokens(
                question.promptTokens(), 0, Tokens.about(answer.text().length()) + thought, thought)
            : endpoint.tokens(usage);
    long end = System.nanoTime();
    return new Reply(
        chosen(question, thoughts.text()),
        finish,
        tokens.prompt(),
        tokens.cached(),
        tokens.completion(),
        Duration.ofNanos((answer.firstAt() == 0 ? end : answer.firstAt()) - start),
        Duration.ofNanos(end - start),
        // most providers count what is thought as part of the reply and do not say how much it is
        tokens.thinking() > 0 ? tokens.thinking() : Math.min(thought, tokens.completion()),
        0,
        List.of());
  }

  private String chosen(Question question, String text) {
    return wire.credentials().redaction().of(Choices.in(text, question.request().choices()));
  }

  private Reply cut(Question question, Answer answer, long start) {
    Thoughts thoughts = Thoughts.split(answer.text());
    Spent spent = spent(question, answer);
    long end = System.nanoTime();
    return new Reply(
        wire.credentials().redaction().of(thoughts.text()),
        FinishReason.CANCELLED,
        spent.promptTokens(),
        0,
        spent.completionTokens(),
        Duration.ofNanos((answer.firstAt() == 0 ? end : answer.firstAt()) - start),
        Duration.ofNanos(end - start),
        Tokens.about(answer.thinking().length() + thoughts.thinking().length()),
        0,
        List.of());
  }

  // What is not counted by the provider is estimated.
  private static Spent spent(Question question, Answer answer) {
    return new Spent(
        question.promptTokens(), Tokens.about(answer.text().length() + answer.thinking().length()));
  }
}
