package dev.hone.sandbox.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A private folder of this process for the small files that sandboxes need. Removed when the
/// virtual machine shuts down. Safe for use by several threads.
public final class Workplace {
  private static final String PREFIX = "hone-sandbox-";

  private final Path folder;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Path> all = new ConcurrentHashMap<>();

  @FunctionalInterface
  private interface Making {
    void make(Path fresh) throws IOException;
  }

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
    return made(name, fresh -> Files.write(fresh, content.get()));
  }

  /// {@return an empty folder inside, made if it is not there}
  ///
  /// @param name its name
  public Path folder(String name) {
    return made(name, Files::createDirectory);
  }

  /// {@return a folder inside with what it is filled with, made if it is not there}
  ///
  /// @param name its name; the same name always has the same content
  /// @param fill fills it; not asked where the folder is there
  public Path folder(String name, Consumer<Path> fill) {
    return made(name, fresh -> fill.accept(Files.createDirectory(fresh)));
  }

  /// The name is given only to what is whole.
  private Path made(String name, Making making) {
    return all.computeIfAbsent(
        name,
        _ -> {
          Path made = folder.resolve(name);
          try {
            Path fresh = unique(name);
            making.make(fresh);
            return Files.move(fresh, made, StandardCopyOption.ATOMIC_MOVE);
          } catch (IOException e) {
            throw new UncheckedIOException("could not make " + made, e);
          }
        });
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
