package dev.hone.sandbox.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the system's own programs are. Only the system's folders are searched: a program of that
/// name elsewhere on the PATH must not become the sandbox.
public final class Tools {
  private Tools() {}

  /// {@return the absolute path of a program of the system, or empty}
  ///
  /// @param name its name
  public static Optional<Path> find(String name) {
    return Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// {@return the absolute path of a program that was found before}
  ///
  /// @param name its name
  /// @throws IllegalStateException if it is not there
  public static String path(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("no " + name + " in the system's folders"))
        .toString();
  }

  /// {@return whether a program's own help names an option}
  ///
  /// @param name the program's name
  /// @param option the option
  public static boolean offers(String name, String option) {
    try {
      Process help = new ProcessBuilder(path(name), "--help").redirectErrorStream(true).start();
      try (InputStream in = help.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(option);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not ask %s for its options".formatted(name), e);
    }
  }

  /// {@return the folder or archive that Hone's own classes were loaded from}
  public static Path classes() {
    return Path.of(
        URI.create(Tools.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /// {@return the user id of this process}
  public static int uid() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException("could not read this process's user id", e);
    }
  }

  /// {@return the text of a script kept beside a class}
  ///
  /// @param owner the class
  /// @param name the file's name
  public static String script(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + name, e);
    }
  }
}
