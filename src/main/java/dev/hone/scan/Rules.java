package dev.hone.scan;

import dev.hone.language.LanguageId;
import dev.hone.scan.Finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    return new Rule(
        node.path("id").asString(),
        language,
        Severity.valueOf(node.path("severity").asString().toUpperCase(Locale.ROOT)),
        node.path("why").asString(),
        new Looks(
            list(node.path("matches"), Rules::match),
            list(node.path("queries"), JsonNode::asString),
            list(node.path("files"), Rules::file)),
        list(node.path("objectionable"), Rules::example),
        list(node.path("harmless"), Rules::example));
  }

  private static Match match(JsonNode node) {
    return new Match(
        Match.When.valueOf(node.path("when").asString().toUpperCase(Locale.ROOT)),
        list(node.path("names"), JsonNode::asString),
        list(node.path("except"), JsonNode::asString),
        node.path("argument").asInt(0),
        node.path("keyword").asString(""),
        node.path("pattern").asString(""));
  }

  private static FilePattern file(JsonNode node) {
    return new FilePattern(
        Pattern.compile(node.path("path").asString()),
        Pattern.compile(node.path("text").asString("")));
  }

  /// A text alone is the code; else the file's name is given beside it.
  private static Example example(JsonNode node) {
    return node.isString()
        ? new Example(Example.ANY, node.asString())
        : new Example(node.path("file").asString(), node.path("code").asString());
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    List<T> list = new ArrayList<>();
    array.forEach(each -> list.add(reader.apply(each)));
    return list;
  }
}
