package dev.hone.model.embedded;

import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The template of the ChatML family, as Qwen has it.
///
/// @param defaultSystem what the model is told where a conversation has no system message, or empty
/// @param unthinking what begins each reply so that the model answers without thinking first, or
///   empty for a model that does so anyway
record ChatMl(String defaultSystem, String unthinking) implements ChatTemplate {
  static final String TURN_START = "<|im_start|>";
  static final String TURN_END = "<|im_end|>";

  // Phi 4 spells its turns alike, and is of another family.
  private static final String OTHER_FAMILY = "<|im_sep|>";

  // What Qwen 3 has the reply begun with where its template is told enable_thinking = false.
  private static final String SWITCH = "enable_thinking";
  private static final String NO_THOUGHT = "<think>\n\n</think>\n\n";

  // The template's Jinja source spells a line break as a backslash and an n.
  private static final Pattern DEFAULT_SYSTEM =
      Pattern.compile("<\\|im_start\\|>system\\\\n([^'\"{}<]+)<\\|im_end\\|>");

  static boolean isOne(String source) {
    return source.contains(TURN_START)
        && source.contains(TURN_END)
        && !source.contains(OTHER_FAMILY);
  }

  static ChatMl of(String source) {
    Matcher system = DEFAULT_SYSTEM.matcher(source);
    return new ChatMl(
        system.find() ? system.group(1).replace("\\n", "\n") : "",
        source.contains(SWITCH) ? NO_THOUGHT : "");
  }

  @Override
  public List<Part> render(List<Message> messages) {
    List<Message> turns = new ArrayList<>(messages);
    boolean framed = !messages.isEmpty() && messages.getFirst().role() == Role.SYSTEM;
    if (!framed && !defaultSystem.isEmpty()) {
      turns.addFirst(new Message(Role.SYSTEM, defaultSystem));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Message turn = turns.get(i);
      parts.add(new Part.Control(TURN_START));
      if (i == turns.size() - 1 && turn.role() == Role.ASSISTANT) {
        parts.add(new Part.Text("assistant\n" + unthinking + turn.text()));
        return parts;
      }
      String role = turn.role().name().toLowerCase(Locale.ROOT);
      parts.add(new Part.Text(role + "\n" + turn.text()));
      parts.add(new Part.Control(TURN_END));
      parts.add(new Part.Text("\n"));
    }
    parts.add(new Part.Control(TURN_START));
    parts.add(new Part.Text("assistant\n" + unthinking));
    return parts;
  }
}
