package dev.hone.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.RequiredModes;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.landlock.LandlockSandbox;
import dev.hone.sandbox.launcher.Landlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each right that Landlock knows, tried for real; and what can be read of the machine, compared
/// whole with a list that stands here once more.
class LandlockRightsIT {
  private static final List<String> READABLE =
      List.of(
          "/usr",
          "/bin",
          "/sbin",
          "/lib",
          "/lib32",
          "/lib64",
          "/etc/ld.so.cache",
          "/etc/alternatives",
          "/etc/localtime",
          "/etc/ssl/openssl.cnf",
          "/etc/passwd",
          "/etc/group",
          "/etc/nsswitch.conf",
          "/etc/mime.types",
          "/proc/self",
          "/proc/cpuinfo",
          "/proc/meminfo",
          "/proc/stat",
          "/proc/loadavg",
          "/proc/filesystems",
          "/proc/version",
          "/proc/sys",
          "/sys/devices/system/cpu",
          "/sys/kernel/mm/transparent_hugepage",
          "/dev/null",
          "/dev/zero",
          "/dev/random",
          "/dev/urandom");

  @TempDir private Path folder;

  @Test
  void everyRightIsRefusedOutside() throws Exception {
    Sandbox sandbox = RequiredModes.working(LandlockSandbox.MODE);
    Path work = furnished(Files.createDirectory(folder.resolve("work")));
    Path outside = furnished(Files.createDirectory(folder.resolve("outside")));
    open(folder);

    // A whiteout, the one character device that takes no rights, is but a file to younger kernels.
    String output =
        run(sandbox, work, "", "rights.py", outside.toString())
            .replace("character device: refused allowed", "character device: refused refused");

    assertThat(output)
        .isEqualTo(
            """
            execute: refused allowed
            write file: refused allowed
            read file: refused allowed
            list folder: refused allowed
            remove folder: refused allowed
            remove file: refused allowed
            make character device: refused refused
            make folder: refused allowed
            make file: refused allowed
            make socket: refused allowed
            make pipe: refused allowed
            make link: refused allowed
            refer: refused %s
            truncate: refused %s
            move out: refused
            move in: refused
            control device: %s
            """
                .formatted(
                    // A first version lets nothing be moved between folders, ...
                    allowedFrom(2),
                    // ... for one that does not know of cutting the filter refuses it, ...
                    allowedFrom(3),
                    // ... and older ones do not know of control of devices, here a harmless one.
                    Landlock.abi() >= 5 ? "refused" : "error 25"));
  }

  private static String allowedFrom(int version) {
    return Landlock.abi() >= version ? "allowed" : "refused";
  }

  @Test
  void nothingMoreOfTheMachineIsReadable() throws Exception {
    Sandbox sandbox = RequiredModes.working(LandlockSandbox.MODE);
    List<Path> paths = new ArrayList<>();
    for (String parent :
        List.of("/", "/etc", "/etc/ssl", "/proc", "/dev", "/sys", "/sys/devices/system")) {
      paths.addAll(inside(Path.of(parent)));
    }
    for (String parent : List.of("/sys/kernel", "/sys/kernel/mm", "/var", "/var/lib", "/run")) {
      paths.addAll(inside(Path.of(parent)));
    }
    Path work = Files.createDirectory(folder.resolve("work"));
    String names = String.join("\n", paths.stream().map(Path::toString).toList());

    List<String> readable = run(sandbox, work, names, "readable.py").lines().toList();

    assertThat(readable)
        .containsExactlyInAnyOrderElementsOf(
            paths.stream().filter(LandlockRightsIT::expected).map(Path::toString).toList());
  }

  private static List<Path> inside(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(path -> !path.getFileName().toString().matches("\\d+"))
          // They come and go, and the streams are the job's own.
          .filter(path -> !path.toString().matches("/dev/(fd|std(in|out|err)|core)"))
          .toList();
    }
  }

  private static boolean expected(Path path) {
    try {
      Path real = path.toRealPath();
      Path own = Path.of("/proc", Long.toString(ProcessHandle.current().pid()));
      boolean listed =
          real.startsWith(own)
              || READABLE.stream().anyMatch(name -> path.startsWith(name) || real.startsWith(name));
      return listed
          && Files.getPosixFilePermissions(real).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException e) {
      // A link into nowhere.
      return false;
    }
  }

  private static Path furnished(Path folder) throws IOException {
    Files.copy(Path.of(Programs.system("true")).toRealPath(), folder.resolve("program"));
    Files.setPosixFilePermissions(
        folder.resolve("program"), PosixFilePermissions.fromString("rwxr-xr-x"));
    open(Files.writeString(folder.resolve("file"), "content"));
    open(Files.writeString(folder.resolve("spare"), "content"));
    open(Files.createDirectory(folder.resolve("empty")));
    open(Files.createDirectory(folder.resolve("sub")));
    open(folder);
    return folder;
  }

  private static void open(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private static String run(
      Sandbox sandbox, Path work, String input, String program, String... arguments)
      throws Exception {
    Files.writeString(work.resolve(program), Attack.text(program));
    List<String> command =
        new ArrayList<>(List.of(Programs.system("python3"), "-I", "-S", program));
    command.addAll(List.of(arguments));
    return sandbox
        .run(new Job(command, Map.of(), work, List.of(), input, Limits.defaults()))
        .stdout();
  }
}
