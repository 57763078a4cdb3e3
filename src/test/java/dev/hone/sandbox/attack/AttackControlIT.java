package dev.hone.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.process.Tools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks that harm nothing but canaries, run without any sandbox as the canaries' own user: they
/// must get through, or that they are contained elsewhere would show nothing.
class AttackControlIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "16-secrets.py",
        "17-environments.py",
        "18-write-outside.py",
        "20-network.py",
        "21-unix-sockets.py",
        "32-priority.py",
        "35-node-mixed.js",
        "42-limits-of-others.py"
      })
  void withoutASandboxItGetsThrough(String file) throws Exception {
    assumeThat(Tools.uid()).as("only root can run it as a user of its own").isZero();
    Attack attack =
        Attack.all().stream().filter(a -> a.file().equals(file)).findFirst().orElseThrow();
    open(folder);
    Path work = Files.createDirectory(folder.resolve("work"));
    List<String> command = new ArrayList<>(List.of(Tools.path("setpriv")));
    command.addAll(List.of("--reuid=60001", "--regid=60001", "--clear-groups", "--"));
    command.addAll(Programs.command(attack, work));
    open(work);
    try (Planted planted = new Planted(folder)) {
      ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
      builder.environment().clear();
      builder.environment().putAll(planted.variables());
      builder.environment().put("PATH", "/usr/bin:/bin");
      builder.environment().put("HOME", work.toString());
      builder.environment().put("TMPDIR", work.toString());
      Process process = builder.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor()).as(output).isZero();
      assertThat(output).contains("BREACH");
    }
  }

  private static void open(Path path) throws Exception {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }
}
