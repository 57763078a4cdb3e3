package dev.hone.model.embedded;

import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A template that the engine knows by its family. The engine writes the conversation with a mark
/// in place of each message's text, and the texts are put in afterwards: so no text is taken for a
/// part of the template.
///
/// @param source the template of the model file
/// @param writer the engine
record FamilyTemplate(String source, ChatTemplate.Writer writer) implements ChatTemplate {
  static final List<Message> PROBE = List.of(new Message(Role.USER, ""));

  // Characters for private use, which no template has. A blank on either side that does not come
  // back tells that the template trims its messages there.
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';
  private static final Pattern MARK = Pattern.compile("( ?)" + OPEN + "([0-9]+)" + CLOSE + "( ?)");

  @Override
  public List<Part> render(List<Message> messages) {
    boolean goesOn = !messages.isEmpty() && messages.getLast().role() == Role.ASSISTANT;
    List<Message> turns = goesOn ? messages.subList(0, messages.size() - 1) : messages;
    List<Message> marked = new ArrayList<>();
    for (Message turn : turns) {
      marked.add(new Message(turn.role(), " " + OPEN + marked.size() + CLOSE + " "));
    }
    String written =
        writer
            .write(source, marked)
            .orElseThrow(() -> new IllegalStateException("the engine forgot a template"));
    List<Part> parts = filled(written, turns);
    if (goesOn) {
      parts.add(new Part.Text(messages.getLast().text()));
    }
    return parts;
  }

  private static List<Part> filled(String written, List<Message> turns) {
    List<Part> parts = new ArrayList<>();
    Matcher mark = MARK.matcher(written);
    int at = 0;
    while (mark.find()) {
      parts.add(new Part.Frame(written.substring(at, mark.start())));
      String text = turns.get(Integer.parseInt(mark.group(2))).text();
      text = mark.group(1).isEmpty() ? text.stripLeading() : text;
      parts.add(new Part.Text(mark.group(3).isEmpty() ? text.stripTrailing() : text));
      at = mark.end();
    }
    parts.add(new Part.Frame(written.substring(at)));
    return parts;
  }
}
