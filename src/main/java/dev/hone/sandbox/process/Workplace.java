package dev.hone.sandbox.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A private folder of this process for the small files that sandboxes need. Removed when the
/// virtual machine shuts down. Safe for use by several threads.
public final class Workplace {
  private static final String PREFIX = "hone-sandbox-";

  private final Path folder;
  private final AtomicInteger count = new AtomicInteger();

  /// Makes the folder, and removes those of processes that were killed before they could.
  ///
  /// @param residue has it removed at the end
  /// @throws IOException if it could not be made
  public Workplace(Residue residue) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    sweep(temporary);
    folder =
        Files.createTempDirectory(
            temporary,
            PREFIX + ProcessHandle.current().pid() + "-",
            // Passable, so that a user id of a slot can reach a folder of its own inside.
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    residue.addLast(() -> remove(folder));
  }

  /// {@return a path inside with a name that no other has; nothing is made}
  ///
  /// @param name the start of the name
  public Path unique(String name) {
    return folder.resolve(name + "-" + count.incrementAndGet());
  }

  /// {@return a file inside with this content, made if it is not there}
  ///
  /// @param name its name; the same name always has the same content
  /// @param content its content
  public Path file(String name, byte[] content) {
    return file(name, () -> content);
  }

  /// {@return a file inside with this content, made if it is not there}
  ///
  /// @param name its name; the same name always has the same content
  /// @param content makes its content; not asked where the file is there
  public Path file(String name, Supplier<byte[]> content) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        Path fresh = unique(name);
        Files.write(fresh, content.get());
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  /// {@return a folder inside, made if it is not there}
  ///
  /// @param name its name
  public Path folder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("could not make " + folder.resolve(name), e);
    }
  }

  /// Removes a file or a folder with all it holds; links are removed, not followed.
  ///
  /// @param path what to remove; nothing happens if it is not there
  public static void remove(Path path) {
    Removal.of(path);
  }

  private static void sweep(Path temporary) throws IOException {
    try (Stream<Path> folders = Files.list(temporary)) {
      folders
          .filter(p -> p.getFileName().toString().startsWith(PREFIX))
          .filter(Files::isWritable)
          .filter(p -> !Files.exists(Path.of("/proc", pid(p))))
          .forEach(Workplace::remove);
    }
  }

  private static String pid(Path folder) {
    return folder.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
  }
}
