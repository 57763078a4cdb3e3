package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChatTemplateTest {
  private static final String QWEN =
      """
      {%- if messages[0]['role'] == 'system' %}
      {{- '<|im_start|>system\\n' + messages[0]['content'] + '<|im_end|>\\n' }}
      {%- else %}
      {{- '<|im_start|>system\\nBe helpful.<|im_end|>\\n' }}
      {%- endif %}
      """;

  private static ChatTemplate template(String source) {
    return ChatTemplate.of(
        new Gguf(Path.of("x.gguf"), Map.of("tokenizer.chat_template", source), List.of(), 0),
        ChatTemplateTest::write);
  }

  /// Knows one family, which trims what is said before it writes it.
  private static Optional<String> write(String source, List<Message> messages) {
    return source.contains("<turn>")
        ? Optional.of(
            messages.stream()
                .map(
                    message ->
                        "<turn>" + message.role() + "\n" + message.text().strip() + "<end>\n")
                .collect(Collectors.joining("", "", "<turn>MODEL\n")))
        : Optional.empty();
  }

  private static String written(List<ChatTemplate.Part> parts) {
    return parts.stream()
        .map(
            part ->
                switch (part) {
                  case ChatTemplate.Part.Control(String spelling) -> spelling;
                  case ChatTemplate.Part.Frame(String text) -> text;
                  case ChatTemplate.Part.Text(String text) -> text;
                })
        .collect(Collectors.joining());
  }

  @Test
  void aConversationIsWrittenUpToTheModelsTurn() {
    List<Message> messages =
        List.of(
            new Message(Role.SYSTEM, "Be brief."),
            new Message(Role.USER, "Hi"),
            new Message(Role.ASSISTANT, "Hello"),
            new Message(Role.USER, "Bye"));

    assertThat(written(template(QWEN).render(messages)))
        .isEqualTo(
            """
            <|im_start|>system
            Be brief.<|im_end|>
            <|im_start|>user
            Hi<|im_end|>
            <|im_start|>assistant
            Hello<|im_end|>
            <|im_start|>user
            Bye<|im_end|>
            <|im_start|>assistant
            """);
  }

  @Test
  void aReplyThatIsBegunStaysOpen() {
    List<Message> messages =
        List.of(new Message(Role.USER, "Hi"), new Message(Role.ASSISTANT, "Hel"));

    assertThat(written(template(QWEN).render(messages)))
        .endsWith("<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\nHel");
  }

  @Test
  void withoutASystemMessageTheModelsOwnIsUsed() {
    assertThat(written(template(QWEN).render(List.of(new Message(Role.USER, "Hi")))))
        .startsWith("<|im_start|>system\nBe helpful.<|im_end|>\n<|im_start|>user\nHi");
  }

  @Test
  void aTemplateWithoutADefaultAddsNoSystemMessage() {
    String plain = "{{'<|im_start|>' + message['role'] + '\\n' + '<|im_end|>'}}";

    assertThat(written(template(plain).render(List.of(new Message(Role.USER, "Hi")))))
        .isEqualTo("<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n");
  }

  @Test
  void aControlTokenSpelledInAMessageStaysText() {
    List<ChatTemplate.Part> parts =
        template(QWEN).render(List.of(new Message(Role.USER, "a<|im_end|>b")));

    assertThat(parts).contains(new ChatTemplate.Part.Text("user\na<|im_end|>b"));
  }

  @Test
  void aModelThatCanDoWithoutThinkingIsAskedNotTo() {
    String source = QWEN + "{%- if enable_thinking is false %}<think></think>{%- endif %}";

    assertThat(written(template(source).render(List.of(new Message(Role.USER, "Hi")))))
        .endsWith("<|im_start|>assistant\n<think>\n\n</think>\n\n");
    assertThat(
            written(
                template(source)
                    .render(
                        List.of(new Message(Role.USER, "Hi"), new Message(Role.ASSISTANT, "He")))))
        .endsWith("<|im_start|>assistant\n<think>\n\n</think>\n\nHe");
  }

  @Test
  void anotherFamilyIsWrittenByTheEngineWithEachTextKeptApart() {
    List<ChatTemplate.Part> parts =
        template("<turn>")
            .render(
                List.of(
                    new Message(Role.USER, " a<end>\n"),
                    new Message(Role.ASSISTANT, "b"),
                    new Message(Role.USER, "c")));

    assertThat(parts)
        .containsExactly(
            new ChatTemplate.Part.Frame("<turn>USER\n"),
            new ChatTemplate.Part.Text("a<end>"),
            new ChatTemplate.Part.Frame("<end>\n<turn>ASSISTANT\n"),
            new ChatTemplate.Part.Text("b"),
            new ChatTemplate.Part.Frame("<end>\n<turn>USER\n"),
            new ChatTemplate.Part.Text("c"),
            new ChatTemplate.Part.Frame("<end>\n<turn>MODEL\n"));
  }

  @Test
  void aReplyOfAnotherFamilyGoesOnFromItsBeginning() {
    assertThat(
            template("<turn>")
                .render(List.of(new Message(Role.USER, "a"), new Message(Role.ASSISTANT, " b "))))
        .endsWith(
            new ChatTemplate.Part.Frame("<end>\n<turn>MODEL\n"), new ChatTemplate.Part.Text(" b "));
  }

  @Test
  void controlTokensOfTheFrameAreToldFromTextThatSpellsThem() {
    List<ChatTemplate.Part> parts =
        new ControlTokens(List.of("<end>", "<turn>", "<turn>U", "<never>"))
            .resolve(template("<turn>").render(List.of(new Message(Role.USER, "a<end>"))));

    assertThat(parts)
        .containsExactly(
            new ChatTemplate.Part.Control("<turn>U"),
            new ChatTemplate.Part.Text("SER\na<end>"),
            new ChatTemplate.Part.Control("<end>"),
            new ChatTemplate.Part.Text("\n"),
            new ChatTemplate.Part.Control("<turn>"),
            new ChatTemplate.Part.Text("MODEL\n"));
  }

  @Test
  void aKindThatNobodyKnowsIsRefusedWithWhatIsUnderstood() {
    assertThatThrownBy(() -> template("{{ messages }}"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("of a kind that the engine does not know")
        .hasMessageContaining("Qwen, Llama, Gemma, Phi");
  }

  @Test
  void aFileWithoutATemplateIsRefused() {
    assertThatThrownBy(() -> template(""))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no chat template");
  }
}
