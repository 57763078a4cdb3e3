package dev.hone.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A requirement, taken apart into code and prose.
///
/// @param blocks the fenced blocks
/// @param spans what stands in single backticks
/// @param prose the whole text without the blocks, with quotes in the place of backticks
record Passages(List<String> blocks, List<String> spans, String prose) {
  private static final Pattern FENCE =
      Pattern.compile("(?ms)^[ \\t]*(```|~~~)[^\\n`]*\\n(.*?)(?:^[ \\t]*\\1[ \\t]*$|\\z)");
  private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");

  static Passages of(String text) {
    List<String> blocks = new ArrayList<>();
    Matcher fence = FENCE.matcher(text);
    while (fence.find()) {
      blocks.add(fence.group(2));
    }
    String rest = fence.replaceAll("\n");
    List<String> spans = SPAN.matcher(rest).results().map(span -> span.group(1).strip()).toList();
    return new Passages(blocks, spans, rest.replace('`', '"'));
  }
}
