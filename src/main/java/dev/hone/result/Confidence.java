package dev.hone.result;

import dev.hone.result.Evidence.Basis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How sure it is that code which passed its tests is right: the share of earlier passes on the
/// same basis that hidden checks found right, those whose answer stood alone among the candidates
/// that it was compared with apart from the others. The counts stand in `confidence.csv` beside
/// this class; they hold for small models, whose passes are the ones to be wary of.
///
/// @param value the probability, 0 to 1
/// @param word `high` from 0.9 on, `fair` from 0.75 on, else `low`
public record Confidence(double value, String word) {
  private static final double HIGH = 0.9;
  private static final double FAIR = 0.75;
  private static final List<Row> ROWS = rows();

  /// Passes on one basis, those that stood alone or the others, and how many of them were right.
  private record Row(Basis basis, boolean alone, int passes, int right) {
    // Laplace's rule: a few passes that all were right are no certainty.
    double share() {
      return (right + 1.0) / (passes + 2.0);
    }
  }

  /// {@return the confidence, or empty where not every test that counts was passed}
  ///
  /// @param evidence what a pass rests on
  public static Optional<Confidence> of(Evidence evidence) {
    boolean passed =
        evidence.basis() != Basis.NONE
            && evidence.givenPassed() == evidence.givenTotal()
            && evidence.ownPassed() == evidence.ownTotal();
    return passed
        ? ROWS.stream()
            .filter(row -> row.basis() == evidence.basis())
            .filter(row -> row.alone() == evidence.consensus().isAlone())
            .findFirst()
            .map(Confidence::of)
        : Optional.empty();
  }

  private static Confidence of(Row row) {
    double share = row.share();
    return new Confidence(share, share >= HIGH ? "high" : share >= FAIR ? "fair" : "low");
  }

  private static List<Row> rows() {
    try (InputStream in = Confidence.class.getResourceAsStream("confidence.csv")) {
      if (in == null) {
        throw new IllegalStateException("confidence.csv is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(Confidence::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAlone(String standing) {
    return switch (standing) {
      case "alone" -> true;
      case "other" -> false;
      default -> throw new IllegalStateException("confidence.csv names no standing " + standing);
    };
  }

  private static Row row(String line) {
    List<String> cells = Arrays.asList(line.split(",", -1));
    return new Row(
        Basis.valueOf(cells.get(0).toUpperCase(Locale.ROOT)),
        isAlone(cells.get(1)),
        Integer.parseInt(cells.get(2)),
        Integer.parseInt(cells.get(3)));
  }
}
