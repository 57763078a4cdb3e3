package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.runner.Reports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what the runner script reports: the log of the test program between marks, and the panics
/// on standard error.
final class RustReport {
  private static final String MODULE = "hone_test::";

  private final RustPanics panics;
  private final String errors;
  private final Map<String, Case> cases = new LinkedHashMap<>();
  private final List<Diagnostic> buildErrors = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> source = new ArrayList<>();
  // An entry of the log has several lines where the reason of a failure has.
  private final List<String> entry = new ArrayList<>();
  private String file = "";
  private boolean complete;

  private RustReport(String errors) {
    this.errors = errors;
    this.panics = new RustPanics(errors);
  }

  /// Returns the report.
  static TestReport read(String output, String errors, String mark) {
    RustReport report = new RustReport(errors);
    List<String> lines =
        output
            .lines()
            .filter(line -> line.startsWith(mark + " "))
            .map(line -> line.substring(mark.length() + 1))
            .toList();
    // The text of a test file follows the log that it explains.
    lines.stream()
        .filter(line -> line.startsWith("text "))
        .forEach(line -> report.source.add(line.substring("text ".length())));
    lines.forEach(report::line);
    return Reports.withSeen(
        new TestReport(
            List.copyOf(report.cases.values()), List.of(), report.buildErrors, report.complete),
        lines.stream()
            .filter(line -> line.startsWith("seen "))
            .map(line -> line.substring("seen ".length())));
  }

  private void line(String line) {
    int space = line.indexOf(' ');
    String word = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space + 1);
    switch (word) {
      case "file" -> file = rest;
      case "name" -> names.add(rest);
      case "log" -> log(rest);
      case "crash" -> crash(rest);
      case "build" -> build(rest);
      default -> {}
    }
    complete = word.equals("end");
  }

  private void log(String line) {
    entry.add(line);
    String name = line.substring(line.lastIndexOf(' ') + 1);
    if (!names.contains(name)) {
      return;
    }
    String text = String.join("\n", entry);
    entry.clear();
    String state = text.split("[ :]", 2)[0];
    String reason = text.substring(state.length(), text.length() - name.length()).strip();
    switch (state) {
      case "ok" -> add(name, State.PASSED, "");
      case "ignored" -> add(name, State.SKIPPED, "");
      default -> failure(name, reason.replaceFirst("^: *", ""));
    }
  }

  private void failure(String name, String reason) {
    if (!reason.isEmpty()) {
      add(name, State.FAILED, reason);
      return;
    }
    panics
        .last(name)
        .ifPresentOrElse(
            panic -> {
              String line = panic.file().equals(file) ? line(panic.line()) : "";
              State state = panic.isAssertion(line) ? State.FAILED : State.ERROR;
              add(name, state, panic.words(line));
            },
            () -> add(name, State.ERROR, panics.nextError()));
  }

  private String line(int number) {
    return number >= 1 && number <= source.size() ? source.get(number - 1) : "";
  }

  private void crash(String rest) {
    int space = rest.indexOf(' ');
    String name = rest.substring(space + 1);
    add(name, State.ERROR, panics.crash(name, rest.substring(0, space)));
    entry.clear();
  }

  private void add(String name, State state, String message) {
    String own = name.startsWith(MODULE) ? name.substring(MODULE.length()) : name;
    cases.putIfAbsent(own, new Case(own, state, Messages.shortened(message)));
  }

  private void build(String code) {
    List<Diagnostic> found = RustMessages.read(errors);
    buildErrors.addAll(
        found.isEmpty()
            ? List.of(new Diagnostic("", 0, 0, "", "the compiler ended with exit code " + code, ""))
            : found);
  }
}
