package dev.hone.language.runner;

import dev.hone.language.Diagnostic;
import dev.hone.language.Seen;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads what the scripts beside the languages print: one JSON object on each line. Lines that are
/// not theirs are passed over.
public final class Reports {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Reports() {}

  /// {@return a test run's report} Several entries of one test become one: the worst state, with
  /// the messages of that state's first entry.
  ///
  /// @param output the command's standard output
  /// @param mark the word that starts each line of the report
  public static TestReport tests(String output, String mark) {
    return tests(output, mark, mark);
  }

  /// {@return a test run's report, whose last line alone bears a mark of its own} Code that gets to
  /// know the other one cannot feign the end of the run, and where the end says how many lines tell
  /// of something wrong, it cannot take such a line away either.
  ///
  /// @param output the command's standard output
  /// @param mark the word that starts each line of the report but the last
  /// @param lastMark the word that starts the last line
  public static TestReport tests(String output, String mark, String lastMark) {
    Map<String, Case> cases = new LinkedHashMap<>();
    Map<String, Seen> seen = new HashMap<>();
    List<Diagnostic> loadErrors = new ArrayList<>();
    List<Diagnostic> buildErrors = new ArrayList<>();
    boolean complete = false;
    int bad = 0;
    List<String> lines =
        output
            .lines()
            .filter(line -> line.startsWith(mark + " ") || line.startsWith(lastMark + " "))
            .toList();
    for (JsonNode entry :
        objects(lines.stream().map(line -> line.substring(line.indexOf(' ') + 1)))) {
      if (entry.has("test")) {
        Case one = testCase(entry);
        cases.merge(one.name(), one, Reports::worse);
        bad += isGood(one.state()) ? 0 : 1;
      } else if (entry.has("load")) {
        loadErrors.add(diagnostic(entry.path("load")));
      } else if (entry.has("build")) {
        buildErrors.add(diagnostic(entry.path("build")));
      }
      if (entry.has("seen")) {
        // One guess a test: what comes later is not looked at.
        seen(entry.path("seen"))
            .ifPresent(
                one -> seen.putIfAbsent(text(entry, entry.has("test") ? "test" : "of"), one));
      }
      bad += entry.has("load") || entry.has("build") ? 1 : 0;
      complete =
          entry.has("end")
              && entry.path("bad").asInt(bad) == bad
              && lines.getLast().startsWith(lastMark + " ");
    }
    List<Case> all = cases.values().stream().map(one -> with(seen, one)).toList();
    return new TestReport(all, loadErrors, buildErrors, complete);
  }

  /// {@return a report with what tests handed over} Of each test the first counts.
  ///
  /// @param report the report without it
  /// @param lines lines with the name of a test under `of` and what it saw under `seen`
  public static TestReport withSeen(TestReport report, Stream<String> lines) {
    Map<String, Seen> seen = new HashMap<>();
    for (JsonNode entry : objects(lines)) {
      seen(entry.path("seen")).ifPresent(one -> seen.putIfAbsent(text(entry, "of"), one));
    }
    List<Case> cases = report.cases().stream().map(one -> with(seen, one)).toList();
    return new TestReport(cases, report.loadErrors(), report.buildErrors(), report.complete());
  }

  /// {@return what a gate found} A gate that failed without a word of its own, such as one that was
  /// ended by a limit, gives one entry with the last line of its standard error.
  ///
  /// @param exit its exit code
  /// @param output its standard output
  /// @param errors its standard error
  public static List<Diagnostic> faults(int exit, String output, String errors) {
    if (exit == 0) {
      return List.of();
    }
    List<Diagnostic> found = objects(output.lines()).stream().map(Reports::diagnostic).toList();
    if (!found.isEmpty()) {
      return found;
    }
    String last = errors.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b).strip();
    String message = last.isEmpty() ? "the check ended with exit code " + exit : last;
    return List.of(new Diagnostic("", 0, 0, "", message, ""));
  }

  private static List<JsonNode> objects(Stream<String> lines) {
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
            })
        .toList();
  }

  private static Case testCase(JsonNode entry) {
    State state =
        switch (text(entry, "state")) {
          case "passed" -> State.PASSED;
          case "failed" -> State.FAILED;
          case "skipped" -> State.SKIPPED;
          default -> State.ERROR;
        };
    return new Case(text(entry, "test"), state, text(entry, "message"));
  }

  /// A runner that does not know the form passes it on as a text.
  private static Optional<Seen> seen(JsonNode entry) {
    return entry.isString()
        ? objects(Stream.of(entry.asString(""))).stream().findFirst().flatMap(SeenJson::of)
        : SeenJson.of(entry);
  }

  private static Case with(Map<String, Seen> seen, Case one) {
    return new Case(
        one.name(), one.state(), one.message(), seen.getOrDefault(one.name(), one.seen()));
  }

  private static Case worse(Case a, Case b) {
    return badness(b.state()) > badness(a.state()) ? b : a;
  }

  private static boolean isGood(State state) {
    return state == State.PASSED || state == State.SKIPPED;
  }

  private static int badness(State state) {
    return switch (state) {
      case PASSED -> 0;
      case SKIPPED -> 1;
      case FAILED -> 2;
      case ERROR -> 3;
    };
  }

  private static Diagnostic diagnostic(JsonNode entry) {
    return new Diagnostic(
        text(entry, "path"),
        Math.max(0, entry.path("line").asInt(0)),
        Math.max(0, entry.path("column").asInt(0)),
        text(entry, "code"),
        text(entry, "message"),
        text(entry, "source"));
  }

  private static String text(JsonNode entry, String name) {
    return entry.path(name).asString("");
  }
}
