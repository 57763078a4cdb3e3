package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Starts Java as an ordinary user from a build that root runs. The class path is copied to where
/// that user can read it, as the build's own may lie in a closed home folder.
public final class OrdinaryUser {
  private static final int UID = 60_900;
  private static final Pattern NEEDED =
      Pattern.compile(
          "(junit|hamcrest|opentest4j|apiguardian|assertj|byte-buddy|jspecify).*\\.jar");

  private final Path folder;
  private final List<Path> classPath = new ArrayList<>();

  /// Copies the class path.
  ///
  /// @param folder an empty folder, which is made readable for all
  public OrdinaryUser(Path folder) throws IOException {
    assumeThat(Tools.uid())
        .as("the build is not run by root, which alone can drop to a user")
        .isZero();
    Path java = Path.of(System.getProperty("java.home")).toRealPath();
    needed(Tools.find("setpriv").isPresent(), "there is no setpriv to drop to a user with");
    needed(open(java), "the JDK in %s is closed to ordinary users".formatted(java));
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
  ///
  /// @param main the class
  /// @param arguments its arguments
  public ProcessBuilder java(String main, List<String> arguments) {
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

  /// Skips the test, but fails it where a mode of ordinary users is required.
  private static void needed(boolean there, String otherwise) {
    if (RequiredModes.anyOfUsers()) {
      assertThat(there).as(otherwise).isTrue();
    }
    assumeThat(there).as(otherwise).isTrue();
  }

  /// {@return the cases of a test class, run in a virtual machine of that user}
  ///
  /// @param test the name of the class
  /// @param mode the mode that it tests
  /// @param properties further options of the virtual machine
  public Stream<DynamicTest> cases(String test, String mode, List<String> properties)
      throws IOException, InterruptedException {
    ProcessBuilder java = java(ContractRun.class.getName(), List.of(test));
    java.command().addAll(java.command().indexOf("-cp"), properties);
    java.environment()
        .put(RequiredModes.VARIABLE, System.getenv().getOrDefault(RequiredModes.VARIABLE, ""));
    Process process = java.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    List<Case> cases =
        output.lines().filter(line -> line.startsWith("CASE\t")).map(Case::of).toList();
    assertThat(cases).as("cases of %s in: %s", mode, output).isNotEmpty();
    return cases.stream().map(c -> DynamicTest.dynamicTest(mode + ": " + c.name(), c::holds));
  }

  private record Case(String name, String status, String message) {
    static Case of(String line) {
      String[] parts = line.split("\t", -1);
      return new Case(parts[1], parts[2], parts[3]);
    }

    void holds() {
      assertThat(status).as(message).isNotEqualTo("FAILED");
      assumeThat(status).as(message).isEqualTo("SUCCESSFUL");
    }
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
