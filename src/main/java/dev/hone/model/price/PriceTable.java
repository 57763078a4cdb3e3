package dev.hone.model.price;

import dev.hone.model.Price;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The table of prices in the resource `prices.tsv` beside this class. The first line that fits
/// counts.
///
/// @param lines its lines in order
record PriceTable(List<Line> lines) {
  private static final String RESOURCE = "prices.tsv";
  private static final String AS_INPUT = "-";

  PriceTable {
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param provider the provider's name
  /// @param model fits the whole of a model's name
  /// @param price what it takes
  /// @param seen the month in which it was last seen in public documentation, such as `2026-03`
  record Line(String provider, Pattern model, Price price, String seen) {}

  static PriceTable load() {
    try (InputStream in = PriceTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is missing");
      }
      return new PriceTable(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(PriceTable::line)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return what a model takes, or empty where the table does not know it}
  Optional<Price> find(String provider, String model) {
    return lines.stream()
        .filter(line -> line.provider().equals(provider))
        .filter(line -> line.model().matcher(model).matches())
        .map(Line::price)
        .findFirst();
  }

  private static Line line(String text) {
    String[] parts = text.split("\t", -1);
    BigDecimal input = new BigDecimal(parts[2]);
    // where the price of cached tokens is not certain, the higher one is taken
    BigDecimal cached = parts[3].equals(AS_INPUT) ? input : new BigDecimal(parts[3]);
    return new Line(
        parts[0],
        Pattern.compile(parts[1]),
        new Price.PerMillion(input, cached, new BigDecimal(parts[4])),
        parts[5]);
  }
}
