package dev.hone.scan;

import dev.hone.scan.Finding.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes findings as SARIF 2.1.0, the form that code hosts and editors read.
public final class Sarif {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String version;

  /// Makes a writer.
  ///
  /// @param version the version of Hone to name
  public Sarif(String version) {
    this.version = version;
  }

  /// {@return the findings as one SARIF log with one run}
  ///
  /// @param findings what was found
  public String write(List<Finding> findings) {
    ObjectNode log = json.createObjectNode();
    log.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Hone").put("version", version);
    Map<String, Integer> indexes = rules(driver.putArray("rules"), findings);
    ArrayNode results = run.putArray("results");
    for (Finding finding : findings) {
      ObjectNode result = results.addObject();
      result.put("ruleId", finding.rule());
      result.put("ruleIndex", indexes.getOrDefault(finding.rule(), -1));
      result.put("level", level(finding.severity()));
      result.putObject("message").put("text", finding.call() + ": " + finding.why());
      location(result.putArray("locations").addObject(), finding);
    }
    return json.writeValueAsString(log);
  }

  private static Map<String, Integer> rules(ArrayNode array, List<Finding> findings) {
    Map<String, Integer> indexes = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (indexes.putIfAbsent(finding.rule(), indexes.size()) == null) {
        ObjectNode rule = array.addObject();
        rule.put("id", finding.rule());
        rule.putObject("shortDescription").put("text", finding.why());
        rule.putObject("defaultConfiguration").put("level", level(finding.severity()));
      }
    }
    return indexes;
  }

  private static void location(ObjectNode location, Finding finding) {
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", address(finding.path()));
    physical.putObject("region").put("startLine", finding.line());
  }

  /// The path as a relative reference: a blank or `%` in a name would break it.
  private static String address(String path) {
    try {
      return new java.net.URI(null, null, path, null).getRawPath();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + path, e);
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case BLOCK -> "error";
      case WARN -> "warning";
    };
  }
}
