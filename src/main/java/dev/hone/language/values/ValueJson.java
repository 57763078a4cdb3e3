package dev.hone.language.values;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values as JSON, for test files whose language turns JSON into the types that a function takes.
public final class ValueJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper READER = new ObjectMapper();

  private ValueJson() {}

  /// {@return the value as JSON: sequences of every kind are arrays, a mapping whose keys are not
  /// all texts is an array of pairs; empty where a wrapper with a name is in it}
  ///
  /// @param value the value
  public static Optional<JsonNode> of(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> Optional.of(JSON.numberNode(number));
      case Value.Fraction(var text) -> Optional.of(JSON.numberNode(new java.math.BigDecimal(text)));
      case Value.Text(var text) -> Optional.of(JSON.stringNode(text));
      case Value.Letter(var text) -> Optional.of(JSON.stringNode(text));
      case Value.Truth(var truth) -> Optional.of(JSON.booleanNode(truth));
      case Value.Nothing() -> Optional.of(JSON.nullNode());
      case Value.Sequence(_, var items) -> array(items.stream());
      case Value.Mapping mapping -> mapping(mapping);
      case Value.Wrapped _ -> Optional.empty();
    };
  }

  private static Optional<JsonNode> array(Stream<Value> items) {
    ArrayNode array = JSON.arrayNode();
    boolean whole =
        items
            .map(ValueJson::of)
            .allMatch(
                item -> {
                  item.ifPresent(array::add);
                  return item.isPresent();
                });
    return whole ? Optional.of(array) : Optional.empty();
  }

  private static Optional<JsonNode> mapping(Value.Mapping mapping) {
    boolean texts =
        mapping.entries().stream()
            .allMatch(e -> e.key() instanceof Value.Text || e.key() instanceof Value.Letter);
    if (!texts) {
      return array(
          mapping.entries().stream()
              .map(e -> new Value.Sequence(Value.Kind.TUPLE, List.of(e.key(), e.value()))));
    }
    ObjectNode object = JSON.objectNode();
    for (Value.Entry entry : mapping.entries()) {
      Optional<JsonNode> value = of(entry.value());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      object.set(key(entry.key()), value.get());
    }
    return Optional.of(object);
  }

  private static String key(Value key) {
    return switch (key) {
      case Value.Text(var text) -> text;
      case Value.Letter(var text) -> text;
      case Value _ -> throw new IllegalArgumentException("not a text: " + key);
    };
  }

  /// {@return the value that JSON says, or empty where the text is no JSON} Arrays are lists,
  /// objects mappings with texts as keys.
  ///
  /// @param json the text
  public static Optional<Value> read(String json) {
    try {
      return Optional.of(value(READER.readTree(json)));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Value value(JsonNode node) {
    return switch (node.getNodeType()) {
      case NUMBER ->
          node.isIntegralNumber()
              ? new Value.Whole(node.bigIntegerValue())
              : new Value.Fraction(node.asString());
      case STRING -> new Value.Text(node.stringValue());
      case BOOLEAN -> new Value.Truth(node.booleanValue());
      case ARRAY -> new Value.Sequence(Value.Kind.LIST, values(node));
      case OBJECT ->
          new Value.Mapping(
              node.propertyStream()
                  .map(one -> new Value.Entry(new Value.Text(one.getKey()), value(one.getValue())))
                  .toList());
      case NULL, MISSING, BINARY, POJO -> new Value.Nothing();
    };
  }

  private static List<Value> values(JsonNode array) {
    return array.valueStream().map(ValueJson::value).toList();
  }
}
