package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.sandbox.Choice;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options that name the sandbox in which a command runs code.
final class SandboxOptions {
  /// Long on purpose: nobody types it without reading it.
  static final String OVERRIDE = "--run-model-code-without-any-sandbox";

  private static final String MODE = "--sandbox";
  private static final String WARNING =
      "hone: warning: code runs WITHOUT A SANDBOX (%s): it can read, change and delete what your"
              .formatted(OVERRIDE)
          + " user can; only limits are held";

  private static final List<String> MODES =
      List.of("auto", "bubblewrap", "unshare", "landlock", "container");

  private SandboxOptions() {}

  static List<OptionSpec> specs() {
    return List.of(
        Options.choice(MODE, "MODE", "bubblewrap, unshare, landlock, container, … (auto)", MODES),
        Options.flag(
            OVERRIDE,
            "limits only, nothing else between the code and your files; see SECURITY.md"));
  }

  /// {@return what was asked for} If that is no sandbox at all, a line on standard error says so,
  /// whatever else is quiet.
  ///
  /// @param words what was typed
  /// @param streams where the line goes
  static Choice of(ParseResult words, Streams streams) {
    boolean named = Options.has(words, MODE);
    if (Options.has(words, OVERRIDE)) {
      if (named) {
        throw new UsageException(
            "%s and %s exclude each other; leave one out".formatted(MODE, OVERRIDE));
      }
      streams.err().println(WARNING);
      return new Choice.WithoutAny();
    }
    if (!named) {
      return Choice.usual();
    }
    String mode = Options.text(words, MODE, "").strip();
    if (mode.isEmpty()) {
      throw new UsageException("%s takes the name of a mode, or auto".formatted(MODE));
    }
    return new Choice.Named(mode);
  }
}
