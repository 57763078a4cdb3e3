package dev.hone.language.java;

import dev.hone.language.java.runner.Runner;
import dev.hone.language.runner.ClassJar;
import java.util.List;

/// One jar with the runner and JUnit, made from the jars that Hone itself is started with. Start-up
/// caches stand or fall with a single jar.
final class RunnerJar {
  // One class of each part, by which the jar it lies in is found.
  private static final List<String> PARTS =
      List.of(
          "org/junit/jupiter/api/Test.class",
          "org/junit/jupiter/params/ParameterizedTest.class",
          "org/junit/jupiter/engine/JupiterTestEngine.class",
          "org/junit/platform/commons/JUnitException.class",
          "org/junit/platform/engine/TestEngine.class",
          "org/junit/platform/launcher/Launcher.class",
          "org/junit/vintage/engine/VintageTestEngine.class",
          "org/junit/Assert.class",
          "org/hamcrest/Matcher.class",
          "org/opentest4j/AssertionFailedError.class",
          "org/apiguardian/api/API.class");
  private static final List<String> PACKAGES =
      List.of("org/junit/", "junit/", "org/hamcrest/", "org/opentest4j/", "org/apiguardian/");

  private RunnerJar() {}

  static ClassJar read() {
    ClassJar jar = ClassJar.of(Runner.class);
    PARTS.forEach(part -> jar.add(part, PACKAGES));
    return jar;
  }
}
