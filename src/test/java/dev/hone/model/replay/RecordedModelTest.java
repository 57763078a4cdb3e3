package dev.hone.model.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.model.Bill;
import dev.hone.model.FinishReason;
import dev.hone.model.Logprob;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.ModelCard;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.ScriptedModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedModelTest {
  @TempDir Path folder;

  @Test
  void aRequestIsAskedOnce() {
    ScriptedModel model = new ScriptedModel("one", "two");
    RecordedModel recorded = RecordedModel.open(model, folder);

    Reply first = ask(recorded, "a", 0);

    assertThat(ask(recorded, "a", 0))
        .isEqualTo(first.billed(new Bill("scripted", Price.free().of(0, 0, 0))));
    assertThat(ask(recorded, "a", 1).text()).isEqualTo("two");
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void anotherGrammarIsAnotherRequest() {
    RecordedModel recorded = RecordedModel.open(new ScriptedModel("one", "two"), folder);
    Request plain = request("a", 0);
    Request constrained =
        new Request(plain.messages(), plain.sampling(), plain.choices(), "root ::= \"two\"");

    assertThat(recorded.reply(plain, _ -> {}).text()).isEqualTo("one");
    assertThat(recorded.reply(constrained, _ -> {}).text()).isEqualTo("two");
    assertThat(ReplayedModel.open(folder).reply(constrained, _ -> {}).text()).isEqualTo("two");
  }

  @Test
  void aReplyIsTheSameWithoutTheModel() {
    Reply reply = ask(RecordedModel.open(new ScriptedModel("déjà\n\"vu\""), folder), "a", 0);
    ReplayedModel replayed = ReplayedModel.open(folder);
    StringBuilder heard = new StringBuilder();

    assertThat(replayed.reply(request("a", 0), heard::append)).isEqualTo(reply);
    assertThat(heard).hasToString(reply.text());
    assertThat(replayed.card()).isEqualTo(new ScriptedModel().card());
    assertThatThrownBy(() -> ask(replayed, "b", 0))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--record");
  }

  @Test
  void howLikelyTheTokensWereIsKept() {
    Logprob[] tokens = {new Logprob("o", -0.25), new Logprob("ne", -1.5)};
    ScriptedModel model = new ScriptedModel().then("one", FinishReason.STOP, tokens);
    Reply reply = ask(RecordedModel.open(model, folder), "a", 0);

    assertThat(reply.logprobs()).containsExactly(tokens);
    assertThat(ask(ReplayedModel.open(folder), "a", 0)).isEqualTo(reply);
  }

  @Test
  void aCancelledReplyIsNotKept() {
    ScriptedModel model =
        new ScriptedModel().then("hal", FinishReason.CANCELLED).then("half", FinishReason.STOP);
    RecordedModel recorded = RecordedModel.open(model, folder);

    ask(recorded, "a", 0);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ask(recorded, "a", 0).text()).isEqualTo("half");
  }

  @Test
  void theRepliesOfAnotherModelAreNotMixedIn() {
    RecordedModel.open(new ScriptedModel(), folder).close();
    ScriptedModel other = new ScriptedModel(new ModelCard("other", 7, 8192, "f00d", "script"));

    assertThatThrownBy(() -> RecordedModel.open(other, folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds replies of scripted, not of other");
  }

  @Test
  void anEmptyFolderAnswersNothing() {
    assertThatThrownBy(() -> ReplayedModel.open(folder.resolve("none")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("fill it with --record first");
  }

  @Test
  void aRequestThatWasNotRecordedIsShownBesideTheNearestThatWas() {
    RecordedModel recorded = RecordedModel.open(new ScriptedModel("one", "two"), folder);
    ask(recorded, "Write twice(n).\nIt returns n times 2.\nNo comments.", 0);
    ask(recorded, "Reverse a list", 0);

    assertThatThrownBy(
            () ->
                ask(
                    ReplayedModel.open(folder),
                    "Write twice(n).\nIt returns n times 3.\nNo comments.",
                    0))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            """
            differs first in line 2 of the user message:
              recorded: It returns n times 2.
              asked:    It returns n times 3.
            Run the same command with --record""");
  }

  @Test
  void ofAPromptThatIsTheSameTheRestIsCompared() {
    ask(RecordedModel.open(new ScriptedModel("one"), folder), "a", 1);

    assertThatThrownBy(() -> ask(ReplayedModel.open(folder), "a", 2))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("differs in seed: recorded 1, asked 2");
  }

  @Test
  void anotherFormIsAnotherRequest() {
    RecordedModel recorded = RecordedModel.open(new ScriptedModel("one", "two"), folder);
    Request plain = request("a", 1);
    Request form = plain.continued(List.of("\nb ="));
    recorded.reply(plain, _ -> {});
    recorded.reply(form, _ -> {});

    assertThat(ReplayedModel.open(folder).reply(form, _ -> {}).text()).isEqualTo("two");
    assertThat(ReplayedModel.open(folder).reply(plain, _ -> {}).text()).isEqualTo("one");
  }

  @Test
  void formsOfTheSamePromptAreCompared() {
    RecordedModel.open(new ScriptedModel("one"), folder).reply(request("a", 1), _ -> {});

    assertThatThrownBy(
            () ->
                ReplayedModel.open(folder).reply(request("a", 1).continued(List.of(" =")), _ -> {}))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("differs in the continuations: recorded none, asked [\" =\"]");
  }

  @Test
  void ofALongLineThePartThatDiffersIsShown() {
    String same = "x".repeat(500);
    ask(RecordedModel.open(new ScriptedModel("one"), folder), same + " left " + same, 0);

    assertThatThrownBy(() -> ask(ReplayedModel.open(folder), same + " right " + same, 0))
        .hasMessageContaining("recorded: …" + "x".repeat(39) + " left xxx")
        .hasMessageContaining("asked:    …" + "x".repeat(39) + " right xxx");
  }

  private static Reply ask(dev.hone.model.LanguageModel model, String text, long seed) {
    return model.reply(request(text, seed), piece -> {});
  }

  private static Request request(String text, long seed) {
    return new Request(
        List.of(new Message(Role.USER, text)), Sampling.warm(0.7, seed, 10), List.of());
  }
}
