package dev.hone.cli.project;

import dev.hone.result.Attempt;
import dev.hone.result.Result;
import dev.hone.verdict.TestOutcome;
import java.util.List;
import java.util.stream.Collectors;

/// How far the code of a project can be trusted, in words.
///
/// @param result what the run came to
/// @param best its best attempt
record Standing(Result result, Attempt best) {
  private static final int MOST_NAMES = 10;

  String sentence() {
    return result.passed()
        ? switch (result.evidence().basis()) {
          case GIVEN -> "It passed the tests that were given.";
          case AGREED ->
              "It passed tests that were generated and that candidates agree with; none was given.";
          case OWN -> "It passed only tests that Hone wrote itself.";
          case NONE -> "No test stands behind it.";
        }
        : "**It did not pass** (%s).%s".formatted(best.judgement().verdict().id(), missed());
  }

  private String missed() {
    List<String> names =
        best.judgement().outcomes().stream()
            .filter(one -> !one.passed())
            .map(TestOutcome::name)
            .toList();
    int more = names.size() - MOST_NAMES;
    return names.isEmpty()
        ? ""
        : " Not passed: %s%s."
            .formatted(
                names.stream()
                    .limit(MOST_NAMES)
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", ")),
                more > 0 ? " and " + more + " more" : "");
  }
}
