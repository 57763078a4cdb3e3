package dev.hone.model.embedded;

import dev.hone.failure.ErrorType;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a conversation is written for a model of the ChatML family. Control tokens and text are kept
/// apart, so that a message which spells a control token does not become one.
///
/// @param defaultSystem what the model is told where a conversation has no system message, or empty
record ChatTemplate(String defaultSystem) {
  /// Where a model file has its template.
  static final String KEY = "tokenizer.chat_template";

  static final String TURN_START = "<|im_start|>";
  static final String TURN_END = "<|im_end|>";

  // The template's Jinja source spells a line break as a backslash and an n.
  private static final Pattern DEFAULT_SYSTEM =
      Pattern.compile("<\\|im_start\\|>system\\\\n([^'\"{}<]+)<\\|im_end\\|>");

  /// A part of a rendered prompt.
  sealed interface Part {
    /// A control token, by its spelling.
    record Control(String spelling) implements Part {}

    /// Text in which nothing is a control token.
    record Text(String text) implements Part {}
  }

  /// {@return the template that a model file brings}
  static ChatTemplate of(Gguf gguf) {
    String source = gguf.text(KEY);
    if (!source.contains(TURN_START) || !source.contains(TURN_END)) {
      throw new ModelException(
          ErrorType.USER,
          "the model file "
              + gguf.file()
              + (source.isEmpty()
                  ? " has no chat template"
                  : " has a chat template of another kind")
              + "; Hone understands the ChatML family (<|im_start|> and <|im_end|>, as Qwen has"
              + " it). Pass --model with such a file, or --model default");
    }
    Matcher system = DEFAULT_SYSTEM.matcher(source);
    return new ChatTemplate(system.find() ? system.group(1).replace("\\n", "\n") : "");
  }

  /// {@return the conversation, up to where the model's turn begins, or goes on where the last
  /// message is the model's}
  List<Part> render(List<Message> messages) {
    List<Message> turns = new ArrayList<>(messages);
    boolean framed = !messages.isEmpty() && messages.getFirst().role() == Role.SYSTEM;
    if (!framed && !defaultSystem.isEmpty()) {
      turns.addFirst(new Message(Role.SYSTEM, defaultSystem));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Message turn = turns.get(i);
      String role = turn.role().name().toLowerCase(Locale.ROOT);
      parts.add(new Part.Control(TURN_START));
      parts.add(new Part.Text(role + "\n" + turn.text()));
      if (i == turns.size() - 1 && turn.role() == Role.ASSISTANT) {
        return parts;
      }
      parts.add(new Part.Control(TURN_END));
      parts.add(new Part.Text("\n"));
    }
    parts.add(new Part.Control(TURN_START));
    parts.add(new Part.Text("assistant\n"));
    return parts;
  }
}
