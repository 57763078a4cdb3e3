package dev.hone.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder of what can be fetched or made again: engine, models, test runners, packages.
///
/// @param folder the folder, which need not exist
public record CacheFolder(Path folder) {
  /// Of a part that is being removed, or whose removal did not come to its end.
  private static final String REMOVED = ".removed-";

  /// One folder of the cache.
  ///
  /// @param name its name
  /// @param files how many files it holds; links are not followed
  /// @param bytes their size
  public record Part(String name, long files, long bytes) {}

  /// {@return its parts, the largest first; empty where there is no cache}
  public List<Part> parts() {
    return folders().stream()
        .filter(part -> !isRemoved(part))
        .map(CacheFolder::measured)
        .sorted(Comparator.comparingLong(Part::bytes).reversed().thenComparing(Part::name))
        .toList();
  }

  /// Removes a part, and what an earlier removal left. Another program that uses the part makes or
  /// fetches it again when it needs it next.
  ///
  /// @param part a part that there is
  /// @throws UncheckedIOException if something in it could not be removed
  public void remove(Part part) {
    Path from = folder.resolve(part.name());
    try {
      // First out of the way, whole, so that nobody finds half of it.
      Path to = folder.resolve(REMOVED + part.name() + "-" + ProcessHandle.current().pid());
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      for (Path each : folders()) {
        if (isRemoved(each)) {
          delete(each);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove " + from, e);
    }
  }

  private List<Path> folders() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not list " + folder, e);
    }
  }

  private static boolean isRemoved(Path part) {
    return part.getFileName().toString().startsWith(REMOVED);
  }

  private static Part measured(Path part) {
    AtomicLong files = new AtomicLong();
    AtomicLong bytes = new AtomicLong();
    try {
      Files.walkFileTree(
          part,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.incrementAndGet();
              bytes.addAndGet(attributes.size());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              // Another program may remove it meanwhile.
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("could not look through " + part, e);
    }
    return new Part(part.getFileName().toString(), files.get(), bytes.get());
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            // Go closes the folders of its packages to their owner.
            var _ = inner.toFile().setWritable(true);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure)
              throws IOException {
            Files.delete(inner);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
