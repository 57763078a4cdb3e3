package dev.hone.bench;

import dev.hone.agent.Piece;
import dev.hone.result.Failure;
import dev.hone.result.Forms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of a bench run, on standard output and in its file. A problem is named by suite
/// and position, never by its text or its name.
public final class BenchForms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private BenchForms() {}

  /// {@return the form of a run without its items}
  ///
  /// @param report what it came to
  public static ObjectNode summary(Report report) {
    ObjectNode form = of(report);
    form.remove("items");
    return form;
  }

  /// {@return the form of a run} Where several suites were run, `suite` holds their names with a
  /// comma between them.
  ///
  /// @param report what it came to
  public static ObjectNode of(Report report) {
    Header header = report.header();
    ObjectNode form = JSON.objectNode();
    form.put("schema", Forms.SCHEMA);
    form.put(
        "suite", header.suites().stream().map(Header.Suite::name).collect(Collectors.joining(",")));
    form.put("strategy", header.approach().id());
    form.put("model", orNull(header.model()));
    totals(form, report.totals());
    form.put("complete", report.isComplete());
    form.set("settings", settings(header));
    form.set("prompts", prompts(header));
    form.set("suites", suites(report));
    form.set("types", types(report));
    form.set("languages", languages(report));
    BreakdownForms.put(form, Breakdown.of(report));
    ArrayNode items = form.putArray("items");
    report.items().forEach(item -> items.add(item(item)));
    return form;
  }

  /// {@return the items of a form}
  ///
  /// @param form what {@link #of} made
  static List<Item> items(JsonNode form) {
    List<Item> items = new ArrayList<>();
    for (JsonNode item : form.path("items")) {
      items.add(
          new Item(
              item.path("suite").asString(""),
              item.path("index").asInt(-1),
              item.path("language").asString(""),
              item.path("type").asString(""),
              item.path("solved").asBoolean(false),
              item.path("passed").asBoolean(false),
              item.path("verdict").asString(""),
              item.path("ended").asString(""),
              item.path("check").asString(""),
              Failure.of(item.path("failure").asString("")),
              item.path("promptTokens").asLong(0),
              item.path("completionTokens").asLong(0),
              Duration.ofMillis(Math.round(item.path("seconds").asDouble(0) * 1000)),
              MeasuredForms.of(item)));
    }
    return items;
  }

  private static ObjectNode settings(Header header) {
    ObjectNode form = JSON.objectNode();
    String model = header.settings().model();
    // Files of results are shared; where a model file lies on one machine is nobody's concern.
    form.put("modelOption", model.substring(model.lastIndexOf('/') + 1));
    form.put("fingerprint", header.fingerprint());
    form.put("rounds", header.settings().rounds());
    form.put("seed", header.settings().seed());
    form.put("timeoutSeconds", seconds(header.settings().timeout()));
    form.put("bare", header.settings().bare());
    ArrayNode without = form.putArray("without");
    header.settings().without().stream().sorted().map(Piece::id).forEach(without::add);
    form.put("sandbox", header.sandbox());
    form.put("version", header.version());
    return form;
  }

  private static ArrayNode prompts(Header header) {
    ArrayNode prompts = JSON.arrayNode();
    header
        .prompts()
        .forEach(
            prompt -> prompts.addObject().put("name", prompt.name()).put("hash", prompt.hash()));
    return prompts;
  }

  private static ArrayNode suites(Report report) {
    ArrayNode suites = JSON.arrayNode();
    for (Header.Suite suite : report.header().suites()) {
      ObjectNode form = suites.addObject();
      form.put("suite", suite.name());
      form.put("hash", suite.hash());
      form.put("chosen", suite.chosen());
      totals(form, report.totals(suite.name()));
    }
    return suites;
  }

  private static ArrayNode types(Report report) {
    ArrayNode types = JSON.arrayNode();
    for (String type : report.types()) {
      ObjectNode form = types.addObject();
      form.put("type", type);
      totals(form, report.ofType(type));
    }
    return types;
  }

  private static ArrayNode languages(Report report) {
    ArrayNode languages = JSON.arrayNode();
    for (String language : report.languages()) {
      ObjectNode form = languages.addObject();
      form.put("language", language);
      totals(form, report.inLanguage(language));
    }
    return languages;
  }

  private static void totals(ObjectNode form, Report.Totals totals) {
    form.put("problems", totals.problems());
    form.put("solved", totals.solved());
    form.put("claimed", totals.claimed());
    form.put("claimedAndSolved", totals.claimedAndSolved());
    form.put("promptTokens", totals.promptTokens());
    form.put("completionTokens", totals.completionTokens());
    form.put("seconds", rounded(BigDecimal.valueOf(totals.seconds())));
  }

  private static ObjectNode item(Item item) {
    ObjectNode form = JSON.objectNode();
    form.put("suite", item.suite());
    form.put("index", item.index());
    form.put("language", item.language());
    if (!item.type().isEmpty()) {
      form.put("type", item.type());
    }
    form.put("solved", item.solved());
    form.put("passed", item.passed());
    form.put("verdict", orNull(item.verdict()));
    form.put("ended", item.ended());
    form.put("check", orNull(item.check()));
    if (item.failure() != Failure.NONE) {
      form.put("failure", item.failure().id());
    }
    form.put("promptTokens", item.promptTokens());
    form.put("completionTokens", item.completionTokens());
    form.put("seconds", seconds(item.time()));
    MeasuredForms.put(form, item);
    return form;
  }

  private static BigDecimal seconds(Duration time) {
    return rounded(BigDecimal.valueOf(time.toNanos(), 9));
  }

  private static BigDecimal rounded(BigDecimal seconds) {
    return seconds.setScale(3, RoundingMode.HALF_UP);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
