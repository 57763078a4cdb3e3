package dev.hone.sandbox;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Starts Java as an ordinary user from a build that root runs. The class path is copied to where
/// that user can read it, as the build's own may lie in a closed home folder.
final class OrdinaryUser {
  private static final int UID = 60_900;
  private static final Pattern NEEDED =
      Pattern.compile(
          "(junit|hamcrest|opentest4j|apiguardian|assertj|byte-buddy|jspecify).*\\.jar");

  private final Path folder;
  private final List<Path> classPath = new ArrayList<>();

  /// @param folder an empty folder, which is made readable for all
  OrdinaryUser(Path folder) throws IOException {
    assumeThat(Tools.uid())
        .as("the build is not run by root, which alone can drop to a user")
        .isZero();
    assumeThat(Tools.find("setpriv")).as("there is no setpriv to drop to a user with").isPresent();
    Path java = Path.of(System.getProperty("java.home")).toRealPath();
    assumeThat(open(java)).as("the JDK in %s is closed to ordinary users", java).isTrue();
    this.folder = folder;
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) || NEEDED.matcher(path.getFileName().toString()).matches()) {
        classPath.add(copy(path, folder.resolve(classPath.size() + "-" + path.getFileName())));
      }
    }
  }

  /// {@return a command that runs a class's main method as that user}
  ProcessBuilder java(String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(Tools.path("setpriv"), "--reuid=" + UID, "--regid=" + UID, "--clear-groups", "--"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(":")));
    command.add(main);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("PATH", "/usr/bin:/bin");
    return builder.redirectErrorStream(true);
  }

  private static boolean open(Path path) throws IOException {
    for (Path p = path; p.getParent() != null; p = p.getParent()) {
      if (!Files.getPosixFilePermissions(p).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            return made(Files.createDirectory(to.resolve(from.relativize(path))), "rwxr-xr-x");
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            Path copy = path.equals(from) ? to : to.resolve(from.relativize(path));
            return made(Files.copy(path, copy), "rw-r--r--");
          }
        });
    return to;
  }

  private static FileVisitResult made(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    return FileVisitResult.CONTINUE;
  }
}
