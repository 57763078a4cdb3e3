package dev.hone.model.remote;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The form of requests and replies that an address understands.
public enum Dialect {
  /// Chat completions as OpenAI has them, which most servers speak.
  OPENAI,
  /// Messages as Anthropic has them.
  ANTHROPIC,
  /// Generated content as Google Gemini has it.
  GEMINI,
  /// Chats as Ollama has them.
  OLLAMA;

  /// {@return the name in settings, such as `openai`}
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// {@return the dialect of this name, or empty where there is none}
  ///
  /// @param id a name in settings
  public static Optional<Dialect> of(String id) {
    return Arrays.stream(values()).filter(dialect -> dialect.id().equals(id)).findFirst();
  }

  /// {@return the names in settings}
  public static List<String> ids() {
    return Arrays.stream(values()).map(Dialect::id).toList();
  }
}
