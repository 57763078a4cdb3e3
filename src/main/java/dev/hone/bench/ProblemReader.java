package dev.hone.bench;

import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads one line of a problem file.
final class ProblemReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIELDS = "docs/bench.md lists the fields";

  private final String place;

  /// Makes a reader.
  ///
  /// @param place file and line, for messages
  ProblemReader(String place) {
    this.place = place;
  }

  /// {@return the problem}
  ///
  /// @throws UsageException if the line holds none
  Problem read(String line, int index) {
    JsonNode form = form(line);
    return new Problem(
        index,
        text(form, "id"),
        language(form),
        form.path("type").asString(""),
        new Problem.Asked(text(form, "requirement"), files(form, "starter_files")),
        hidden(form));
  }

  private JsonNode form(String line) {
    try {
      JsonNode form = JSON.readTree(line);
      if (form.isObject()) {
        return form;
      }
    } catch (JacksonException e) {
      throw wrong("is no JSON (%s)".formatted(e.getOriginalMessage()), "mend or remove the line");
    }
    throw wrong("is no JSON object", FIELDS);
  }

  private Problem.Hidden hidden(JsonNode form) {
    List<String> paths = solutionPaths(form);
    List<SourceFile> checks = files(form, "checks");
    if (checks.isEmpty()) {
      throw wrong("has no field \"checks\"", FIELDS);
    }
    List<SourceFile> canonical = new ArrayList<>(files(form, "canonical_files"));
    if (canonical.isEmpty() && form.path("canonical_solution").isString()) {
      canonical.add(file(paths.getFirst(), form.path("canonical_solution").asString()));
    }
    JsonNode manifest = form.path("canonical_cargo_toml");
    return new Problem.Hidden(
        form.path("entry_point").asString(""),
        paths,
        checks,
        text(form, "run"),
        canonical,
        manifest.isString() ? List.of(file("Cargo.toml", manifest.asString())) : List.of());
  }

  private List<String> solutionPaths(JsonNode form) {
    List<String> paths = new ArrayList<>();
    form.path("solution_paths").forEach(path -> paths.add(path.asString("")));
    if (paths.isEmpty()) {
      paths.add(text(form, "solution_path"));
    }
    // Built once for its check: a path must stay inside the folder.
    paths.forEach(path -> file(path, ""));
    return paths;
  }

  private List<SourceFile> files(JsonNode form, String field) {
    JsonNode given = form.path(field);
    List<SourceFile> files = new ArrayList<>();
    if (given.isObject()) {
      given.properties().forEach(one -> files.add(file(one.getKey(), one.getValue().asString(""))));
    } else if (given.isArray()) {
      given.forEach(
          one -> files.add(file(one.path("path").asString(""), one.path("content").asString(""))));
    } else if (!given.isMissingNode() && !given.isNull()) {
      throw wrong("holds no files in \"%s\"".formatted(field), FIELDS);
    }
    return files;
  }

  private SourceFile file(String path, String content) {
    try {
      return new SourceFile(path, content);
    } catch (IllegalArgumentException _) {
      throw wrong(
          "names the file '%s'".formatted(path), "a path is relative and stays in its folder");
    }
  }

  private LanguageId language(JsonNode form) {
    String name = text(form, "language");
    return LanguageId.of(name)
        .orElseThrow(
            () ->
                wrong(
                    "names the language '%s'".formatted(name),
                    "Hone knows "
                        + Arrays.stream(LanguageId.values())
                            .map(LanguageId::id)
                            .collect(Collectors.joining(", "))));
  }

  private String text(JsonNode form, String field) {
    String value = form.path(field).asString("");
    if (value.isBlank()) {
      throw wrong("has no field \"%s\"".formatted(field), FIELDS);
    }
    return value;
  }

  private UsageException wrong(String what, String next) {
    return new UsageException("%s %s; %s".formatted(place, what, next));
  }
}
