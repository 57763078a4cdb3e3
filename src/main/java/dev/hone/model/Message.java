package dev.hone.model;

/// One message of a conversation.
///
/// @param role who says it
/// @param text what is said
public record Message(Role role, String text) {
  /// Who says a message.
  public enum Role {
    /// The frame that Hone sets.
    SYSTEM,
    /// The person, or Hone for them.
    USER,
    /// The model.
    ASSISTANT
  }
}
