package dev.hone.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.scan.Finding.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The SARIF form of findings.
class SarifTest {
  @Test
  void aFindingIsAResultWithItsRuleLevelAndPlace() {
    Finding finding =
        new Finding("process", Severity.BLOCK, "a b.py", 3, "os.system('x')", "It starts.");

    String text = new Sarif("1.0").write(List.of(finding));

    assertThat(JsonMapper.shared().readTree(text))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                     "version": "2.1.0",
                     "runs": [{
                       "tool": {"driver": {"name": "Hone", "version": "1.0", "rules": [
                         {"id": "process", "shortDescription": {"text": "It starts."},
                          "defaultConfiguration": {"level": "error"}}]}},
                       "results": [{"ruleId": "process", "ruleIndex": 0, "level": "error",
                         "message": {"text": "os.system('x'): It starts."},
                         "locations": [{"physicalLocation": {
                           "artifactLocation": {"uri": "a%20b.py"},
                           "region": {"startLine": 3}}}]}]}]}
                    """));
  }

  @Test
  void noFindingIsARunWithoutResults() {
    assertThat(new Sarif("1.0").write(List.of())).contains("\"results\" : [ ]");
  }

  @TestFactory
  Stream<DynamicTest> theFindingsOfEveryLanguageHaveWhatTheStandardRequires() {
    Scanner scanner = new Scanner();
    return Stream.of(LanguageId.values())
        .map(
            language ->
                DynamicTest.dynamicTest(
                    language.id(), () -> isComplete(findings(scanner, language))));
  }

  /// What the rules of a language find in their own examples.
  private static List<Finding> findings(Scanner scanner, LanguageId language) {
    return scanner.rules().stream()
        .filter(rule -> rule.language() == language)
        .flatMap(rule -> rule.objectionable().stream())
        .map(example -> new SourceFile(example.path(), example.code()))
        .flatMap(file -> scanner.scan(language, List.of(file), Set.of()).stream())
        .toList();
  }

  /// The properties that the schema of SARIF 2.1.0 marks as required, and what refers to them.
  private static void isComplete(List<Finding> findings) {
    JsonNode log = JsonMapper.shared().readTree(new Sarif("1.0").write(findings));
    assertThat(log.path("version").asString()).isEqualTo("2.1.0");
    assertThat(log.path("runs").size()).isEqualTo(1);
    JsonNode run = log.path("runs").get(0);
    JsonNode driver = run.path("tool").path("driver");
    assertThat(driver.path("name").asString()).isNotBlank();
    JsonNode rules = driver.path("rules");
    List<String> ids = new ArrayList<>();
    rules.forEach(rule -> ids.add(rule.path("id").asString()));
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates().doesNotContain("");
    assertThat(run.path("results").size()).isEqualTo(findings.size());
    for (JsonNode result : run.path("results")) {
      assertThat(result.path("message").path("text").asString()).isNotBlank();
      assertThat(result.path("level").asString()).isIn("error", "warning");
      assertThat(ids.get(result.path("ruleIndex").asInt()))
          .isEqualTo(result.path("ruleId").asString());
      JsonNode place = result.path("locations").get(0).path("physicalLocation");
      assertThat(URI.create(place.path("artifactLocation").path("uri").asString()).isAbsolute())
          .isFalse();
      assertThat(place.path("region").path("startLine").asInt()).isPositive();
    }
  }
}
