package dev.hone.bench;

import dev.hone.bench.Item.Grounds;
import dev.hone.result.Evidence;
import dev.hone.result.Evidence.Basis;
import dev.hone.suite.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of what an item holds beside its outcome. What was not measured has no field.
final class MeasuredForms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private MeasuredForms() {}

  static void put(ObjectNode form, Item item) {
    item.measured(Item.RuleMending.class)
        .ifPresent(mending -> form.set("mending", mending(mending)));
    item.measured(Item.HeldTests.class).ifPresent(tests -> form.set("tests", tests(tests)));
    item.measured(Grounds.class).ifPresent(grounds -> grounds(form, grounds));
  }

  static Optional<Item.Measured> of(JsonNode item) {
    if (item.path("tests").isObject()) {
      return Optional.of(tests(item.path("tests")));
    }
    if (item.path("mending").isObject()) {
      return Optional.of(mending(item.path("mending")));
    }
    return item.path("testTokens").isObject() ? Optional.of(grounds(item)) : Optional.empty();
  }

  private static ObjectNode mending(Item.RuleMending mending) {
    ObjectNode form = JSON.objectNode();
    form.put("verdict", mending.verdict());
    form.put("check", orNull(mending.check()));
    form.put("fault", orNull(mending.fault()));
    form.put("left", orNull(mending.left()));
    mending.rules().forEach(form.putArray("rules")::add);
    return form;
  }

  private static Item.RuleMending mending(JsonNode form) {
    List<String> rules = new ArrayList<>();
    form.path("rules").forEach(rule -> rules.add(rule.asString("")));
    return new Item.RuleMending(
        form.path("verdict").asString(""),
        form.path("check").asString(""),
        form.path("fault").asString(""),
        form.path("left").asString(""),
        rules);
  }

  private static ObjectNode tests(Item.HeldTests tests) {
    ObjectNode form = JSON.objectNode();
    form.put("written", tests.written());
    form.put("right", tests.right());
    form.put("errors", tests.errors());
    form.put("rightErrors", tests.rightErrors());
    return form;
  }

  private static Item.HeldTests tests(JsonNode form) {
    return new Item.HeldTests(
        form.path("written").asInt(0),
        form.path("right").asInt(0),
        form.path("errors").asInt(0),
        form.path("rightErrors").asInt(0));
  }

  private static void grounds(ObjectNode form, Grounds grounds) {
    form.putObject("testTokens")
        .put("prompt", grounds.testPromptTokens())
        .put("completion", grounds.testCompletionTokens());
    form.put("candidates", grounds.candidates());
    grounds.right().ifPresent(right -> form.put("candidatesRight", right));
    form.put("basis", grounds.basis().id());
    ObjectNode tests = form.putObject("testsByOrigin");
    for (Grounds.Tally tally : grounds.tests()) {
      tests
          .putObject(tally.origin().id())
          .put("passed", tally.passed())
          .put("total", tally.total());
    }
    tests.put("setAside", grounds.setAside());
    if (grounds.consensus().compared() > 0) {
      form.put("compared", grounds.consensus().compared());
      form.put("alike", grounds.consensus().alike());
    }
    grounds.kept().ifPresent(kept -> form.set("testsKept", tests(kept)));
  }

  private static Grounds grounds(JsonNode item) {
    JsonNode tests = item.path("testsByOrigin");
    return new Grounds(
        item.path("testTokens").path("prompt").asLong(0),
        item.path("testTokens").path("completion").asLong(0),
        item.path("candidates").asInt(0),
        basis(item.path("basis").asString("")),
        Arrays.stream(Origin.values())
            .filter(origin -> tests.path(origin.id()).isObject())
            .map(origin -> tally(origin, tests.path(origin.id())))
            .toList(),
        tests.path("setAside").asInt(0),
        new Evidence.Consensus(item.path("compared").asInt(0), item.path("alike").asInt(0)),
        item.path("candidatesRight").isInt()
            ? OptionalInt.of(item.path("candidatesRight").asInt())
            : OptionalInt.empty(),
        item.path("testsKept").isObject()
            ? Optional.of(tests(item.path("testsKept")))
            : Optional.empty());
  }

  private static Grounds.Tally tally(Origin origin, JsonNode form) {
    return new Grounds.Tally(origin, form.path("passed").asInt(0), form.path("total").asInt(0));
  }

  private static Basis basis(String id) {
    return Arrays.stream(Basis.values())
        .filter(basis -> basis.id().equals(id))
        .findFirst()
        .orElse(Basis.NONE);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
