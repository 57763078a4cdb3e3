package dev.hone.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.RequiredModes;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.SmallLimits;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.helper.HelperBuild;
import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Takes away each option and each line of script of a mode's command in turn. A program that
/// prints all that its box shows and allows must then print something else, or not run at all, or
/// the part must be listed with the reason why it is not seen from inside.
abstract class MutationContract {
  private static final Limits LIMITS = SmallLimits.ALL;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  abstract String mode();

  @TestFactory
  Stream<DynamicTest> nothingOfThePolicyCanBeMissed() throws Exception {
    return withoutParts(HelperBuild.in(Path.of("target", "toolchains")));
  }

  @TestFactory
  Stream<DynamicTest> nothingOfThePolicyByScriptsCanBeMissed() throws Exception {
    return withoutParts(new Helper.Missing("left out"));
  }

  private Stream<DynamicTest> withoutParts(Helper helper) throws Exception {
    RequiredModes.working(mode());
    List<List<String>> commands = new ArrayList<>();
    String whole =
        seen(
            helper,
            command -> {
              commands.add(command);
              return command;
            });
    assertThat(whole).startsWith("ids ").endsWith("standard end\n");
    assertThat(seen(helper, UnaryOperator.identity())).isEqualTo(whole);
    return new Parts(commands.getFirst(), Tools.uid() != 0)
        .all().stream()
            .filter(part -> Unseen.reason(part.name()).isEmpty())
            .map(part -> DynamicTest.dynamicTest(part.name(), () -> isMissed(helper, part, whole)));
  }

  private void isMissed(Helper helper, Parts.Part part, String whole) throws Exception {
    assertThat(difference(whole, seen(helper, part::takenFrom)))
        .as("what is missed without %s; if nothing can be, say why in Unseen", part.name())
        .isNotEmpty();
  }

  private static List<String> difference(String whole, String without) {
    List<String> lines = without.lines().toList();
    List<String> all = whole.lines().toList();
    return Stream.concat(
            all.stream().filter(line -> !lines.contains(line)).map(line -> "-" + line),
            lines.stream().filter(line -> !all.contains(line)).map(line -> "+" + line))
        .toList();
  }

  /// {@return what the program printed; empty if it did not come to its end}
  private String seen(Helper helper, UnaryOperator<List<String>> change)
      throws IOException, InterruptedException {
    // On a ground of its own, as a changed script may spoil its files.
    Sandbox sandbox = new Changed(mode(), helper).by(change);
    Path work = Files.createDirectories(folder.resolve("work"));
    Files.writeString(work.resolve("see.py"), Attack.text("see.py"));
    Map<String, String> variables = new HashMap<>();
    for (String kind : List.of("cgroup", "ipc", "mnt", "net", "pid", "user", "uts")) {
      Path link = Path.of("/proc/self/ns", kind);
      if (Files.isSymbolicLink(link)) {
        variables.put("NS_" + kind, Files.readSymbolicLink(link).toString());
      }
    }
    List<String> command = List.of(Programs.system("python3"), "-I", "-S", "see.py");
    try {
      Execution execution =
          sandbox.run(new Job(command, variables, work, List.of(folder), "end", LIMITS));
      return execution.exit() == 0
          ? execution.stdout().replaceAll("hone-sandbox-[0-9-]+", "hone-sandbox")
          : "";
    } catch (SandboxException e) {
      // Nothing ran at all, which is the loudest way to miss something.
      return "";
    }
  }
}
