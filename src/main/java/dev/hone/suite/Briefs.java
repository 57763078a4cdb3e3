package dev.hone.suite;

import dev.hone.language.Example;
import dev.hone.language.TestBrief;
import dev.hone.plan.Plan;
import java.util.List;

/// What a file of example tests is written from, taken from a plan.
final class Briefs {
  private Briefs() {}

  static TestBrief of(Plan plan, String testPath, List<Example> examples) {
    return new TestBrief(
        plan.mainFile(), testPath, plan.entryPoints(), plan.signatures(), examples);
  }
}
