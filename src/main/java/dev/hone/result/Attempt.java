package dev.hone.result;

import dev.hone.language.SourceFile;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One round of a run.
///
/// @param round the round, from 1
/// @param startedAt when it began
/// @param exchanges what the model was asked in this round, in order
/// @param mendings what rules corrected in the code of the reply, in order; often empty
/// @param code the candidate's files as judged; empty where the reply held none
/// @param tests the test files it was judged by
/// @param judgement what judging showed
/// @param time how long the round took, model and judging together
public record Attempt(
    int round,
    Instant startedAt,
    List<Exchange> exchanges,
    List<Mending> mendings,
    List<SourceFile> code,
    List<TestFile> tests,
    Judgement judgement,
    Duration time) {
  /// Copies the lists.
  public Attempt {
    exchanges = List.copyOf(exchanges);
    mendings = List.copyOf(mendings);
    code = List.copyOf(code);
    tests = List.copyOf(tests);
  }
}
