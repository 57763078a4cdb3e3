package dev.hone.sandbox.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.helper.HelperBuild;
import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.treesitter.TreeSitterC;

/// The helper in C, compiled without each of its statements.
@Tag("slow")
class HelperStepsIT extends StepsContract {
  private static final List<String> SOURCES =
      List.of("helper.c", "landlock.h", "open.h", "orders.h");

  @Override
  List<Step> steps() throws IOException {
    return SOURCES.stream()
        .flatMap(name -> Step.all(new TreeSitterC(), name, source(name)).stream())
        .toList();
  }

  @Override
  List<String> scenes() {
    return List.of(
        "helper-run.sh",
        "helper-apart.sh",
        "helper-rights.sh",
        "helper-wait.sh",
        "helper-told.sh",
        "helper-orders.sh",
        "helper-open.sh",
        "helper-first.sh",
        "helper-watch.sh");
  }

  @Override
  List<String> whole(Path place) throws IOException, InterruptedException {
    Optional<List<String>> program = compiled(Files.createDirectory(place), "", "");
    assertThat(program).isPresent();
    return program.orElseThrow();
  }

  @Override
  Optional<List<String>> without(Step step, Path place) throws IOException, InterruptedException {
    return compiled(place, step.file(), step.rest());
  }

  private static String source(String name) {
    return Tools.script(HelperBuild.class, name);
  }

  private static Optional<List<String>> compiled(Path place, String changed, String text)
      throws IOException, InterruptedException {
    Optional<Path> compiler =
        Stream.of("cc", "gcc", "clang").flatMap(name -> Tools.find(name).stream()).findFirst();
    assumeThat(compiler).as("no C compiler in the system's folders").isPresent();
    for (String name : SOURCES) {
      Files.writeString(place.resolve(name), name.equals(changed) ? text : source(name));
    }
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    String program = place.resolve("helper").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                compiler.orElseThrow().toString(),
                "-std=gnu11",
                "-w",
                "-o",
                program,
                place.resolve("helper.c").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start().waitFor() == 0 ? Optional.of(List.of(program)) : Optional.empty();
  }
}
