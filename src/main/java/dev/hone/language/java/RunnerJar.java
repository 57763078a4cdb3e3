package dev.hone.language.java;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.java.runner.Runner;
import dev.hone.language.runner.ContentHash;
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

/// One jar with the runner and JUnit, made from the jars that Hone itself is started with. A single
/// jar without compression opens fastest, and start-up caches stand or fall with it alone.
final class RunnerJar {
  // One class of each part, by which the jar it lies in is found.
  private static final List<String> PARTS =
      List.of(
          "org/junit/jupiter/api/Test.class",
          "org/junit/jupiter/params/ParameterizedTest.class",
          "org/junit/jupiter/engine/JupiterTestEngine.class",
          "org/junit/platform/commons/JUnitException.class",
          "org/junit/platform/engine/TestEngine.class",
          "org/junit/platform/launcher/Launcher.class",
          "org/junit/vintage/engine/VintageTestEngine.class",
          "org/junit/Assert.class",
          "org/hamcrest/Matcher.class",
          "org/opentest4j/AssertionFailedError.class",
          "org/apiguardian/api/API.class");
  private static final List<String> PACKAGES =
      List.of("org/junit/", "junit/", "org/hamcrest/", "org/opentest4j/", "org/apiguardian/");

  private final Map<String, byte[]> classes = new TreeMap<>();

  /// Reads the classes; nothing is written.
  RunnerJar() {
    try {
      String runner = Runner.class.getName().replace('.', '/') + ".class";
      collect(runner, List.of(runner.substring(0, runner.lastIndexOf('/') + 1)));
      for (String part : PARTS) {
        collect(part, PACKAGES);
      }
    } catch (IOException e) {
      throw broken(e.toString());
    }
  }

  /// {@return a word that changes with the content}
  String hash() {
    return ContentHash.of(
        classes.entrySet().stream()
            .flatMap(
                one -> Stream.concat(ContentHash.texts(one.getKey()), Stream.of(one.getValue()))));
  }

  void write(Path jar) throws IOException {
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
    URL url = RunnerJar.class.getClassLoader().getResource(known);
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
        "could not read the test runner of Java from the jars of Hone (%s); build or install Hone"
                .formatted(what)
            + " again");
  }
}
