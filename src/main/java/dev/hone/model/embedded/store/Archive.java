package dev.hone.model.embedded.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Unpacks the plain files of one folder of an npm archive, and can tell later whether they are all
/// still there.
final class Archive {
  private static final String CONTENTS = "contents.txt";

  private Archive() {}

  /// Unpacks the files that lie directly in a folder of the archive. Links, folders and devices are
  /// left out, and so is every name that would leave the target.
  static void unpack(Path archive, String prefix, Path target) throws IOException {
    try (InputStream file = Files.newInputStream(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName();
        boolean plain = entry.isFile() && !entry.isLink() && !entry.isSymbolicLink();
        if (plain && name.startsWith(prefix) && isSimple(name.substring(prefix.length()))) {
          Files.copy(tar, target.resolve(name.substring(prefix.length())));
        }
      }
    }
    Files.write(target.resolve(CONTENTS), contents(target));
  }

  /// {@return whether a folder holds all files that were unpacked into it, at their sizes}
  static boolean isWhole(Path folder) {
    try {
      List<String> expected = Files.readAllLines(folder.resolve(CONTENTS));
      return !expected.isEmpty() && contents(folder).containsAll(expected);
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean isSimple(String name) {
    return !name.isEmpty() && !name.contains("/") && !name.contains("\\") && !name.equals("..");
  }

  private static List<String> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.endsWith(CONTENTS))
          .map(file -> file.toFile().length() + " " + file.getFileName())
          .sorted()
          .toList();
    }
  }
}
