package dev.hone.language.runner;

import dev.hone.language.client.Fetch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts the program that runs a client of packages inside the sandbox, by the Java that runs
/// Hone.
public final class BoxClient {
  private static final String JAR = "client.jar";
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ActiveProcessorCount=2",
          "-Xmx256m",
          "-XX:-UsePerfData");

  private final Path folder;
  private final Path home;

  /// Lays the program out where it is not yet.
  ///
  /// @param cacheFolder the folder of downloads and runners
  /// @throws dev.hone.language.ToolchainException if it cannot be written
  public BoxClient(Path cacheFolder) {
    ClassJar jar = ClassJar.of(Fetch.class);
    this.folder =
        new PreparedFolder(cacheFolder, "client-" + jar.hash())
            .made("the program that fetches packages", (part, _) -> jar.write(part.resolve(JAR)));
    this.home = home();
  }

  /// {@return a word that changes with the program}
  public static String edition() {
    return ClassJar.of(Fetch.class).hash();
  }

  /// {@return the command}
  ///
  /// @param kind the client's kind, such as `go`
  /// @param words its own words
  public List<String> command(String kind, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", folder.resolve(JAR).toString(), Fetch.class.getName(), kind));
    command.addAll(words);
    return command;
  }

  /// {@return the folders that a sandbox must show for it}
  public List<Path> readOnly() {
    List<Path> readOnly = new ArrayList<>(JavaFolders.of(home));
    readOnly.add(folder);
    return readOnly;
  }

  private static Path home() {
    try {
      return Path.of(System.getProperty("java.home")).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
