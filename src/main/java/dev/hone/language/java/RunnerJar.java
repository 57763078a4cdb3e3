package dev.hone.language.java;

import dev.hone.language.java.runner.Runner;
import dev.hone.language.runner.ClassJar;
import java.util.List;

/// One jar with the runner and JUnit, made from the jars of JUnit that the build puts beside this
/// class. Start-up caches stand or fall with a single jar.
final class RunnerJar {
  private static final List<String> PARTS =
      List.of(
          "junit-jupiter-api",
          "junit-jupiter-params",
          "junit-jupiter-engine",
          "junit-platform-commons",
          "junit-platform-engine",
          "junit-platform-launcher",
          "junit-vintage-engine",
          "junit",
          "hamcrest-core",
          "opentest4j",
          "apiguardian-api");
  private static final List<String> PACKAGES =
      List.of("org/junit/", "junit/", "org/hamcrest/", "org/opentest4j/", "org/apiguardian/");

  private RunnerJar() {}

  static ClassJar read() {
    ClassJar jar = ClassJar.of(Runner.class);
    PARTS.forEach(part -> jar.add(RunnerJar.class, "junit/" + part + ".jar", PACKAGES));
    return jar;
  }
}
