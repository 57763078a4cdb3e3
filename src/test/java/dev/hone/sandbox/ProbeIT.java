package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The canaries of the probe, looked for without any sandbox: each of them alone must be found.
class ProbeIT {
  private static final int FILE = 0;
  private static final int PORT = 1;
  private static final int VARIABLE = 4;
  private static final int VICTIM = 5;
  private static final int MARK = 6;
  private static final int ABSTRACT = 7;
  private static final int PATH = 8;

  private final Ground ground = Ground.make();

  @Test
  void whatIsOutOfReachIsNotFound() throws Exception {
    try (Canaries canaries = Canaries.plant(ground.workplace())) {
      assertThat(found(only(canaries, -1), Map.of())).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 41", "1, 42", "5, 45", "6, 45", "7, 46", "8, 46"})
  void eachIsFoundAlone(int which, int code) throws Exception {
    try (Canaries canaries = Canaries.plant(ground.workplace())) {
      assertThat(found(only(canaries, which), Map.of())).isEqualTo(code);
    }
  }

  @Test
  void aVariableOfHonesIsFound() throws Exception {
    try (Canaries canaries = Canaries.plant(ground.workplace())) {
      List<String> arguments = only(canaries, VARIABLE);

      assertThat(arguments.get(VARIABLE)).isIn(System.getenv().keySet());
      assertThat(found(arguments, Map.of(arguments.get(VARIABLE), "value"))).isEqualTo(43);
    }
  }

  @Test
  void anOpenFileIsFound(@TempDir Path folder) throws Exception {
    try (Canaries canaries = Canaries.plant(ground.workplace())) {
      List<String> arguments = only(canaries, -1);
      // A folder can be open and still not be shown by cat.
      arguments.set(FILE, folder.toString());
      List<String> command =
          new ArrayList<>(
              List.of(
                  Tools.path("sh"),
                  "-c",
                  "exec 7<\"$1\"; exec sh -c \"$0\" sh \"$@\"",
                  Tools.script(Probe.class, "canary.sh")));
      command.addAll(arguments);

      assertThat(ended(command, Map.of())).isEqualTo(44);
    }
  }

  /// As Landlock before its sixth version does, which knows no scope of signals.
  @Test
  void aModeThatLeavesProcessesOfTheUserInReachIsRefused() {
    ScriptedSandbox sandbox = new ScriptedSandbox().then(_ -> ScriptedSandbox.ended(45, ""));

    assertThat(new Probe(ground.workplace()).probe(sandbox))
        .isEqualTo(
            new ProbeResult(
                "scripted", false, "a process of the same user could be reached from inside"));
  }

  @Test
  void aTrialThatIsNotDoneInItsTimeSaysNothingOfItsCommand() {
    Sandbox slow = new ScriptedSandbox().then(_ -> ScriptedSandbox.limited(Limit.WALL));

    assertThat(new Probe(ground.workplace()).probe(slow).reason())
        .isEqualTo(
            "the trial in it was not done within 20 s; try again when the machine is less busy");
  }

  /// The arguments by which the script can find one of the canaries.
  private static List<String> only(Canaries canaries, int which) {
    List<String> arguments = new ArrayList<>(canaries.arguments());
    List<String> none =
        List.of("/nonexistent/canary", "1", "", "", "", "2147483647", "no such mark", "", "");
    for (int i : new int[] {FILE, PORT, VARIABLE, VICTIM, MARK, ABSTRACT, PATH}) {
      if (i != which) {
        arguments.set(i, none.get(i));
      }
    }
    return arguments;
  }

  private static int found(List<String> arguments, Map<String, String> environment)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Tools.path("sh"), "-c", Tools.script(Probe.class, "canary.sh"), "sh"));
    command.addAll(arguments);
    return ended(command, environment);
  }

  private static int ended(List<String> command, Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }
}
