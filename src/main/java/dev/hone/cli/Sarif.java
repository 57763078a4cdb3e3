package dev.hone.cli;

import dev.hone.scan.Finding;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Findings in the Static Analysis Results Interchange Format, for editors and code hosts.
final class Sarif {
  private Sarif() {}

  static ObjectNode of(List<Finding> findings, String version) {
    ObjectNode log = JsonNodeFactory.instance.objectNode();
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "hone").put("version", version);
    ArrayNode rules = driver.putArray("rules");
    findings.stream()
        .map(Finding::rule)
        .distinct()
        .forEach(rule -> rules.addObject().put("id", rule));
    ArrayNode results = run.putArray("results");
    findings.forEach(finding -> result(results.addObject(), finding));
    return log;
  }

  private static void result(ObjectNode result, Finding finding) {
    result.put("ruleId", finding.rule());
    result.put(
        "level",
        switch (finding.severity()) {
          case BLOCK -> "error";
          case WARN -> "warning";
        });
    result.putObject("message").put("text", finding.call() + ": " + finding.why());
    ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
    place.putObject("artifactLocation").put("uri", finding.path());
    place.putObject("region").put("startLine", finding.line());
  }
}
