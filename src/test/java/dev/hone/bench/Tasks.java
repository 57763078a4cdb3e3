package dev.hone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Small problem files of these tests' own.
final class Tasks {
  private static final JsonMapper JSON = new JsonMapper();

  private Tasks() {}

  /// {@return a Python problem: triple a number}
  static ObjectNode triple(String id) {
    return problem(
        id,
        "python",
        Map.of(
            "requirement",
            "Write the Python function `triple(n)` in a file named `solution.py`; it returns three times n. triple(2) == 6",
            "solution_path",
            "solution.py",
            "run",
            "python3 secret_check.py",
            "canonical_solution",
            "def triple(n):\n    return n * 3\n"),
        "secret_check.py",
        "from solution import triple\nassert triple(7) == 21\nassert triple(-1) == -3\n");
  }

  static ObjectNode problem(
      String id, String language, Map<String, String> fields, String check, String content) {
    ObjectNode form = JSON.createObjectNode();
    form.put("id", id).put("suite", "own").put("language", language);
    form.put("entry_point", "hidden_entry");
    fields.forEach(form::put);
    form.putArray("checks").addObject().put("path", check).put("content", content);
    return form;
  }

  static Path write(Path file, List<ObjectNode> problems) {
    try {
      return Files.write(file, problems.stream().map(ObjectNode::toString).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
