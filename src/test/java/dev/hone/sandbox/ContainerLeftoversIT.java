package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.container.Engine;
import dev.hone.sandbox.process.Tools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is left with an engine, and what it is not asked for.
class ContainerLeftoversIT {
  private static final Sandboxes ALL = new Sandboxes();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void noContainerIsLeftHoweverARunEnds(Engine engine) throws Exception {
    Sandbox sandbox = RequiredModes.working(ALL, engine.mode());
    Limits second = SmallLimits.ALL.withTime(Duration.ofSeconds(1));

    assertThat(run(sandbox, SmallLimits.ALL, "exit 4").exit()).isEqualTo(4);
    assertThat(run(sandbox, second, "sleep 60").limit()).isEqualTo(Limit.WALL);
    assertThat(run(sandbox, SmallLimits.ALL, "yes").limit()).isEqualTo(Limit.OUTPUT);
    assertThat(run(sandbox, SmallLimits.ALL, "/nowhere").exit()).isEqualTo(127);

    assertThat(own(engine)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void withoutTheHelperItIsRefusedWithWhatToDo(Engine engine) {
    assumeThat(Tools.find(engine.program()))
        .as(engine.program() + " is missing; install it")
        .isPresent();

    assertThat(Sandboxes.withoutHelper().probe(engine.mode()).reason())
        .contains("install a C compiler");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anImageThatIsNotThereIsNeverFetched(Engine engine) {
    var _ = RequiredModes.working(ALL, engine.mode());
    Sandboxes other = new Sandboxes(folder, "localhost/hone-not-there:1");

    assertThatThrownBy(() -> other.named(engine.mode()))
        .isInstanceOfSatisfying(
            SandboxException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.EXTERNAL))
        .hasMessageContaining(engine.program() + " pull localhost/hone-not-there:1");
  }

  private Execution run(Sandbox sandbox, Limits limits, String script) throws InterruptedException {
    return sandbox.run(
        new Job(List.of("/bin/sh", "-c", script), Map.of(), folder, List.of(), "", limits));
  }

  private static List<String> own(Engine engine) throws Exception {
    List<String> command = new ArrayList<>(List.of(Tools.path(engine.program()), "ps", "--all"));
    command.addAll(List.of("--format", "{{.Names}}"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String names = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return names
        .lines()
        .filter(name -> name.contains("-" + ProcessHandle.current().pid() + "-"))
        .toList();
  }
}
