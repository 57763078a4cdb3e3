package dev.hone.sandbox.helper;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.process.Workplace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Compiles the helper once for each state of its source, with the machine's own C compiler.
public final class HelperBuild {
  static final List<String> SOURCES = List.of("helper.c", "landlock.h", "open.h", "orders.h");

  private static final String MAIN = SOURCES.getFirst();

  private HelperBuild() {}

  /// {@return the helper below a folder, compiled if it is not there yet} Takes some tenths of a
  /// second the first time. Several programs may do so at once.
  ///
  /// @param folder holds it; made if it is not there
  /// @throws SandboxException if the calling thread was interrupted
  public static Helper in(Path folder) {
    try {
      Path program = folder.resolve("helper-" + hash());
      if (!Files.exists(program)) {
        Optional<Path> compiler = compiler();
        if (compiler.isEmpty()) {
          return new Helper.Missing("no C compiler (cc, gcc or clang) in the system's folders");
        }
        Files.createDirectories(folder);
        compile(compiler.get(), program);
      }
      return tried(program);
    } catch (IOException e) {
      return new Helper.Missing("it could not be made in %s (%s)".formatted(folder, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException(
          ErrorType.EXTERNAL, "interrupted while compiling the sandbox's helper", e);
    }
  }

  private static Optional<Path> compiler() {
    return Stream.of("cc", "gcc", "clang").map(Tools::find).flatMap(Optional::stream).findFirst();
  }

  private static void compile(Path compiler, Path program)
      throws IOException, InterruptedException {
    Path fresh = Files.createTempDirectory(program.getParent(), "helper");
    try {
      for (String name : SOURCES) {
        Files.writeString(fresh.resolve(name), Tools.script(HelperBuild.class, name));
      }
      Path made = fresh.resolve("helper");
      List<String> command =
          List.of(compiler.toString(), "-std=gnu11", "-O2", "-o", made.toString());
      // Not linked dynamically, if it can be: that alone is half a millisecond at each start.
      Answer answer = run(with(command, "-static", fresh.resolve(MAIN).toString()));
      if (answer.exit() != 0) {
        answer = run(with(command, fresh.resolve(MAIN).toString()));
      }
      if (answer.exit() != 0) {
        throw new IOException("%s: %s".formatted(compiler, answer.text().strip()));
      }
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(made, program, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Workplace.remove(fresh);
    }
  }

  private static Helper tried(Path program) throws IOException, InterruptedException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(program);
    if (!Files.getAttribute(program, "unix:uid").equals(Tools.uid())
        || permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      return new Helper.Missing(
          "%s belongs to another user or can be written by others; remove it".formatted(program));
    }
    Answer answer = run(List.of(program.toString(), "landlock"));
    return answer.exit() == 0
        ? new Helper.Ready(program.toRealPath(), Integer.parseInt(answer.text().strip()))
        : new Helper.Missing("%s does not run: %s".formatted(program, answer.text().strip()));
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(more));
    return whole;
  }

  private record Answer(int exit, String text) {}

  private static Answer run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    // Compilers look for assembler and linker.
    builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    Process process = builder.start();
    process.getOutputStream().close();
    try (InputStream in = process.getInputStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), text);
    } finally {
      process.destroyForcibly();
    }
  }

  /// {@return the name of this state of the source, on this processor}
  private static String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(System.getProperty("os.arch", "").getBytes(StandardCharsets.UTF_8));
      for (String name : SOURCES) {
        digest.update(Tools.script(HelperBuild.class, name).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
