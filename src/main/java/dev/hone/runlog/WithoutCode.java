package dev.hone.runlog;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes out of the form of a run what is code or may hold some: the contents of files, prompts,
/// replies and what programs printed. Names, verdicts, outcomes and errors stay; an error may quote
/// a line.
public final class WithoutCode {
  private WithoutCode() {}

  /// {@return the form, which is changed}
  ///
  /// @param form a run as {@link RunForms#show} makes it
  public static ObjectNode of(ObjectNode form) {
    exchanges(form);
    for (JsonNode attempt : form.path("attempts")) {
      exchanges(attempt);
      remove(attempt.path("code"), List.of("content"));
      remove(attempt.path("tests"), List.of("content"));
      remove(attempt.path("executions"), List.of("stdout", "stderr"));
    }
    return form;
  }

  private static void exchanges(JsonNode owner) {
    remove(owner.path("exchanges"), List.of("messages", "reply"));
  }

  private static void remove(JsonNode list, List<String> fields) {
    for (JsonNode item : list) {
      if (item instanceof ObjectNode object) {
        object.remove(fields);
      }
    }
  }
}
