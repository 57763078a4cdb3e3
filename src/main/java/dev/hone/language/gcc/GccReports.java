package dev.hone.language.gcc;

import dev.hone.language.Diagnostic;
import dev.hone.language.TestReport;
import dev.hone.language.runner.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads the runner's report: that of every language, and what the compiler said.
final class GccReports {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GccReports() {}

  static TestReport tests(String output, String mark) {
    TestReport report = Reports.tests(output, mark);
    Stream<String> lines =
        output
            .lines()
            .filter(line -> line.startsWith(mark + " "))
            .map(line -> line.substring(mark.length() + 1));
    List<Diagnostic> faults = new ArrayList<>(report.buildErrors());
    entries(lines)
        .forEach(
            entry -> {
              if (entry.has("missing")) {
                throw Frameworks.missing(entry.path("missing").asString(""));
              }
              faults.addAll(faults(entry));
            });
    return new TestReport(report.cases(), report.loadErrors(), faults, report.complete());
  }

  static List<Diagnostic> check(int exit, String output, String errors) {
    if (exit == 0) {
      return List.of();
    }
    List<Diagnostic> found =
        entries(output.lines()).flatMap(entry -> faults(entry).stream()).toList();
    return found.isEmpty() ? Reports.faults(exit, "", errors) : found;
  }

  private static List<Diagnostic> faults(JsonNode entry) {
    if (!entry.has("compiler")) {
      return List.of();
    }
    List<Diagnostic> faults = CompilerWords.read(entry.path("compiler").asString(""));
    CompilerWords.missingFramework(faults)
        .ifPresent(
            framework -> {
              throw Frameworks.missing(framework);
            });
    return faults;
  }

  private static Stream<JsonNode> entries(Stream<String> lines) {
    return lines
        .filter(line -> line.startsWith("{"))
        .flatMap(
            line -> {
              try {
                return Stream.of(JSON.readTree(line));
              } catch (JacksonException e) {
                // The output was cut inside this line; what came before it still counts.
                return Stream.empty();
              }
            });
  }
}
