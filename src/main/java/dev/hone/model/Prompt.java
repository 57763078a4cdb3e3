package dev.hone.model;

import java.util.List;

/// A filled prompt template.
///
/// @param name the template's name, such as `candidate/write`
/// @param hash the first 12 hexadecimal digits of the template's SHA-256, before filling
/// @param messages what is said to the model
public record Prompt(String name, String hash, List<Message> messages) {
  /// Copies the list.
  public Prompt {
    messages = List.copyOf(messages);
  }
}
