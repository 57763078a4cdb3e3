package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        new Gguf(Path.of("x.gguf"), Map.of("tokenizer.chat_template", source), List.of(), 0));
  }

  private static String written(List<ChatTemplate.Part> parts) {
    return parts.stream()
        .map(
            part ->
                switch (part) {
                  case ChatTemplate.Part.Control(String spelling) -> spelling;
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
  void anotherKindOfTemplateIsRefusedWithWhatIsUnderstood() {
    assertThatThrownBy(() -> template("[INST] {{ message }} [/INST]"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("another kind")
        .hasMessageContaining("ChatML");
  }

  @Test
  void aFileWithoutATemplateIsRefused() {
    assertThatThrownBy(() -> template(""))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no chat template");
  }
}
