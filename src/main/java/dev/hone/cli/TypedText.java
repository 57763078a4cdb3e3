package dev.hone.cli;

import dev.hone.failure.UsageException;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The text of a requirement: an argument, standard input, or what a person wrote in an editor.
/// What was written there is kept, and its place told, where no run took it.
final class TypedText implements AutoCloseable {
  static final String EDIT = "--edit";

  private final String text;
  private final Optional<Draft> draft;
  private final PrintStream err;
  private boolean used;

  private TypedText(String text, Optional<Draft> draft, PrintStream err) {
    this.text = text;
    this.draft = draft;
    this.err = err;
  }

  static OptionSpec edit() {
    return Options.flag(EDIT, "write the requirement in an editor: VISUAL, EDITOR or a usual one");
  }

  /// {@return the text that the words of a command give}
  ///
  /// @param words the first positional one is the text; with `--edit` it is where the editor begins
  /// @param services know the variables that name an editor
  /// @throws UsageException if there is none, or it is no text
  /// @throws InterruptedException if the calling thread was interrupted meanwhile
  static TypedText of(ParseResult words, Services services, Streams streams)
      throws InterruptedException {
    String typed = words.matchedPositionalValue(0, "");
    if (Options.has(words, EDIT)) {
      return edited(typed, services, streams);
    }
    if (!words.hasMatchedPositional(0)) {
      throw new UsageException(
          "hone solve needs REQUIREMENT, or --edit to write it in an editor; hone solve --help lists what there is");
    }
    return new TypedText(Solving.text(typed, streams), Optional.empty(), streams.err());
  }

  private static TypedText edited(String typed, Services services, Streams streams)
      throws InterruptedException {
    if (typed.equals("-")) {
      throw new UsageException(
          "--edit takes the requirement from an editor and - from standard input; leave one out");
    }
    if (!streams.person()) {
      throw new UsageException(
          "--edit needs a terminal for standard input and standard error, and CI not set; give the requirement as an argument, or by: hone - < FILE");
    }
    Draft draft = Draft.beginning(typed);
    TypedText before = new TypedText("", Optional.of(draft), streams.err());
    boolean written = false;
    try {
      draft.write(services.settings().environment());
      String text = draft.text();
      if (text.isEmpty()) {
        throw new UsageException("the text in the editor was empty, so nothing was done");
      }
      written = true;
      return new TypedText(text, Optional.of(draft), streams.err());
    } finally {
      if (!written) {
        before.close();
      }
    }
  }

  /// {@return the text, never blank}
  String text() {
    return text;
  }

  /// Says that the run log has the text.
  void used() {
    used = true;
  }

  @Override
  public void close() {
    // an interrupted thread neither reads nor writes a file
    boolean interrupted = Thread.interrupted();
    draft.ifPresent(this::end);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Draft written) {
    String kept = used ? "" : written.keep();
    if (kept.isEmpty()) {
      written.delete();
    } else {
      err.println(kept);
    }
  }
}
