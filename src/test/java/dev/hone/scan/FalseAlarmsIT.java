package dev.hone.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.scan.OrdinaryPrograms.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The scan on programs that do nothing wrong. Which of the libraries' are there depends on the
/// machine; the right solutions of this repository's own problems always are.
class FalseAlarmsIT {
  private static final double MOST = 0.02;
  private static final int FEWEST = 150;

  @Test
  void atMostTwoOfAHundredOrdinaryProgramsRaiseAnAlarm() throws IOException {
    List<Program> programs = new ArrayList<>(OrdinaryPrograms.ofLibraries());
    try (Stream<Path> suites = Files.list(Path.of("bench", "tasks"))) {
      for (Path suite : suites.sorted().toList()) {
        programs.addAll(OrdinaryPrograms.ofSuite(suite));
      }
    }

    FalseAlarms alarms = FalseAlarms.of(programs);

    assertThat(programs).hasSizeGreaterThan(FEWEST);
    assertThat(alarms.rate()).as(alarms.text()).isLessThanOrEqualTo(MOST);
  }
}
