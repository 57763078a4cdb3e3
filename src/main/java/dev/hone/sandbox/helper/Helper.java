package dev.hone.sandbox.helper;

import java.nio.file.Path;

/// The helper on this machine.
public sealed interface Helper {
  /// The first version of the kernel's Landlock that lets files be moved between folders.
  int MOVES = 2;

  /// The first version of the kernel's Landlock that keeps signals inside.
  int SIGNALS = 6;

  /// One that runs here.
  ///
  /// @param program the program, readable and executable by everybody
  /// @param landlock the version of the kernel's Landlock, or 0 where it has none
  record Ready(Path program, int landlock) implements Helper {}

  /// None, so that Java and scripts do what they can of its work.
  ///
  /// @param reason why, and what would help
  record Missing(String reason) implements Helper {}

  /// {@return the means by which namespaces are confined a second time, in words}
  ///
  /// @param without what is done in its stead where it is missing
  default String inside(String without) {
    return switch (this) {
      case Ready ready when ready.drawsLines() -> "Landlock inside, by the helper in C";
      case Ready(_, int landlock) when landlock == 0 ->
          "no Landlock inside: this kernel has none, or its lsm= leaves it out";
      case Ready _ -> "no Landlock inside: it takes Linux 5.19 or later";
      case Missing(String reason) -> "%s: %s".formatted(without, reason);
    };
  }

  /// {@return the means by which a tree is held without namespaces, in words}
  default String alone() {
    return switch (this) {
      case Ready ready when ready.keepsSignals() -> "by the helper in C";
      case Ready _ -> "by the Java launcher: the helper in C takes Linux 6.12 or later";
      case Missing(String reason) -> "by the Java launcher: " + reason;
    };
  }

  /// {@return whether it can confine a box with a file system of its own a second time}
  default boolean drawsLines() {
    return this instanceof Ready(_, int landlock) && landlock >= MOVES;
  }

  /// {@return whether it can hold a tree without namespaces}
  default boolean keepsSignals() {
    return this instanceof Ready(_, int landlock) && landlock >= SIGNALS;
  }
}
