package dev.hone.language.runner;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A jar of classes that Hone itself is started with, for a program that runs in the sandbox. It is
/// not compressed, and so opens fastest.
public final class ClassJar {
  private final Map<String, byte[]> classes = new TreeMap<>();

  /// Makes an empty one.
  public ClassJar() {}

  /// {@return the jar with all classes of a class's own package}
  ///
  /// @param type the class
  public static ClassJar of(Class<?> type) {
    ClassJar jar = new ClassJar();
    String path = type.getName().replace('.', '/') + ".class";
    jar.add(path, List.of(path.substring(0, path.lastIndexOf('/') + 1)));
    return jar;
  }

  /// Takes the classes of some packages from the jar or folder that holds a class; nothing is
  /// written.
  ///
  /// @param known the path of the class, such as `org/junit/Assert.class`
  /// @param packages the beginnings of paths, such as `org/junit/`
  /// @throws ToolchainException if they cannot be read
  public void add(String known, List<String> packages) {
    try {
      collect(known, packages);
    } catch (IOException e) {
      throw broken(e.toString());
    }
  }

  /// {@return a word that changes with the content}
  public String hash() {
    return ContentHash.of(
        classes.entrySet().stream()
            .flatMap(
                one -> Stream.concat(ContentHash.texts(one.getKey()), Stream.of(one.getValue()))));
  }

  /// Writes it.
  ///
  /// @param jar where
  /// @throws IOException if it cannot be written
  public void write(Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> one : classes.entrySet()) {
        CRC32 checksum = new CRC32();
        checksum.update(one.getValue());
        ZipEntry entry = new ZipEntry(one.getKey());
        entry.setSize(one.getValue().length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(one.getValue());
      }
    }
  }

  /// Takes the classes of some packages from the jar or folder that holds a class.
  private void collect(String known, List<String> packages) throws IOException {
    URL url = ClassJar.class.getClassLoader().getResource(known);
    if (url == null) {
      throw broken(known + " is missing");
    }
    URI uri = uri(url);
    if (uri.getScheme().equals("jar")) {
      String jar = uri.getRawSchemeSpecificPart();
      Path file = Path.of(URI.create(jar.substring(0, jar.indexOf("!/"))));
      try (FileSystem zip = FileSystems.newFileSystem(file)) {
        collect(zip.getPath("/"), packages);
      }
    } else {
      String folder = Path.of(uri).toString();
      collect(Path.of(folder.substring(0, folder.length() - known.length())), packages);
    }
  }

  private void collect(Path root, List<String> packages) throws IOException {
    for (String folder : packages) {
      Path start = root.resolve(folder);
      if (Files.isDirectory(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
            classes.putIfAbsent(
                root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
          }
        }
      }
    }
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw broken(url.toString());
    }
  }

  private static ToolchainException broken(String what) {
    return new ToolchainException(
        ErrorType.INTERNAL,
        "could not read classes from the jars of Hone (%s); build or install Hone again"
            .formatted(what));
  }
}
