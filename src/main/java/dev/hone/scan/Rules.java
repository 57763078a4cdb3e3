package dev.hone.scan;

import dev.hone.language.LanguageId;
import dev.hone.scan.Finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads rules from the resource `LANGUAGE.json` beside this class.
final class Rules {
  private Rules() {}

  static List<Rule> load(LanguageId language) {
    // TypeScript is JavaScript with types, which run nothing.
    LanguageId written = language == LanguageId.TYPESCRIPT ? LanguageId.JAVASCRIPT : language;
    String name = written.id() + ".json";
    try (InputStream in = Rules.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no rules in " + name);
      }
      List<Rule> rules = new ArrayList<>();
      for (JsonNode each : JsonMapper.shared().readTree(in)) {
        rules.add(rule(each, language));
      }
      return List.copyOf(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule rule(JsonNode node, LanguageId language) {
    List<Match> matches = new ArrayList<>();
    node.path("matches").forEach(each -> matches.add(match(each)));
    return new Rule(
        node.path("id").asString(),
        language,
        Severity.valueOf(node.path("severity").asString().toUpperCase(Locale.ROOT)),
        node.path("why").asString(),
        matches,
        texts(node.path("queries")),
        texts(node.path("objectionable")),
        texts(node.path("harmless")));
  }

  private static Match match(JsonNode node) {
    return new Match(
        Match.When.valueOf(node.path("when").asString().toUpperCase(Locale.ROOT)),
        texts(node.path("names")),
        texts(node.path("except")),
        node.path("argument").asInt(0),
        node.path("keyword").asString(""),
        node.path("pattern").asString(""));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }
}
