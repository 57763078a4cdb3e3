package dev.hone.model.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// The table of models in the resource `models.tsv` beside this class. The first line that fits
/// counts.
record KnownModels(List<Line> lines) {
  private static final String RESOURCE = "models.tsv";

  KnownModels {
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param name fits the beginning of a model's name
  /// @param contextTokens how many tokens prompt and reply may have together, or 0 where it differs
  /// @param thinks whether the model thinks before it answers
  /// @param bare whether it takes no sampling
  record Line(Pattern name, int contextTokens, boolean thinks, boolean bare) {}

  static KnownModels load() {
    try (InputStream in = KnownModels.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is missing");
      }
      return new KnownModels(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(KnownModels::line)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return what the table and the name itself say of a model}
  ///
  /// @param model its name, with or without its maker before a slash
  ModelFacts find(String model) {
    String plain = model.substring(model.lastIndexOf('/') + 1);
    double billions = ModelFacts.billionsIn(plain);
    return lines.stream()
        .filter(line -> line.name().matcher(plain).lookingAt())
        .findFirst()
        .map(line -> new ModelFacts(line.contextTokens(), billions, line.thinks(), line.bare()))
        .orElseGet(() -> new ModelFacts(0, billions, false, false));
  }

  private static Line line(String text) {
    String[] parts = text.split("\t", -1);
    return new Line(
        Pattern.compile(parts[0]),
        Integer.parseInt(parts[1]),
        parts[2].startsWith("thinks"),
        parts[2].endsWith("bare"));
  }
}
