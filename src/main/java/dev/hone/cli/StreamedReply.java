package dev.hone.cli;

import java.util.List;

/// What a model has written of a reply until now, and the code in it. Not safe for use by several
/// threads.
final class StreamedReply {
  private static final String FENCE = "```";
  // More than any screen shows; a reply without end must not fill the memory.
  private static final int MOST_CHARACTERS = 100_000;

  private final StringBuilder text = new StringBuilder();

  void begin() {
    text.setLength(0);
  }

  void append(String piece) {
    text.append(piece);
    if (text.length() > MOST_CHARACTERS) {
      text.delete(0, text.length() - MOST_CHARACTERS / 2);
    }
  }

  /// {@return the last block of code, begun or whole; all of the text where no fence is in it}
  String code() {
    List<String> lines = text.toString().lines().toList();
    int opened = -1;
    int closed = lines.size();
    boolean open = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).stripLeading().startsWith(FENCE)) {
        open = !open;
        if (open) {
          opened = i;
          closed = lines.size();
        } else {
          closed = i;
        }
      }
    }
    return String.join("\n", lines.subList(opened + 1, Math.max(opened + 1, closed)));
  }
}
