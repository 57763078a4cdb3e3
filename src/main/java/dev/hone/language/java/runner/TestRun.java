package dev.hone.language.java.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.vintage.engine.VintageTestEngine;

/// Compiles the work folder and runs the tests of some of its files.
final class TestRun {
  private static final Pattern JUNIT_4 =
      Pattern.compile(
          "\\borg\\.junit\\.(?!jupiter|platform)|\\bjunit\\.(?:framework|extensions)\\b");

  private static final String NO_RECORDER = "org.graalvm.nativeimage.imagecode";

  private final Compilation compilation;
  private final List<String> testPaths;
  private final Report report;

  private TestRun(Compilation compilation, List<String> testPaths, Report report) {
    this.compilation = compilation;
    this.testPaths = testPaths;
    this.report = report;
  }

  static void of(List<String> testPaths, Report report) {
    of(Compilation.ofFiles(Sources.all()), testPaths, report);
  }

  static void of(Compilation compilation, List<String> testPaths, Report report) {
    TestRun run = new TestRun(compilation, testPaths, report);
    if (run.compilation.faults().isEmpty()) {
      run.tests();
    } else {
      run.compilation.faults().forEach(report::build);
    }
    report.end();
  }

  private void tests() {
    MemoryLoader loader = new MemoryLoader(compilation.classes());
    Thread.currentThread().setContextClassLoader(loader);
    Outcomes outcomes = new Outcomes(report, new Failures(compilation.origins(), testPaths));
    List<DiscoverySelector> selectors = selectors(loader);
    if (selectors.isEmpty()) {
      return;
    }
    Launcher launcher = launcher();
    // JUnit gives up when memory runs out in a test. The tests after it deserve their turn.
    while (true) {
      try {
        launcher.execute(request(selectors, outcomes.finished()), outcomes);
        return;
      } catch (OutOfMemoryError e) {
        if (!outcomes.broke(e)) {
          throw e;
        }
      }
    }
  }

  private List<DiscoverySelector> selectors(MemoryLoader loader) {
    List<DiscoverySelector> selectors = new ArrayList<>();
    for (Map.Entry<String, String> origin : compilation.origins().entrySet()) {
      if (testPaths.contains(origin.getValue())) {
        try {
          Class<?> type = Class.forName(origin.getKey(), false, loader);
          if (!type.isMemberClass() && !type.isAnonymousClass() && !type.isLocalClass()) {
            selectors.add(DiscoverySelectors.selectClass(type));
          }
        } catch (ClassNotFoundException | LinkageError e) {
          report.load(
              new Report.Fault(
                  origin.getValue(), 0, 0, e.getClass().getSimpleName(), "" + e.getMessage(), ""));
        }
      }
    }
    return selectors;
  }

  // The engine for JUnit 4 says of itself that new tests should not need it.
  @SuppressWarnings("deprecation")
  private Launcher launcher() {
    LauncherConfig.Builder config =
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine());
    if (testPaths.stream().anyMatch(path -> JUNIT_4.matcher(Sources.text(path)).find())) {
      config.addTestEngines(new VintageTestEngine());
    }
    // Told so, JUnit does not look for a flight recorder, whose classes no start-up cache keeps.
    System.setProperty(NO_RECORDER, "runtime");
    Launcher launcher = LauncherFactory.openSession(config.build()).getLauncher();
    System.clearProperty(NO_RECORDER);
    return launcher;
  }

  private static LauncherDiscoveryRequest request(
      List<DiscoverySelector> selectors, Set<String> finished) {
    PostDiscoveryFilter rest =
        descriptor ->
            FilterResult.includedIf(!finished.contains(descriptor.getUniqueId().toString()));
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectors)
        .filters(rest)
        .enableImplicitConfigurationParameters(false)
        .build();
  }
}
