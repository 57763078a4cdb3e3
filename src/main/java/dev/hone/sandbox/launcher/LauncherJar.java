package dev.hone.sandbox.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The launcher's own classes and resources as a jar: what the JDK keeps of a start is for jars
/// alone, and for the same ones at every start.
///
/// @param content what is in it, by path
record LauncherJar(SortedMap<String, byte[]> content) {
  private static final String PACKAGE = Launcher.class.getPackageName().replace('.', '/');

  /// {@return the jar} Nothing is written.
  ///
  /// @param classes the folder or jar that holds the package
  static LauncherJar from(Path classes) throws IOException {
    if (Files.isDirectory(classes)) {
      return in(classes);
    }
    try (FileSystem jar = FileSystems.newFileSystem(classes)) {
      return in(jar.getPath("/"));
    }
  }

  private static LauncherJar in(Path root) throws IOException {
    SortedMap<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(root.resolve(PACKAGE))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(PACKAGE + "/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return new LauncherJar(content);
  }

  void write(Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> one : content.entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue());
      }
    }
  }

  void addTo(MessageDigest digest) {
    content.forEach(
        (path, bytes) -> {
          digest.update(path.getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        });
  }
}
