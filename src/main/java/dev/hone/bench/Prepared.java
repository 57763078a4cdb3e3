package dev.hone.bench;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Programs;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// A folder of the cache that a toolchain's own program fills once from files of Hone, and that
/// checks only read. It gets its name when it is whole.
///
/// @param folder its path, whose last name holds the versions
/// @param files what it starts from, by name
/// @param what what is made, for messages
record Prepared(Path folder, Map<String, String> files, String what) {
  private static final int MESSAGE_LINES = 6;

  /// How the program is called for a folder that holds the files.
  interface Filler {
    /// {@return the command}
    ///
    /// @param folder the folder to fill
    List<String> command(Path folder);
  }

  /// {@return the folder, filled first where it is not there}
  ///
  /// @throws ToolchainException if it cannot be filled
  Path filled(Filler filler) {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(folder.resolveSibling("."));
      Path lock = folder.resolveSibling("." + folder.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = channel.lock()) {
        if (held.isValid() && !Files.isDirectory(folder)) {
          fill(filler);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "could not keep %s in %s (%s); free space there or set HONE_HOME to another folder"
              .formatted(what, folder, e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolchainException(
          ErrorType.EXTERNAL, what + " was interrupted; run the command again", e);
    }
  }

  private void fill(Filler filler) throws IOException, InterruptedException {
    Path part = Files.createTempDirectory(folder.resolveSibling("."), ".part-");
    try (Folder whole = new Folder(part)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(part.resolve(file.getKey()), file.getValue());
      }
      Programs.Answer answer = Programs.run(filler.command(part));
      if (answer.exit() != 0) {
        List<String> lines = answer.output().lines().toList();
        throw new ToolchainException(
            ErrorType.EXTERNAL,
            "%s failed; mend what is said here and run the command again:\n%s"
                .formatted(
                    what,
                    String.join(
                        "\n",
                        lines.subList(Math.max(0, lines.size() - MESSAGE_LINES), lines.size()))));
      }
      // Made private as a temporary folder; code in the sandbox has another user.
      Files.setPosixFilePermissions(whole.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
      move(part);
    }
  }

  private void move(Path part) throws IOException {
    try {
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another process may have been first, with the same content.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }
}
