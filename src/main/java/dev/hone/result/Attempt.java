package dev.hone.result;

import dev.hone.language.SourceFile;
import dev.hone.model.Reply;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One candidate of a run, and what came of it.
///
/// @param number its place in the run, from 1
/// @param round the round in which it was asked for, from 1
/// @param startedAt when it began
/// @param exchanges what the model was asked for it, in order
/// @param mendings what rules corrected in the code of the reply, in order; often empty
/// @param code the candidate's files as judged; empty where the reply held none
/// @param tests the test files it was judged by
/// @param judgement what judging showed
/// @param time how long it took, model and judging together
public record Attempt(
    int number,
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

  /// {@return the last reply that was asked for code; empty where none was}
  public Optional<Reply> codeReply() {
    return exchanges.stream()
        .filter(exchange -> !exchange.asksForTests())
        .reduce((_, last) -> last)
        .map(Exchange::reply);
  }

  /// {@return the same attempt as other tests show it}
  ///
  /// @param others the test files
  /// @param shown what judging by them showed
  public Attempt with(List<TestFile> others, Judgement shown) {
    return new Attempt(number, round, startedAt, exchanges, mendings, code, others, shown, time);
  }
}
