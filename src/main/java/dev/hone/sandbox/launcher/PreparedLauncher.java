package dev.hone.sandbox.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The launcher with what the JDK keeps of a first start: classes that are loaded and linked, which
/// is most of what a start takes. Made once for each state of the classes and of the JDK, in some
/// seconds, when the launcher is first asked for. Safe for use by several threads and programs.
public final class PreparedLauncher {
  private static final String JAR = "launcher.jar";
  private static final String ARCHIVE = "launcher.aot";

  private final Path classes;
  private final Optional<Path> cache;
  private @Nullable LauncherProgram program;

  /// Makes it; nothing is started.
  ///
  /// @param classes the folder or jar that Hone's own classes are in
  /// @param cache holds what is kept, made if it is not there; empty to keep nothing
  public PreparedLauncher(Path classes, Optional<Path> cache) {
    this.classes = classes;
    this.cache = cache;
  }

  /// {@return the launcher, as fast as it can be started here} Where nothing can be kept, or the
  /// JDK does not do so, it only starts more slowly.
  public synchronized LauncherProgram program() {
    LauncherProgram known = program;
    if (known == null) {
      known = cache.flatMap(this::kept).orElse(new LauncherProgram(classes, Optional.empty()));
      program = known;
    }
    return known;
  }

  private Optional<LauncherProgram> kept(Path folder) {
    try {
      LauncherJar jar = LauncherJar.from(classes);
      Path home = folder.resolve("launcher-" + hash(jar));
      if (!Files.isDirectory(home)) {
        Files.createDirectories(folder);
        make(jar, folder, home);
      }
      Path real = home.toRealPath();
      return Optional.of(
          new LauncherProgram(real.resolve(JAR), Optional.of(real.resolve(ARCHIVE))));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static void make(LauncherJar jar, Path folder, Path home)
      throws IOException, InterruptedException {
    Path fresh = Files.createTempDirectory(folder, "launcher");
    try {
      Path part = Files.createDirectory(fresh.resolve("part"));
      jar.write(part.resolve(JAR));
      LauncherTraining.train(
          new LauncherProgram(part.resolve(JAR), Optional.empty()), part.resolve(ARCHIVE), fresh);
      Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another program may have been faster.
      if (!Files.isDirectory(home)) {
        throw e;
      }
    } finally {
      remove(fresh);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  private static String hash(LauncherJar jar) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      jar.addTo(digest);
      for (String property : List.of("java.home", "java.vm.version", "os.arch")) {
        digest.update(System.getProperty(property, "").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
