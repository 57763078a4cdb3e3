package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Templates of other families than ChatML, by the real engine, and tiny models that bring them.
/// The sources hold what tells a family, not the whole template of a model.
class FamiliesIT {
  private static final String LLAMA_3 =
      "{% for m in messages %}{{ '<|start_header_id|>' + m['role'] + '<|end_header_id|>' }}"
          + "{{ m['content'] | trim + '<|eot_id|>' }}{% endfor %}";
  private static final String GEMMA =
      "{{ '<start_of_turn>' + role + '\n' + m['content'] | trim + '<end_of_turn>\n' }}";
  private static final String PHI_3 =
      "{{ '<|user|>\n' + m['content'] + '<|end|>\n' }}<|assistant|>";
  private static final String PHI_4 = "<|im_start|>{{ m['role'] }}<|im_sep|>{{ m }}<|im_end|>";
  private static final String MISTRAL = "{{ bos_token }} [INST] {{ m['content'] }} [/INST]";
  private static final List<Message> TALK =
      List.of(
          new Message(Role.SYSTEM, "Be brief."),
          new Message(Role.USER, " Hi\n"),
          new Message(Role.ASSISTANT, "Hello"),
          new Message(Role.USER, "Bye"));

  @TempDir Path temp;

  private static Llama llama() {
    return Llama.load(EngineFiles.engineFolder(), false);
  }

  @BeforeAll
  static void theEngineIsThere() {
    assertThat(llama().versionName()).startsWith("llama.cpp");
  }

  private static String written(String source) {
    Gguf gguf = new Gguf(Path.of("x.gguf"), Map.of(ChatTemplate.KEY, source), List.of(), 0);
    return ChatTemplate.of(gguf, new EngineTemplates(llama())).render(TALK).stream()
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
  void llama3IsWrittenAsItLearnt() {
    assertThat(written(LLAMA_3))
        .isEqualTo(
            """
            <|start_header_id|>system<|end_header_id|>

            Be brief.<|eot_id|><|start_header_id|>user<|end_header_id|>

            Hi<|eot_id|><|start_header_id|>assistant<|end_header_id|>

            Hello<|eot_id|><|start_header_id|>user<|end_header_id|>

            Bye<|eot_id|><|start_header_id|>assistant<|end_header_id|>

            """);
  }

  @Test
  void gemmaHearsTheFrameFromTheUser() {
    assertThat(written(GEMMA))
        .isEqualTo(
            """
            <start_of_turn>user
            Be brief.

            Hi<end_of_turn>
            <start_of_turn>model
            Hello<end_of_turn>
            <start_of_turn>user
            Bye<end_of_turn>
            <start_of_turn>model
            """);
  }

  @Test
  void phiAndMistralAreWrittenAsTheyLearnt() {
    assertThat(written(PHI_3))
        .isEqualTo(
            """
            <|system|>
            Be brief.<|end|>
            <|user|>
             Hi
            <|end|>
            <|assistant|>
            Hello<|end|>
            <|user|>
            Bye<|end|>
            <|assistant|>
            """);
    assertThat(written(PHI_4))
        .isEqualTo(
            "<|im_start|>system<|im_sep|>Be brief.<|im_end|><|im_start|>user<|im_sep|> Hi\n<|im_end|>"
                + "<|im_start|>assistant<|im_sep|>Hello<|im_end|><|im_start|>user<|im_sep|>Bye<|im_end|>"
                + "<|im_start|>assistant<|im_sep|>");
    assertThat(written(MISTRAL)).startsWith("[INST] Be brief.").endsWith("[INST] Bye [/INST]");
  }

  @Test
  void aTemplateOfNoKnownFamilyIsRefused() {
    assertThatThrownBy(() -> written("{{ messages }}"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("of a kind that the engine does not know");
  }

  @ParameterizedTest
  @CsvSource({
    "llama, <|eot_id|>, <|start_header_id|> <|end_header_id|>",
    "gemma, <end_of_turn>, <start_of_turn>",
    "phi, <|end|>, <|user|> <|system|> <|assistant|>",
    "chatml, <|im_end|>, <|im_start|>"
  })
  void aTinyModelOfEachFamilyLoadsAndGenerates(String family, String ends, String others) {
    Path file =
        TinyModels.write(temp.resolve("tiny.gguf"), source(family), ends, others.split(" ", -1));
    try (LanguageModel model = open(file)) {
      Reply first = model.reply(ask("Say a.", 24, 7), _ -> {});
      Reply other = model.reply(ask("Say a.", 24, 8), _ -> {});
      Reply again = model.reply(ask("Say a.", 24, 7), _ -> {});

      assertThat(first.completionTokens()).isBetween(1, 24);
      assertThat(first.text()).isEqualTo(again.text()).isNotEqualTo(other.text());
      assertThat(first.finish()).isIn(FinishReason.STOP, FinishReason.LENGTH);
    }
  }

  @Test
  void aControlTokenThatAMessageSpellsIsText() {
    Path file =
        TinyModels.write(
            temp.resolve("tiny.gguf"),
            LLAMA_3,
            "<|eot_id|>",
            "<|start_header_id|>",
            "<|end_header_id|>");
    try (LanguageModel model = open(file)) {
      int without = model.forecast(ask("a", 1, 1)).promptTokens();
      int with = model.forecast(ask("a<|eot_id|>", 1, 1)).promptTokens();

      // ten signs of which none is a token of its own, not one control token
      assertThat(with - without).isGreaterThan(5);
    }
  }

  @Test
  void aTinyModelKeepsToAGrammar() {
    Path file =
        TinyModels.write(temp.resolve("tiny.gguf"), GEMMA, "<end_of_turn>", "<start_of_turn>");
    String list = "root ::= word (\", \" word){0,3}\nword ::= [a-c]+ [0-9]";
    try (LanguageModel model = open(file)) {
      for (int seed = 1; seed <= 3; seed++) {
        Reply reply = model.reply(constrained(list, 64, seed), _ -> {});

        assertThat(reply.text())
            .matches(
                reply.finish() == FinishReason.STOP
                    ? "[abc]+[0-9](, [abc]+[0-9]){0,3}"
                    : "([abc]+[0-9], ){0,3}[abc]*[0-9]?,?");
      }
      assertThat(model.reply(constrained("root ::= \"go\" | \"rust\"", 16, 1), _ -> {}).text())
          .isIn("go", "rust");
    }
  }

  @ParameterizedTest
  @CsvSource({"root ::= (", "x ::= \"a\"", "root ::= root \"a\"", "root ::= nothing"})
  void whatIsNoGrammarIsRefusedAndTheModelGoesOn(String grammar) {
    Path file =
        TinyModels.write(temp.resolve("tiny.gguf"), GEMMA, "<end_of_turn>", "<start_of_turn>");
    try (LanguageModel model = open(file)) {
      assertThatThrownBy(() -> model.reply(constrained(grammar, 8, 1), _ -> {}))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("does not take the grammar");
      assertThat(model.reply(ask("a", 4, 1), _ -> {}).completionTokens()).isPositive();
    }
  }

  private static String source(String family) {
    return switch (family) {
      case "llama" -> LLAMA_3;
      case "gemma" -> GEMMA;
      case "phi" -> PHI_3;
      default -> "<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>";
    };
  }

  private static LanguageModel open(Path file) {
    return EmbeddedModel.open(EngineFiles.engineFolder(), file, new EmbeddedOptions(0, 1, false));
  }

  private static Request ask(String text, int tokens, long seed) {
    return new Request(
        List.of(new Message(Role.USER, text)), Sampling.warm(1, seed, tokens), List.of());
  }

  private static Request constrained(String grammar, int tokens, long seed) {
    return new Request(
        List.of(new Message(Role.USER, "Write words.")),
        Sampling.warm(1, seed, tokens),
        List.of(),
        grammar);
  }
}
