package dev.hone.bench;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Two runs on the same problems, problem by problem.
///
/// @param first what the first run is called
/// @param second what the second run is called
/// @param rows one for each suite that both runs have, in the order of the first; then, where there
///   are several, one for all; never empty
public record Comparison(String first, String second, List<Row> rows) {
  private static final String ALL = "all";

  /// Copies the list.
  public Comparison {
    rows = List.copyOf(rows);
  }

  /// Problems that both runs have.
  ///
  /// @param suite the suite's name, or `all`
  /// @param both solved by both
  /// @param onlyFirst solved by the first run alone
  /// @param onlySecond solved by the second run alone
  /// @param neither solved by none
  public record Row(String suite, int both, int onlyFirst, int onlySecond, int neither) {
    /// {@return how many problems both runs have}
    public int pairs() {
      return both + onlyFirst + onlySecond + neither;
    }

    /// {@return how likely so uneven a share of the problems that only one run solved would be, if
    /// both runs were equally good: the exact, two-sided test of McNemar (Psychometrika 12, 1947);
    /// 1 where there are none}
    public double chance() {
      int all = onlyFirst + onlySecond;
      double term = Math.pow(0.5, all);
      double tail = 0;
      for (int k = 0; k <= Math.min(onlyFirst, onlySecond); k++) {
        tail += term;
        term *= (double) (all - k) / (k + 1);
      }
      return Math.min(1, 2 * tail);
    }

    private Row plus(boolean one, boolean other) {
      return new Row(
          suite,
          both + (one && other ? 1 : 0),
          onlyFirst + (one && !other ? 1 : 0),
          onlySecond + (!one && other ? 1 : 0),
          neither + (one || other ? 0 : 1));
    }
  }

  /// {@return the comparison of two files that `--out` wrote}
  ///
  /// @param first the first file
  /// @param second the second file
  /// @throws UsageException if one is no such file, they are of different versions of a suite, or
  ///   no problem is in both
  public static Comparison of(String first, String second) {
    JsonNode one = read(first);
    JsonNode other = read(second);
    requireSameSuites(one, other, second);
    Map<String, Boolean> known = new LinkedHashMap<>();
    BenchForms.items(other).forEach(item -> known.put(key(item), item.solved()));
    Map<String, Row> rows = new LinkedHashMap<>();
    Row all = new Row(ALL, 0, 0, 0, 0);
    for (Item item : BenchForms.items(one)) {
      Boolean solved = known.get(key(item));
      if (solved != null) {
        Row row = rows.getOrDefault(item.suite(), new Row(item.suite(), 0, 0, 0, 0));
        rows.put(item.suite(), row.plus(item.solved(), solved));
        all = all.plus(item.solved(), solved);
      }
    }
    if (rows.isEmpty()) {
      throw new UsageException(
          "%s and %s have no problem in common; compare runs on the same suites"
              .formatted(first, second));
    }
    List<Row> listed = new ArrayList<>(rows.values());
    Stream.of(all).filter(_ -> rows.size() > 1).forEach(listed::add);
    return new Comparison(name(one), name(other), listed);
  }

  private static void requireSameSuites(JsonNode one, JsonNode other, String file) {
    Map<String, String> hashes = new LinkedHashMap<>();
    one.path("suites").forEach(suite -> hashes.put(text(suite, "suite"), text(suite, "hash")));
    for (JsonNode suite : other.path("suites")) {
      String name = text(suite, "suite");
      if (!hashes.getOrDefault(name, text(suite, "hash")).equals(text(suite, "hash"))) {
        throw new UsageException(
            "%s is of another version of the suite %s; run it again".formatted(file, name));
      }
    }
  }

  private static String name(JsonNode form) {
    String model = text(form, "model");
    return text(form, "strategy") + (model.isEmpty() ? "" : " " + model);
  }

  private static String key(Item item) {
    return item.suite() + " " + item.index();
  }

  private static String text(JsonNode form, String field) {
    return form.path(field).asString("");
  }

  private static JsonNode read(String file) {
    try {
      return ResultFile.form(Path.of(file))
          .filter(form -> !text(form, "strategy").isEmpty())
          .orElseThrow(() -> noResults(file));
    } catch (IOException | InvalidPathException _) {
      throw noResults(file);
    }
  }

  private static UsageException noResults(String file) {
    return new UsageException(
        "%s holds no results of hone bench; name a file that --out wrote".formatted(file));
  }
}
