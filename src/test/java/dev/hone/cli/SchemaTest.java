package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hone.language.LanguageId;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Ending;
import dev.hone.result.Evidence;
import dev.hone.result.Failure;
import dev.hone.sandbox.Limit;
import dev.hone.suite.Origin;
import dev.hone.verdict.TestOutcome.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The published schemas against what the commands print: the golden files, which other tests hold
/// against the commands themselves.
class SchemaTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @CsvSource({
    "solve, solve.json",
    "judge, judge.json",
    "sandbox, sandbox.json",
    "scan, scan.json",
    "runs, runs.json"
  })
  void whatIsPrintedHasTheFormOfItsSchemaAndNoFieldBeyond(String name, String golden) {
    assertThat(faults(name, JSON.readTree(text(golden)))).isEmpty();
  }

  @Test
  void everyLineOfEventsHasTheFormOfItsSchema() {
    assertThat(
            text("events.jsonl")
                .lines()
                .flatMap(line -> faults("events", JSON.readTree(line)).stream()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"solve", "judge", "sandbox", "scan"})
  void aFieldThatIsMissingOrWrongIsNoticed(String name) {
    ObjectNode form = (ObjectNode) JSON.readTree(text(name + ".json"));

    assertThat(faults(name, form.deepCopy().put("schema", 2))).isNotEmpty();
    assertThat(faults(name, form.deepCopy().put("more", 2))).isNotEmpty();
    assertThat(faults(name, form.deepCopy().without("schema"))).isNotEmpty();
  }

  @Test
  void theWordsOfTheSchemasAreThoseOfTheProgram() {
    JsonNode solve = JSON.readTree(SchemaCommand.text("solve")).at("/properties");
    JsonNode defs = JSON.readTree(SchemaCommand.text("solve")).at("/$defs");
    JsonNode runs = JSON.readTree(SchemaCommand.text("runs")).at("/items/properties");
    JsonNode execution = JSON.readTree(SchemaCommand.text("sandbox")).at("/properties");

    assertThat(words(solve.at("/language"))).isEqualTo(ids(LanguageId.values(), LanguageId::id));
    assertThat(words(solve.at("/ended"))).isEqualTo(ids(Ending.values(), Ending::id));
    assertThat(words(solve.at("/failure"))).isEqualTo(ids(Failure.values(), Failure::id));
    assertThat(words(runs.at("/type")))
        .isEqualTo(ids(RequirementType.values(), RequirementType::id));
    assertThat(words(execution.at("/limit"))).isEqualTo(ids(Limit.values(), Limit::id));
    assertThat(words(defs.at("/outcome/properties/origin")))
        .isEqualTo(ids(Origin.values(), Origin::id));
    assertThat(words(defs.at("/outcome/properties/outcome")))
        .isEqualTo(ids(Outcome.values(), Outcome::id));
    assertThat(words(defs.at("/evidence/properties/basis")))
        .containsExactlyInAnyOrderElementsOf(ids(Evidence.Basis.values(), Evidence.Basis::id));
  }

  private static List<String> words(JsonNode property) {
    return property
        .at("/enum")
        .valueStream()
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .toList();
  }

  private static <E> List<String> ids(E[] constants, Function<E, String> id) {
    return Arrays.stream(constants).map(id).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> faults(String name, JsonNode form) {
    JsonNode schema = closed(JSON.readTree(SchemaCommand.text(name)));
    Schema validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
    return validator.validate(form).stream().map(Object::toString).toList();
  }

  /// The schema with no field allowed that it does not name. Published it allows them, so that what
  /// reads an older form reads a newer one.
  private static JsonNode closed(JsonNode schema) {
    for (ObjectNode object : objects(schema)) {
      object.put("additionalProperties", false);
    }
    return schema;
  }

  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> found = new ArrayList<>();
    if (node instanceof ObjectNode object && object.path("properties").isObject()) {
      found.add(object);
    }
    Stream<JsonNode> inside =
        node instanceof ObjectNode || node instanceof ArrayNode ? node.valueStream() : Stream.of();
    inside.forEach(child -> found.addAll(objects(child)));
    return found;
  }

  private static String text(String golden) {
    try (var in = SchemaTest.class.getResourceAsStream(golden)) {
      assertThat(in).as("golden file " + golden).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
