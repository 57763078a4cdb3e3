package dev.hone.candidate;

import dev.hone.language.Idioms;
import dev.hone.model.Message;
import dev.hone.model.Prompt;
import dev.hone.plan.Plan;
import dev.hone.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;

/// A reply that is begun for the model with the code that the requirement gives, where it gives the
/// code of a whole file but for one body.
///
/// @param words what the reply begins with; empty where the model begins it
public record BegunReply(String words) {
  private static final String TICKS = "```";

  /// The reply that the model begins.
  public static final BegunReply NONE = new BegunReply("");

  /// {@return the reply to a requirement}
  ///
  /// @param requirement what is asked
  /// @param plan its plan
  /// @param idioms the language's idioms
  public static BegunReply of(Requirement requirement, Plan plan, Idioms idioms) {
    if (plan.files().size() != 1) {
      return NONE;
    }
    return new Stub(plan.language())
        .in(requirement.text(), idioms.fence())
        .map(code -> new BegunReply(TICKS + idioms.fence() + "\n" + code))
        .orElse(NONE);
  }

  /// {@return a prompt whose last words are those of the reply}
  ///
  /// @param prompt a prompt that ends with the question
  public Prompt after(Prompt prompt) {
    if (words.isEmpty()) {
      return prompt;
    }
    List<Message> messages = new ArrayList<>(prompt.messages());
    messages.add(new Message(Message.Role.ASSISTANT, words));
    return new Prompt(prompt.name(), prompt.hash(), messages);
  }

  /// {@return the whole reply} A model that cannot go on from given words begins anew.
  ///
  /// @param text what the model wrote
  public String with(String text) {
    return text.stripLeading().startsWith(TICKS) && text.strip().length() > TICKS.length()
        ? text
        : words + text;
  }
}
