package dev.hone.model.embedded.process;

import java.util.function.Consumer;

/// Joins the text of a try to that of the try that broke off before it: what was shown already is
/// not shown again. Where the new text is another one, it is shown from its beginning. Not safe for
/// threads.
final class Seam implements Consumer<String> {
  private final Consumer<String> onText;
  private final StringBuilder shown = new StringBuilder();
  private final StringBuilder repeated = new StringBuilder();
  private boolean repeats;

  /// Makes a seam.
  ///
  /// @param onText receives each text once
  Seam(Consumer<String> onText) {
    this.onText = onText;
  }

  /// Begins a try, the first one too.
  void begin() {
    repeated.setLength(0);
    repeats = !shown.isEmpty();
  }

  /// {@return what was shown of the try that goes on, or of the last one}
  String text() {
    return shown.toString();
  }

  @Override
  public void accept(String piece) {
    if (!repeats) {
      show(piece);
      return;
    }
    repeated.append(piece);
    int common = Math.min(shown.length(), repeated.length());
    if (!shown.substring(0, common).contentEquals(repeated.substring(0, common))) {
      shown.setLength(0);
      repeats = false;
      show(repeated.toString());
    } else if (repeated.length() >= shown.length()) {
      repeats = false;
      show(repeated.substring(common));
    }
  }

  private void show(String text) {
    if (!text.isEmpty()) {
      shown.append(text);
      onText.accept(text);
    }
  }
}
