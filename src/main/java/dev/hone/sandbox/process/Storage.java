package dev.hone.sandbox.process;

import java.nio.file.Path;
import java.util.Optional;

/// The folders that a job may write to, seen from outside of its box. Not safe for use by several
/// threads, except {@link #memoryBytes()}.
public interface Storage extends AutoCloseable {
  /// {@return what they hold at this moment; the last known where they are gone}
  StorageUse use();

  /// {@return the memory that their files took when last looked at, in bytes}
  long memoryBytes();

  /// {@return whether a file in them has exactly the largest size allowed, as one has whose writer
  /// was refused more}
  boolean holdsCutFile();

  /// {@return the work folder; empty until the set-up has made it} Stays until this is closed.
  Optional<Path> work();

  @Override
  void close();
}
