package dev.hone.runlog.stats;

import dev.hone.result.Forms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON forms of the failure rates. Rates, ends of intervals and chances lie between 0 and 1
/// and have four decimals.
public final class StatsForms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StatsForms() {}

  /// {@return the form of all rates} A group has a field for each dimension that was asked for; it
  /// is null where the log does not know, and a list for the prompts.
  ///
  /// @param statistics the rates
  public static ObjectNode of(Statistics statistics) {
    ObjectNode form = JSON.objectNode().put("schema", Forms.SCHEMA);
    ArrayNode groups = form.putArray("groups");
    statistics.groups().forEach(group -> groups.add(group(statistics.by(), group)));
    form.set("all", tally(JSON.objectNode(), statistics.all()));
    ArrayNode types = form.putArray("types");
    statistics.types().forEach(type -> types.add(type(type)));
    ArrayNode weeks = form.putArray("weeks");
    for (Week week : statistics.weeks()) {
      ObjectNode one = weeks.addObject().put("week", week.monday().toString());
      rates(one, week.runs(), week.failed());
    }
    form.putObject("leftOut")
        .put("cancelled", statistics.leftOut().cancelled())
        .put("unfinished", statistics.leftOut().unfinished());
    return form;
  }

  /// {@return the form of the prompts}
  ///
  /// @param prompts every prompt with its versions
  public static ObjectNode prompts(List<PromptReport> prompts) {
    ObjectNode form = JSON.objectNode().put("schema", Forms.SCHEMA);
    ArrayNode all = form.putArray("prompts");
    for (PromptReport prompt : prompts) {
      ObjectNode one = all.addObject().put("name", prompt.name());
      ArrayNode versions = one.putArray("versions");
      prompt.versions().forEach(version -> versions.add(version(version)));
      ArrayNode contrasts = one.putArray("contrasts");
      prompt.contrasts().forEach(contrast -> contrasts.add(contrast(contrast)));
    }
    return form;
  }

  private static ObjectNode group(List<Dimension> by, Group group) {
    ObjectNode form = JSON.objectNode();
    for (int i = 0; i < by.size(); i++) {
      Dimension dimension = by.get(i);
      String value = group.key().get(i);
      if (dimension == Dimension.PROMPTS) {
        ArrayNode prompts = form.putArray(dimension.id());
        words(value).forEach(prompts::add);
      } else {
        known(form, dimension.id(), value);
      }
    }
    return tally(form, group.tally());
  }

  private static ObjectNode tally(ObjectNode form, Tally tally) {
    Counts counts = tally.counts();
    rates(form, counts.runs(), counts.failed());
    form.put("firstFailed", counts.firstFailed());
    form.put("firstRate", share(counts.firstRate()));
    median(form, "medianRounds", tally.medianRounds());
    median(form, "medianTokens", tally.medianTokens());
    ObjectNode endings = form.putObject("endings");
    tally.endings().forEach(endings::put);
    form.put("labelled", counts.labelled());
    form.put("falsePasses", counts.falsePasses());
    form.put("falseFailures", counts.falseFailures());
    return form;
  }

  private static ObjectNode type(TypeReport type) {
    ObjectNode form = JSON.objectNode();
    known(form, "type", type.type());
    tally(form, type.tally());
    ArrayNode verdicts = form.putArray("verdicts");
    type.verdicts()
        .forEach(one -> verdicts.addObject().put("verdict", one.text()).put("runs", one.runs()));
    ArrayNode errors = form.putArray("commonErrors");
    type.errors()
        .forEach(one -> errors.addObject().put("error", one.text()).put("runs", one.runs()));
    ArrayNode examples = form.putArray("examples");
    type.examples()
        .forEach(
            one ->
                examples
                    .addObject()
                    .put("runId", one.runId())
                    .put("requirement", one.requirement()));
    return form;
  }

  private static ObjectNode version(PromptReport.Version version) {
    ObjectNode form = JSON.objectNode();
    form.put("hash", version.hash());
    form.put("last", version.last().toString());
    rates(form, version.runs(), version.failed());
    ArrayNode weak = form.putArray("weak");
    for (PromptReport.WeakType type : version.weak()) {
      ObjectNode one = weak.addObject();
      known(one, "type", type.type());
      one.put("runs", type.runs()).put("failed", type.failed());
      one.put("otherRuns", type.otherRuns()).put("otherFailed", type.otherFailed());
      one.put("chance", share(type.chance()));
      ArrayNode examples = one.putArray("examples");
      type.examples().forEach(examples::add);
    }
    return form;
  }

  private static ObjectNode contrast(PromptReport.Contrast contrast) {
    ObjectNode form = JSON.objectNode();
    form.put("hash", contrast.hash());
    form.put("runs", contrast.runs()).put("failed", contrast.failed());
    form.put("otherHash", contrast.otherHash());
    form.put("otherRuns", contrast.otherRuns()).put("otherFailed", contrast.otherFailed());
    form.put("chance", share(contrast.chance()));
    form.put("finding", contrast.finding().id());
    return form;
  }

  private static void rates(ObjectNode form, int runs, int failed) {
    Wilson interval = Wilson.of(failed, runs);
    form.put("runs", runs).put("failed", failed);
    form.put("rate", share(runs == 0 ? 0 : (double) failed / runs));
    form.put("low", share(interval.low())).put("high", share(interval.high()));
  }

  private static void median(ObjectNode form, String name, OptionalDouble median) {
    if (median.isPresent()) {
      form.put(name, BigDecimal.valueOf(median.getAsDouble()).setScale(1, RoundingMode.HALF_UP));
    } else {
      form.putNull(name);
    }
  }

  private static void known(ObjectNode form, String name, String value) {
    if (value.isEmpty()) {
      form.putNull(name);
    } else {
      form.put(name, value);
    }
  }

  private static List<String> words(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(" ", -1));
  }

  private static BigDecimal share(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
  }
}
