package dev.hone.model.embedded;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.hone.model.Message;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The families of chat templates that llama.cpp knows. It tells them by signs in the template's
/// source and writes them by code of its own; no template is run as the program that it is.
///
/// @param llama the engine
record EngineTemplates(Llama llama) implements ChatTemplate.Writer {
  @Override
  public Optional<String> write(String source, List<Message> messages) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment chat = arena.allocate(Structs.CHAT_MESSAGE, Math.max(1, messages.size()));
      long width = Structs.CHAT_MESSAGE.byteSize();
      long length = 0;
      for (int i = 0; i < messages.size(); i++) {
        Message message = messages.get(i);
        String role = message.role().name().toLowerCase(Locale.ROOT);
        set(chat, i * width, "role", arena.allocateFrom(role));
        set(chat, i * width, "content", arena.allocateFrom(message.text()));
        length += message.text().length();
      }
      MemorySegment template = arena.allocateFrom(source);
      int room = Math.toIntExact(4 * length + 256L * (messages.size() + 1));
      MemorySegment out = arena.allocate(room);
      int count = call(template, chat, messages.size(), out);
      if (count > room) {
        // What it needs is known by the first try.
        out = arena.allocate(count);
        count = call(template, chat, messages.size(), out);
      }
      return count < 0
          ? Optional.empty()
          : Optional.of(
              new String(out.asSlice(0, count).toArray(JAVA_BYTE), StandardCharsets.UTF_8));
    }
  }

  private int call(MemorySegment template, MemorySegment chat, long messages, MemorySegment out) {
    int room = Math.toIntExact(out.byteSize());
    return llama.chatApplyTemplate.toInt(template, chat, messages, true, out, room);
  }

  private static void set(MemorySegment chat, long at, String field, MemorySegment text) {
    chat.set(ADDRESS, at + Structs.CHAT_MESSAGE.byteOffset(groupElement(field)), text);
  }
}
