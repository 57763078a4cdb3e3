package dev.hone.server.openai;

import dev.hone.model.LanguageModel;

/// The model that a server answers with.
///
/// @param model the model; whoever made it closes it after the server
/// @param alias another name that clients may ask for it by, such as `default`; empty for none
public record ServedModel(LanguageModel model, String alias) {
  /// {@return whether a client means this model}
  ///
  /// @param name the name that the client sent
  boolean isCalled(String name) {
    return name.equals(model.card().name()) || (!alias.isEmpty() && name.equals(alias));
  }
}
