package dev.hone.sandbox.view;

import java.nio.file.Path;

/// One thing in the box's file system, mounted in order.
public sealed interface Entry {
  /// {@return where it is in the box}
  Path at();

  /// A file or folder of the machine, read-only.
  ///
  /// @param source where it is on the machine
  /// @param at where it is in the box
  record Bind(Path source, Path at) implements Entry {}

  /// A symbolic link.
  ///
  /// @param target what it says
  /// @param at where it is in the box
  record Link(Path target, Path at) implements Entry {}

  /// An empty folder that everybody may read and pass.
  ///
  /// @param at where it is in the box
  record Folder(Path at) implements Entry {}

  /// An empty writable folder in memory.
  ///
  /// @param at where it is in the box
  /// @param bytes its size
  record Scratch(Path at, long bytes) implements Entry {}

  /// The processes of the box.
  ///
  /// @param at where it is in the box
  record Processes(Path at) implements Entry {}

  /// The harmless devices: null, zero, full, random, urandom, tty.
  ///
  /// @param at where it is in the box
  record Devices(Path at) implements Entry {}
}
