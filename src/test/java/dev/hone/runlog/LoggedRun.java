package dev.hone.runlog;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.model.FinishReason;
import dev.hone.model.ModelCard;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.result.Evidence;
import dev.hone.result.Exchange;
import dev.hone.result.Result;
import dev.hone.result.Usage;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import dev.hone.verdict.mutation.MutationScore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// A made-up run that is written into a real log.
///
/// @param startedAt when it began
/// @param requirement the text
/// @param type the class of work
/// @param language the target language
/// @param prompt the hash of the prompt that code is asked with
/// @param error what is wrong in every round that does not pass
/// @param rounds how many rounds there are; all but the last end with failed tests
/// @param passed whether the last round passes
public record LoggedRun(
    Instant startedAt,
    String requirement,
    RequirementType type,
    LanguageId language,
    String prompt,
    String error,
    int rounds,
    boolean passed) {
  /// The hash of the prompt that tests are asked with.
  public static final String TESTS = "eeeeeeeeeeee";

  /// {@return a run of one round that passed}
  ///
  /// @param day the day in November 2026
  /// @param minute the minute of the day
  public static LoggedRun on(int day, int minute) {
    return new LoggedRun(
        Instant.parse("2026-11-01T00:00:00Z")
            .plus(Duration.ofDays(day - 1L))
            .plus(Duration.ofMinutes(minute)),
        "Write twice(n)",
        RequirementType.NUMERIC,
        LanguageId.PYTHON,
        "aaaaaaaaaaaa",
        "test_zero failed: assert 2 == 0",
        1,
        true);
  }

  /// {@return the same with another requirement of another type}
  public LoggedRun of(RequirementType other, String text) {
    return new LoggedRun(startedAt, text, other, language, prompt, error, rounds, passed);
  }

  /// {@return the same in another language}
  public LoggedRun in(LanguageId other) {
    return new LoggedRun(startedAt, requirement, type, other, prompt, error, rounds, passed);
  }

  /// {@return the same asked with another prompt}
  public LoggedRun askedWith(String hash) {
    return new LoggedRun(startedAt, requirement, type, language, hash, error, rounds, passed);
  }

  /// {@return the same, passing in this round}
  public LoggedRun passingIn(int round) {
    return new LoggedRun(startedAt, requirement, type, language, prompt, error, round, true);
  }

  /// {@return the same, failing in two rounds with this error}
  public LoggedRun failingWith(String words) {
    return new LoggedRun(startedAt, requirement, type, language, prompt, words, 2, false);
  }

  /// {@return the identifier of this run, written as one that ended}
  ///
  /// @param log the log
  public String writtenTo(RunLog log) {
    return writtenTo(log, passed ? Ending.SOLVED : Ending.ROUNDS_USED);
  }

  /// {@return the same, ended for this reason}
  public String writtenTo(RunLog log, Ending ending) {
    String id = begunIn(log);
    Usage usage =
        new Usage(1 + rounds, 100L * rounds, 0, 10L * rounds, Duration.ofSeconds(9), 0, 0);
    log.end(
        id,
        new Result(
            id,
            startedAt,
            asked(),
            type,
            choice(),
            "small-model",
            "bubblewrap-root",
            Samples.plan(),
            attempts(),
            rounds,
            passed,
            ending,
            new Evidence(
                Evidence.Basis.OWN, 0, 0, 1, 1, 0, MutationScore.NONE, Evidence.Consensus.NONE),
            usage,
            Duration.ofSeconds(9)));
    return id;
  }

  /// {@return the identifier of this run, written as one that did not end}
  ///
  /// @param log the log
  public String begunIn(RunLog log) {
    String id =
        log.begin(
            new RunStart(
                startedAt,
                asked(),
                new ModelCard("small-model", 1.5, 32_768, "cc324af0", "engine 1.0"),
                "bubblewrap-root",
                "0.1.0",
                Samples.start().settings()));
    log.planned(id, new Planning.Made(choice(), type, Samples.plan(), List.of()));
    attempts().forEach(attempt -> log.attempt(id, attempt));
    return id;
  }

  private Requirement asked() {
    return new Requirement(requirement, "", List.of());
  }

  private LanguageChoice choice() {
    return new LanguageChoice(language, LanguageChoice.By.RULE, "the text says so");
  }

  private List<Attempt> attempts() {
    return IntStream.rangeClosed(1, rounds).mapToObj(this::attempt).toList();
  }

  private Attempt attempt(int round) {
    boolean passes = passed && round == rounds;
    List<Exchange> exchanges =
        round == 1
            ? List.of(
                exchange("tests", "suite/examples", TESTS),
                exchange("code", "candidate/write", prompt))
            : List.of(exchange("repair", "repair/wrong", "bbbbbbbbbbbb"));
    return new Attempt(
        round,
        round,
        startedAt.plusSeconds(round),
        exchanges,
        List.of(),
        List.of(new SourceFile("solution.py", "n = " + round + "\n")),
        List.of(),
        new Judgement(
            passes ? new Verdict.Passed() : new Verdict.TestsFailed(),
            List.of(),
            List.of(),
            passes ? List.of() : List.of(error, "another error"),
            List.of()),
        Duration.ofSeconds(1));
  }

  private static Exchange exchange(String role, String prompt, String hash) {
    return new Exchange(
        role,
        new Prompt(prompt, hash, List.of()),
        new Reply(
            "reply",
            FinishReason.STOP,
            100,
            0,
            10,
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            0,
            0,
            List.of()));
  }
}
