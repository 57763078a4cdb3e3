package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.model.LanguageModel;
import dev.hone.model.Logprob;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Replies with what they probably copy read ahead, and without, by the small model.
class DraftsIT {
  private static final EmbeddedOptions OPTIONS = new EmbeddedOptions(4096, 0, false);

  @Test
  void aCorrectionIsTheSameTextWithAndWithoutThem() {
    Request request = CopiedCode.repair(900);
    Reply with = reply(OPTIONS, request);
    Reply without = reply(OPTIONS.withoutDrafts(), request);

    assertThat(with.text()).isEqualTo(without.text());
    assertThat(with.completionTokens()).isEqualTo(without.completionTokens()).isGreaterThan(100);
    assertThat(with.logprobs()).hasSameSizeAs(without.logprobs());
    for (int i = 0; i < with.logprobs().size(); i++) {
      Logprob other = without.logprobs().get(i);
      assertThat(with.logprobs().get(i).text()).isEqualTo(other.text());
      assertThat(with.logprobs().get(i).value())
          .isCloseTo(other.value(), org.assertj.core.data.Offset.offset(0.2));
    }
  }

  @Test
  void theNextQuestionIsAnsweredAsIfNothingHadBeenReadAhead() {
    Request copies = CopiedCode.repair(60);
    Request other = ask("What is 2 + 3? Answer with the number only.", Sampling.greedy(16));
    try (LanguageModel model =
        EmbeddedModel.open(EngineFiles.engineFolder(), EngineFiles.smallModel(), OPTIONS)) {
      String before = model.reply(other, _ -> {}).text();
      String first = model.reply(copies, _ -> {}).text();
      assertThat(model.reply(other, _ -> {}).text()).isEqualTo(before);
      assertThat(model.reply(copies, _ -> {}).text()).isEqualTo(first);
    }
  }

  @Test
  void aReplyThatFillsTheContextEndsThere() {
    Request request = CopiedCode.repair(900);
    Reply reply = reply(new EmbeddedOptions(1024, 0, false), request);
    assertThat(reply.promptTokens() + reply.completionTokens()).isLessThanOrEqualTo(1024);
  }

  private static Request ask(String question, Sampling sampling) {
    return new Request(List.of(new Message(Role.USER, question)), sampling, List.of());
  }

  private static Reply reply(EmbeddedOptions options, Request request) {
    try (LanguageModel model =
        EmbeddedModel.open(EngineFiles.engineFolder(), EngineFiles.smallModel(), options)) {
      return model.reply(request, _ -> {});
    }
  }
}
