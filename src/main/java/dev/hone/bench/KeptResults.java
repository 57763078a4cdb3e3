package dev.hone.bench;

import dev.hone.agent.Piece;
import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reads what `--out` wrote, by this version or by an earlier one: what a file does not say is
/// unknown.
public final class KeptResults {
  private KeptResults() {}

  /// {@return the run in a file}
  ///
  /// @param file the file as typed
  /// @throws UsageException if it cannot be read, or holds something else
  public static Report read(String file) {
    try {
      return ResultFile.form(Path.of(file))
          .flatMap(KeptResults::report)
          .orElseThrow(() -> noResults(file));
    } catch (IOException | InvalidPathException _) {
      throw noResults(file);
    }
  }

  private static Optional<Report> report(JsonNode form) {
    return Approach.of(text(form, "strategy"))
        .map(approach -> new Report(header(approach, form), BenchForms.items(form)));
  }

  private static Header header(Approach approach, JsonNode form) {
    JsonNode settings = form.path("settings");
    return new Header(
        approach,
        text(form, "model"),
        text(settings, "fingerprint"),
        new BenchRequest.Settings(
            text(settings, "modelOption"),
            settings.path("rounds").asInt(0),
            settings.path("seed").asLong(0),
            Duration.ofMillis(Math.round(settings.path("timeoutSeconds").asDouble(0) * 1000)),
            settings.path("bare").asBoolean(false),
            settings
                .path("without")
                .valueStream()
                .flatMap(piece -> Piece.of(piece.asString("")).stream())
                .collect(Collectors.toSet())),
        text(settings, "sandbox"),
        text(settings, "version"),
        form.path("prompts")
            .valueStream()
            .map(prompt -> new Header.PromptName(text(prompt, "name"), text(prompt, "hash")))
            .toList(),
        form.path("suites")
            .valueStream()
            .map(
                suite ->
                    new Header.Suite(
                        text(suite, "suite"), text(suite, "hash"), suite.path("chosen").asInt(0)))
            .toList());
  }

  private static String text(JsonNode form, String field) {
    return form.path(field).asString("");
  }

  private static UsageException noResults(String file) {
    return new UsageException(
        "%s holds no results of hone bench; name a file that --out wrote".formatted(file));
  }
}
