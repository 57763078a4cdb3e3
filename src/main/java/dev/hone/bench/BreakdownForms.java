package dev.hone.bench;

import dev.hone.result.Failure;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of how items divide. Misses of which nobody knows the class are not listed, nor
/// are tokens where nobody counted them apart.
final class BreakdownForms {
  private BreakdownForms() {}

  static void put(ObjectNode form, Breakdown breakdown) {
    ArrayNode claims = form.putArray("claims");
    for (Breakdown.Claims one : breakdown.claims()) {
      claims
          .addObject()
          .put("basis", one.basis().id())
          .put("claimed", one.claimed())
          .put("claimedAndSolved", one.solved());
    }
    if (breakdown.alone().claimed() > 0) {
      form.putObject("alone")
          .put("claimed", breakdown.alone().claimed())
          .put("claimedAndSolved", breakdown.alone().solved());
    }
    ArrayNode endings = form.putArray("endings");
    for (var one : breakdown.endings()) {
      endings.addObject().put("ended", one.of().id()).put("problems", one.problems());
    }
    ArrayNode failures = form.putArray("failures");
    for (var one : breakdown.failures()) {
      if (one.of() != Failure.NONE) {
        failures.addObject().put("failure", one.of().id()).put("problems", one.problems());
      }
    }
    if (breakdown.choosing().problems() > 0) {
      form.putObject("choosing")
          .put("problems", breakdown.choosing().problems())
          .put("solved", breakdown.choosing().solved());
    }
    Breakdown.Kept kept = breakdown.kept();
    if (kept.problems() > 0) {
      form.putObject("testsKept")
          .put("problems", kept.problems())
          .put("tests", kept.tests())
          .put("right", kept.right());
    }
    Breakdown.Split tokens = breakdown.tokens();
    if (tokens.problems() > 0) {
      form.putObject("tokens")
          .put("problems", tokens.problems())
          .put("code", tokens.code())
          .put("tests", tokens.tests());
    }
  }
}
