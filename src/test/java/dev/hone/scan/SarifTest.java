package dev.hone.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.scan.Finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
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
}
