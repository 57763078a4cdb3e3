package dev.hone.model.embedded;

import dev.hone.model.embedded.ChatTemplate.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The control tokens of a model, by their spelling.
///
/// @param spellings each once, none empty
record ControlTokens(List<String> spellings) {
  ControlTokens {
    spellings = List.copyOf(spellings);
  }

  /// {@return the same prompt as control tokens and text alone} Text that stands side by side
  /// becomes one, as the model learnt it: it is cut into other tokens where it is read in parts.
  List<Part> resolve(List<Part> parts) {
    List<Part> resolved = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Part.Control control -> resolved.add(control);
        case Part.Text(String text) -> addText(resolved, text);
        case Part.Frame(String text) -> addFrame(resolved, text);
      }
    }
    return resolved;
  }

  private void addFrame(List<Part> resolved, String text) {
    // A file may have thousands of control tokens, of which a prompt has a few.
    String present =
        spellings.stream()
            .filter(text::contains)
            // longest first: one may begin as another does
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    int at = 0;
    if (!present.isEmpty()) {
      Matcher control = Pattern.compile(present).matcher(text);
      while (control.find()) {
        addText(resolved, text.substring(at, control.start()));
        resolved.add(new Part.Control(control.group()));
        at = control.end();
      }
    }
    addText(resolved, text.substring(at));
  }

  private static void addText(List<Part> resolved, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!resolved.isEmpty() && resolved.getLast() instanceof Part.Text(String before)) {
      resolved.removeLast();
      resolved.add(new Part.Text(before + text));
    } else {
      resolved.add(new Part.Text(text));
    }
  }
}
