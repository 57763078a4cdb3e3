package dev.hone.candidate;

import java.util.ArrayList;
import java.util.List;

/// One fenced block of a reply.
///
/// @param fence the word after the opening backticks, in lower case; empty where there is none
/// @param path the path that the reply gives it, in the opening line, in a comment on the first
///   line of code or in the line before, as written; empty where there is none
/// @param heading the last line of text before the block that is not blank, where models write a
///   file name; empty where there is none
/// @param code the lines inside
/// @param closed whether the closing backticks came
public record CodeBlock(String fence, String path, String heading, String code, boolean closed) {
  private static final String TICKS = "```";

  /// {@return the fenced blocks of a reply, in order; empty where it has none}
  ///
  /// @param reply a model's reply
  public static List<CodeBlock> in(String reply) {
    List<CodeBlock> blocks = new ArrayList<>();
    List<String> lines = reply.lines().toList();
    String heading = "";
    int i = 0;
    while (i < lines.size()) {
      String line = lines.get(i).strip();
      if (line.startsWith(TICKS)) {
        int end = closing(lines, i + 1);
        String code = String.join("\n", lines.subList(i + 1, Math.min(end, lines.size())));
        String info = line.replaceFirst("^`+", "").strip();
        String fence = info.replaceFirst("[\\s:,{].*", "").toLowerCase(java.util.Locale.ROOT);
        String path = BlockPath.of(info, heading, code);
        blocks.add(new CodeBlock(fence, path, heading, code + "\n", end < lines.size()));
        heading = "";
        i = end + 1;
      } else {
        heading = line.isEmpty() ? heading : line;
        i++;
      }
    }
    return blocks;
  }

  private static int closing(List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(TICKS)) {
        return i;
      }
    }
    return lines.size();
  }
}
