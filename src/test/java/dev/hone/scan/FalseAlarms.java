package dev.hone.scan;

import dev.hone.scan.OrdinaryPrograms.Program;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Counts the ordinary programs that the scan objects to for something they do not openly do, and
/// times it: `FalseAlarms SUITE…` prints each alarm and the rate.
///
/// @param programs how many were scanned
/// @param alarms findings that say more than what a program is for
/// @param millis what each scan took of one core, in milliseconds, shortest first
record FalseAlarms(int programs, List<Alarm> alarms, List<Double> millis) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// A finding in an ordinary program.
  record Alarm(Program program, Finding finding) {}

  /// {@return what a scan of each program alone gives}
  static FalseAlarms of(List<Program> programs) {
    Scanner scanner = new Scanner();
    List<Alarm> alarms = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    for (Program program : programs) {
      long start = THREADS.getCurrentThreadCpuTime();
      List<Finding> found = scanner.scan(program.language(), List.of(program.file()), Set.of());
      millis.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
      found.stream()
          .filter(finding -> !program.openly().contains(finding.rule()))
          .forEach(finding -> alarms.add(new Alarm(program, finding)));
    }
    return new FalseAlarms(programs.size(), alarms, millis.stream().sorted().toList());
  }

  /// {@return the share of programs with an alarm, from 0 to 1}
  double rate() {
    return alarms.stream().map(Alarm::program).distinct().count() / (double) programs;
  }

  /// {@return the alarms and the rate, a line each}
  String text() {
    StringBuilder text = new StringBuilder();
    for (Alarm alarm : alarms) {
      Finding finding = alarm.finding();
      text.append(
          "%s %s:%d: %s %s%n"
              .formatted(
                  alarm.program().language().id(),
                  finding.path(),
                  finding.line(),
                  finding.rule(),
                  finding.call()));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%d programs, %.1f %% with a false alarm; a scan takes %.1f ms of one core (median), %.1f ms (95 of 100)%n",
                programs,
                100 * rate(),
                millis.get(programs / 2),
                millis.get(programs * 95 / 100)))
        .toString();
  }

  /// Prints the alarms of the libraries' programs and of the right solutions of problem files.
  ///
  /// @param suites the problem files
  public static void main(String[] suites) throws IOException {
    List<Program> programs = new ArrayList<>(OrdinaryPrograms.ofLibraries());
    for (String suite : suites) {
      programs.addAll(OrdinaryPrograms.ofSuite(Path.of(suite)));
    }
    // once unmeasured: what runs for the first time is read and compiled
    of(programs);
    System.out.print(of(programs).text());
  }
}
