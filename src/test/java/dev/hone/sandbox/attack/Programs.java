package dev.hone.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes an attack's command. Programs in C and Go, which are Hone's own texts, are compiled once
/// on the machine and run in the sandbox only.
final class Programs {
  /// The system property that names a folder of compiled programs, as ordinary users have no
  /// compiler's cache.
  static final String COMPILED = "hone.attacks.compiled";

  private Programs() {}

  /// {@return the command that runs an attack, whose file lies in the work folder}
  ///
  /// @param attack the attack
  /// @param folder the folder that will be copied in as the work folder
  static List<String> command(Attack attack, Path folder) throws Exception {
    String name = "attack." + attack.language();
    return switch (attack.language()) {
      case "py" -> List.of(system("python3"), "-I", "-S", text(attack, folder, name));
      case "js" -> List.of(system("node"), text(attack, folder, name));
      case "sh" -> List.of(system("sh"), text(attack, folder, name));
      case "c", "go" -> {
        Files.copy(compiled(attack), folder.resolve("attack"), StandardCopyOption.COPY_ATTRIBUTES);
        yield List.of("./attack");
      }
      default -> throw new IllegalStateException("no language for " + attack.file());
    };
  }

  private static String text(Attack attack, Path folder, String name) throws IOException {
    Files.writeString(folder.resolve(name), attack.text());
    return name;
  }

  static String system(String program) {
    Optional<Path> path = Tools.find(program);
    assumeThat(path).as(program + " is not a program of the system").isPresent();
    return path.orElseThrow().toString();
  }

  /// Compiles all programs.
  ///
  /// @param into the folder for them, readable for all
  static void compileAll(Path into) throws Exception {
    for (Attack attack : Attack.all()) {
      if (List.of("c", "go").contains(attack.language())
          && compiler(attack.language()).isPresent()) {
        compile(attack.file(), attack.text(), into);
      }
    }
  }

  private static Path compiled(Attack attack) throws Exception {
    String given = System.getProperty(COMPILED);
    if (given != null) {
      Path program = Path.of(given, attack.file() + ".out");
      assumeThat(program).as("there is no compiler for " + attack.file()).exists();
      return program;
    }
    return compile(attack.file(), attack.text(), Path.of("target", "attacks"));
  }

  /// {@return the compiled program, compiled only if its text changed}
  ///
  /// @param file the name of its text
  /// @param text its text
  /// @param into the folder for it
  static Path compile(String file, String text, Path into) throws Exception {
    Files.createDirectories(into);
    Path program = into.toAbsolutePath().resolve(file + ".out");
    Path source = into.toAbsolutePath().resolve(file);
    if (Files.exists(program) && Files.exists(source) && Files.readString(source).equals(text)) {
      return program;
    }
    Files.deleteIfExists(program);
    Files.writeString(source, text);
    String language = file.substring(file.lastIndexOf('.') + 1);
    Optional<Path> compiler = compiler(language);
    assumeThat(compiler).as("there is no compiler for " + file).isPresent();
    List<String> command = new ArrayList<>(List.of(compiler.orElseThrow().toString()));
    command.addAll(
        language.equals("go")
            ? List.of("build", "-ldflags=-s -w", "-o")
            : List.of("-O1", "-w", "-o"));
    command.addAll(List.of(program.toString(), source.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return program;
  }

  private static Optional<Path> compiler(String language) {
    String name = language.equals("go") ? "go" : "cc";
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(folder -> Path.of(folder, name))
        .filter(Path::isAbsolute)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
