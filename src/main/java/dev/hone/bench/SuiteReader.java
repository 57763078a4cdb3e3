package dev.hone.bench;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds and reads problem files.
final class SuiteReader {
  private static final String ENDING = ".jsonl";

  private final Path tasks;

  /// Makes a reader that looks short names up in Hone's own tasks.
  SuiteReader() {
    this(Path.of("bench", "tasks"));
  }

  SuiteReader(Path tasks) {
    this.tasks = tasks;
  }

  /// {@return the problems of these files, in this order}
  ///
  /// @param names files, folders, or short names
  /// @throws UsageException if one is not there, holds no problem, or is broken
  List<ProblemSet> read(List<String> names) {
    List<Path> files = names.stream().flatMap(name -> files(name).stream()).distinct().toList();
    Set<String> known = new HashSet<>();
    for (Path file : files) {
      if (!known.add(name(file))) {
        throw new UsageException(
            "two suites are called %s; rename one of the files".formatted(name(file)));
      }
    }
    return files.stream().map(SuiteReader::set).toList();
  }

  private List<Path> files(String name) {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        List<Path> files = inside(path);
        if (files.isEmpty()) {
          throw new UsageException(
              "the folder %s holds no file that ends with .jsonl; name another".formatted(name));
        }
        return files;
      }
      return Stream.of(path, tasks.resolve(name + ENDING))
          .filter(Files::isRegularFile)
          .findFirst()
          .map(Path::normalize)
          .map(List::of)
          .orElseThrow(() -> unknown(name));
    } catch (InvalidPathException _) {
      throw unknown(name);
    }
  }

  private UsageException unknown(String name) {
    String own =
        Files.isDirectory(tasks)
            ? ", or one of Hone's own: "
                + inside(tasks).stream().map(SuiteReader::name).collect(Collectors.joining(", "))
            : "";
    return new UsageException(
        "there is no suite %s; name a .jsonl file, a folder of such files%s".formatted(name, own));
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UsageException("the folder %s cannot be read (%s)".formatted(folder, e));
    }
  }

  private static ProblemSet set(Path file) {
    byte[] bytes;
    String text;
    try {
      bytes = Files.readAllBytes(file);
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new UsageException(file + " is no text in UTF-8; name a .jsonl file");
    } catch (IOException e) {
      throw new UsageException("%s cannot be read (%s)".formatted(file, e));
    }
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        problems.add(new ProblemReader(file + ":" + number).read(line, problems.size()));
      }
    }
    if (problems.isEmpty()) {
      throw new UsageException(file + " holds no problem; one JSON object a line is expected");
    }
    return new ProblemSet(name(file), hash(bytes), problems);
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
