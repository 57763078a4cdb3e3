package dev.hone.model.embedded;

import dev.hone.failure.ErrorType;
import dev.hone.model.Message;
import dev.hone.model.ModelException;
import dev.hone.model.Thoughts;
import java.util.List;
import java.util.Optional;

/// How a conversation is written for a model. Control tokens and the text of messages are kept
/// apart, so that a message which spells a control token does not become one.
interface ChatTemplate {
  /// Where a model file has its template.
  String KEY = "tokenizer.chat_template";

  /// A part of a rendered prompt.
  sealed interface Part {
    /// A control token, by its spelling.
    record Control(String spelling) implements Part {}

    /// Text of the template, in which control tokens are spelled.
    record Frame(String text) implements Part {}

    /// Text in which nothing is a control token.
    record Text(String text) implements Part {}
  }

  /// What writes conversations for the families of models that it knows, by their templates.
  @FunctionalInterface
  interface Writer {
    /// {@return the conversation up to where the model's turn begins; empty where the template is
    /// of no family that is known}
    ///
    /// @param source the template of a model file
    /// @param messages the conversation
    Optional<String> write(String source, List<Message> messages);
  }

  /// {@return the conversation, up to where the model's turn begins, or goes on where the last
  /// message is the model's}
  List<Part> render(List<Message> messages);

  /// {@return the template that a model file brings}
  ///
  /// @param gguf the header of the file
  /// @param writer what writes templates that are not of the ChatML family
  static ChatTemplate of(Gguf gguf, Writer writer) {
    String source = gguf.text(KEY);
    if (ChatMl.isOne(source)) {
      return ChatMl.of(source);
    }
    if (!source.isEmpty() && writer.write(source, FamilyTemplate.PROBE).isPresent()) {
      return new FamilyTemplate(source, writer);
    }
    throw new ModelException(
        ErrorType.USER,
        "the model file "
            + gguf.file()
            + (source.isEmpty()
                ? " has no chat template"
                : " has a chat template of a kind that the engine does not know")
            + "; take a file of an instruct model of a usual family (Qwen, Llama, Gemma, Phi,"
            + " Mistral, DeepSeek, …), or pass --model default");
  }

  /// {@return whether the model behind a template may think before it answers}
  static boolean thinks(Gguf gguf) {
    return gguf.text(KEY).contains(Thoughts.END);
  }
}
