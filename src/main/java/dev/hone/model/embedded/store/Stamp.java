package dev.hone.model.embedded.store;

import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// A model file that is to have a size and a hash. A small file beside it, its stamp, says that the
/// hash was right, and is believed as long as the model file has not been written since.
///
/// @param file the model file
/// @param bytes its size
/// @param sha256 its hash
record Stamp(Path file, long bytes, String sha256) {
  /// {@return the file that says that a model's hash was right}
  static Path of(Path file) {
    return file.resolveSibling(file.getFileName() + ".sha256");
  }

  /// {@return whether the file is there as it should be} One without a stamp is read once.
  ///
  /// @param progress told when it is read
  boolean holds(Progress progress) {
    try {
      if (!hasSize()) {
        return false;
      }
      if (isBelieved()) {
        return true;
      }
      progress.report(new Event.Stage("checking the hash of " + file));
      return check(found());
    } catch (IOException _) {
      // What cannot be read is fetched again, and that says what is wrong with the folder.
      return false;
    }
  }

  boolean hasSize() throws IOException {
    return Files.isRegularFile(file) && Files.size(file) == bytes;
  }

  /// {@return whether the stamp alone says that the file is right}
  boolean isBelieved() throws IOException {
    Path stamp = of(file);
    return Files.exists(stamp)
        && Files.getLastModifiedTime(stamp).compareTo(Files.getLastModifiedTime(file)) >= 0
        && Files.readString(stamp).strip().equals(sha256);
  }

  /// {@return the hash of the file as it is}
  String found() throws IOException {
    return HexFormat.of().formatHex(Digests.sha256(file));
  }

  /// {@return whether that hash is the right one} The stamp is written or removed by it.
  boolean check(String found) {
    boolean right = found.equals(sha256);
    try {
      if (right) {
        write();
      } else {
        Files.deleteIfExists(of(file));
      }
    } catch (IOException _) {
      // A folder that cannot be written has no stamps, and its files are read each time.
    }
    return right;
  }

  void write() throws IOException {
    Files.writeString(of(file), sha256 + "\n");
  }
}
