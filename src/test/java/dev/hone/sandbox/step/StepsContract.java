package dev.hone.sandbox.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Leaves out each statement of a program in turn. One of the scenes must then show something else,
/// or the statement must be listed with the reason why it cannot be seen.
abstract class StepsContract {
  /// Runs those statements alone whose names hold it, for who looks into one of them.
  private static final String ONLY = System.getProperty("hone.steps", "");

  /// `K/N` runs every Nth statement alone, from the Kth on: most of the time is spent waiting, so
  /// that several parts beside each other take less time than the whole.
  private static final String[] PART = System.getProperty("hone.steps.part", "0/1").split("/", -1);

  private final Map<String, String> shown = new HashMap<>();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  /// {@return all that can be left out}
  abstract List<Step> steps() throws IOException;

  /// {@return the scenes, the likeliest to show a difference first}
  abstract List<String> scenes();

  /// {@return the command that is the program as it is}
  ///
  /// @param place an empty folder
  abstract List<String> whole(Path place) throws IOException, InterruptedException;

  /// {@return the command that is the program without a step; empty where there is none, as it does
  /// not compile}
  ///
  /// @param step the step
  /// @param place an empty folder
  abstract Optional<List<String>> without(Step step, Path place)
      throws IOException, InterruptedException;

  @TestFactory
  Stream<DynamicTest> noStepCanBeLeftOut() throws Exception {
    // The user of the scenes is another than that of the build.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Scenes scenes = new Scenes(Files.createDirectory(folder.resolve("scenes")));
    List<String> program = whole(folder.resolve("whole"));
    List<String> again = whole(folder.resolve("again"));
    Map<String, String> seen = new LinkedHashMap<>();
    for (String scene : scenes()) {
      String once = scenes.played(scene, program);
      assertThat(scenes.played(scene, again)).as(scene + " is not the same twice").isEqualTo(once);
      assertThat(once)
          .contains("ended with 0")
          .doesNotContain(program.getLast())
          .endsWith("the scene ended with 0\n");
      seen.put(scene, once);
    }
    List<UnseenStep> unseen = UnseenStep.all();
    List<Step> all =
        steps().stream()
            .filter(step -> unseen.stream().noneMatch(each -> each.is(step)))
            .filter(step -> step.name().contains(ONLY))
            .toList();
    int parts = Integer.parseInt(PART[1]);
    return IntStream.range(0, all.size())
        .filter(at -> at % parts == Integer.parseInt(PART[0]))
        .mapToObj(all::get)
        .map(step -> DynamicTest.dynamicTest(step.name(), () -> isMissed(step, scenes, seen)));
  }

  @Test
  void whatIsListedAsUnseenIsThere() throws Exception {
    List<Step> steps = steps();
    List<String> files = steps.stream().map(Step::file).toList();

    assertThat(UnseenStep.all())
        .filteredOn(unseen -> files.contains(unseen.file()))
        .allMatch(unseen -> steps.stream().anyMatch(unseen::is));
  }

  private void isMissed(Step step, Scenes scenes, Map<String, String> seen) throws Exception {
    Optional<List<String>> program = without(step, Files.createTempDirectory(folder, "without"));
    if (program.isEmpty()) {
      return;
    }
    // What showed the step before, of the same function, is the likeliest to show this one.
    String likeliest = shown.getOrDefault(step.function(), "");
    List<String> order =
        seen.keySet().stream().sorted(Comparator.comparing(s -> !s.equals(likeliest))).toList();
    for (String scene : order) {
      if (!scenes.played(scene, program.get()).equals(seen.get(scene))) {
        shown.put(step.function(), scene);
        return;
      }
    }
    assertThat(step.name())
        .as("nothing is missed without it; if nothing can be, say why in unseen.tsv")
        .isEmpty();
  }
}
