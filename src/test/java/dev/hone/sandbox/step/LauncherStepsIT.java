package dev.hone.sandbox.step;

import dev.hone.sandbox.launcher.Launcher;
import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.treesitter.TreeSitterJava;

/// The launcher in Java, compiled without each of its statements.
@Tag("slow")
class LauncherStepsIT extends StepsContract {
  private static final Path SOURCES = Path.of("src/main/java/dev/hone/sandbox/launcher");

  /// Not the filter: PolicyMutationTest changes each of its instructions.
  private static final List<String> FILES =
      List.of("Launcher.java", "ResourceLimits.java", "Landlock.java", "Orders.java");

  @Override
  List<Step> steps() throws IOException {
    List<Step> steps = new ArrayList<>();
    for (String file : FILES) {
      String source = Files.readString(SOURCES.resolve(file));
      steps.addAll(Step.all(new TreeSitterJava(), file, source));
    }
    return steps;
  }

  @Override
  List<String> scenes() {
    return List.of(
        "launcher-run.sh", "launcher-rights.sh", "launcher-orders.sh", "launcher-told.sh");
  }

  @Override
  List<String> whole(Path place) {
    return program(Tools.classes().toString());
  }

  @Override
  Optional<List<String>> without(Step step, Path place) throws IOException {
    // An ordinary user of the scenes would else be shown the classes as they are.
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = Files.writeString(place.resolve(step.file()), step.rest());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classes = Tools.classes().toString();
    List<String> options = List.of("-nowarn", "-proc:none", "-cp", classes, "-d", place.toString());
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean made =
          compiler
              .getTask(
                  new StringWriter(), files, _ -> {}, options, null, files.getJavaFileObjects(file))
              .call();
      return made ? Optional.of(program(place + ":" + classes)) : Optional.empty();
    }
  }

  private static List<String> program(String classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Xmx32m",
        "-cp",
        classPath,
        Launcher.class.getName());
  }
}
