package dev.hone.language.java.runner;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts failures into few words: where in the test, where in the code, and what was said.
final class Failures {
  private static final int MOST_LINES = 12;
  private static final int MOST_CHARACTERS = 1000;

  private final Map<String, String> origins;
  private final List<String> testPaths;

  Failures(Map<String, String> origins, List<String> testPaths) {
    this.origins = origins;
    this.testPaths = testPaths;
  }

  /// Returns the classes of a test below the one that the file is named after, each with a dot.
  String inner(String className) {
    String path = origins.getOrDefault(className, "");
    String file = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
    String name = className.substring(className.lastIndexOf('.') + 1);
    String below =
        name.equals(file)
            ? ""
            : name.startsWith(file + "$") ? name.substring(file.length() + 1) : name;
    return below.isEmpty() ? "" : below.replace('$', '.') + ".";
  }

  String described(Throwable thrown) {
    Throwable error = unwrapped(thrown);
    List<Place> places = places(error);
    List<Place> inTest = places.stream().filter(place -> testPaths.contains(place.path())).toList();
    Optional<Place> elsewhere =
        places.stream().filter(place -> !testPaths.contains(place.path())).findFirst();
    boolean assertion = error instanceof AssertionError;
    List<String> lines = new ArrayList<>();
    // A check that throws by itself says all in its own words.
    if (!assertion || inTest.isEmpty() || !inTest.get(0).source().matches(".*\\bthrow\\b.*")) {
      // The outermost line is that of the test itself, behind all it calls in its file.
      inTest.stream()
          .skip(Math.max(0, inTest.size() - 1))
          .forEach(place -> lines.add(place.told()));
      elsewhere.ifPresent(place -> lines.add(place.told()));
    }
    String message = error.getMessage() == null ? "" : error.getMessage();
    String name = error.getClass().getName().replaceFirst("^.*[.$](?=[A-Z])", "");
    lines.add(
        assertion && !message.isBlank()
            ? message
            : message.isBlank() ? name : name + ": " + message);
    return shortened(String.join("\n", lines));
  }

  private record Place(String path, int line, String source) {
    String told() {
      return path + ":" + line + ": " + source;
    }
  }

  private static Throwable unwrapped(Throwable error) {
    boolean wraps =
        error instanceof ExceptionInInitializerError || error instanceof InvocationTargetException;
    Throwable cause = error.getCause();
    return wraps && cause != null ? unwrapped(cause) : error;
  }

  private List<Place> places(Throwable error) {
    return Arrays.stream(error.getStackTrace())
        .filter(frame -> origins.containsKey(frame.getClassName()))
        .map(frame -> place(origins.getOrDefault(frame.getClassName(), ""), frame.getLineNumber()))
        .toList();
  }

  private static Place place(String path, int line) {
    return new Place(path, line, Sources.line(path, line));
  }

  private static String shortened(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    String kept =
        lines.size() > MOST_LINES
            ? String.join("\n", lines.subList(0, MOST_LINES - 1)) + "\n..."
            : String.join("\n", lines);
    return kept.length() > MOST_CHARACTERS ? kept.substring(0, MOST_CHARACTERS - 3) + "..." : kept;
  }
}
