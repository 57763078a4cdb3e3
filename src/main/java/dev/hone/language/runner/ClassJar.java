package dev.hone.language.runner;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A jar of classes that come with Hone, for a program that runs in the sandbox. It is not
/// compressed, and so opens fastest.
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
    try {
      jar.collect(path, path.substring(0, path.lastIndexOf('/') + 1));
    } catch (IOException e) {
      throw broken(e.toString());
    }
    return jar;
  }

  /// Takes the classes of some packages from a jar that lies beside a class; nothing is written.
  ///
  /// @param owner the class
  /// @param name the jar's name
  /// @param packages the beginnings of paths, such as `org/junit/`
  /// @throws ToolchainException if they cannot be read
  public void add(Class<?> owner, String name, List<String> packages) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw broken(name + " is missing");
      }
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String path = entry.getName();
        if (path.endsWith(".class") && packages.stream().anyMatch(path::startsWith)) {
          classes.putIfAbsent(path, zip.readAllBytes());
        }
      }
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

  /// Takes the classes of a package from the jar or folder that holds one of them.
  private void collect(String known, String folder) throws IOException {
    URL url = ClassJar.class.getClassLoader().getResource(known);
    if (url == null) {
      throw broken(known + " is missing");
    }
    URI uri = uri(url);
    if (uri.getScheme().equals("jar")) {
      String jar = uri.getRawSchemeSpecificPart();
      Path file = Path.of(URI.create(jar.substring(0, jar.indexOf("!/"))));
      try (FileSystem zip = FileSystems.newFileSystem(file)) {
        collect(zip.getPath("/"), folder);
      }
    } else {
      String file = Path.of(uri).toString();
      collect(Path.of(file.substring(0, file.length() - known.length())), folder);
    }
  }

  private void collect(Path root, String folder) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        classes.putIfAbsent(
            root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
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
