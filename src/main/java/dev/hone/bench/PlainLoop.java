package dev.hone.bench;

import dev.hone.candidate.CodeBlock;
import dev.hone.failure.ErrorType;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelException;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Sampling;
import dev.hone.progress.Progress;
import dev.hone.result.Ending;
import dev.hone.result.Evidence;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The plain loop that Hone is measured against: the model names the language, writes the code,
/// writes tests with the code in view, and is shown code, tests and output again until they pass or
/// the corrections are used up. Only Python's tests are run; other languages get a syntax check.
final class PlainLoop implements Contestant {
  private static final String LANGUAGE = "bench/loop-language";
  private static final String CODE = "bench/loop-code";
  private static final String TESTS = "bench/loop-tests";
  private static final String CORRECT = "bench/loop-correct";
  private static final double TEMPERATURE = 0.2;
  private static final int WORD_TOKENS = 8;
  private static final int CODE_TOKENS = 2048;

  private final LanguageModel model;
  private final LoopChecks checks;
  private final BenchRequest.Settings settings;
  private final Progress progress;
  private final PromptTemplate languagePrompt = PromptTemplate.load(LANGUAGE);
  private final PromptTemplate codePrompt = PromptTemplate.load(CODE);
  private final PromptTemplate testsPrompt = PromptTemplate.load(TESTS);
  private final PromptTemplate correctPrompt = PromptTemplate.load(CORRECT);

  /// Makes the loop.
  ///
  /// @param model the model
  /// @param checks runs tests and syntax checks
  /// @param settings its rounds are the most corrections
  /// @param progress receives the model's text
  PlainLoop(
      LanguageModel model, LoopChecks checks, BenchRequest.Settings settings, Progress progress) {
    this.model = model;
    this.checks = checks;
    this.settings = settings;
    this.progress = progress;
  }

  @Override
  public Answer solve(Problem.Asked asked) throws InterruptedException {
    Talk talk = new Talk(model, progress);
    String requirement = asked.text();
    LanguageId language = language(talk, requirement);
    SourceFile code =
        checks.solution(
            language,
            code(
                talk,
                codePrompt,
                Map.of("language", language.title(), "requirement", requirement),
                0));
    Talk aboutTests = new Talk(model, progress);
    String tests = code(aboutTests, testsPrompt, testValues(language, requirement, code), 1);
    LoopChecks.Outcome outcome = checks.run(language, code, tests);
    int candidates = 1;
    for (int i = 0; i < settings.rounds() && !outcome.passed(); i++) {
      Map<String, String> values =
          Map.of(
              "language", language.title(),
              "requirement", requirement,
              "code", code.content(),
              "tests", tests,
              "output", outcome.output());
      Optional<String> corrected = corrected(talk, values, 2 + i);
      if (corrected.isEmpty()) {
        break;
      }
      code = checks.solution(language, corrected.get());
      outcome = checks.run(language, code, tests);
      candidates++;
    }
    return new Answer(
        List.of(code),
        outcome.passed(),
        outcome.verdict().id(),
        outcome.passed() ? Ending.SOLVED : Ending.ROUNDS_USED,
        talk.usage().plus(aboutTests.usage()),
        Failure.NONE,
        Optional.of(
            new Answer.Founded(
                language,
                grounds(aboutTests, candidates, outcome.passed() && language == LanguageId.PYTHON),
                List.of(),
                Optional.empty())));
  }

  // Outside Python no test was run.
  private static Item.Grounds grounds(Talk aboutTests, int candidates, boolean tested) {
    return new Item.Grounds(
        aboutTests.usage().promptTokens(),
        aboutTests.usage().completionTokens(),
        candidates,
        tested ? Basis.OWN : Basis.NONE,
        List.of(),
        0,
        Evidence.Consensus.NONE);
  }

  /// {@return the prompts of this strategy}
  static List<PromptTemplate> prompts() {
    return Stream.of(LANGUAGE, CODE, TESTS, CORRECT).map(PromptTemplate::load).toList();
  }

  // Code, tests and output together may have outgrown the model's context; what is there stays.
  private Optional<String> corrected(Talk talk, Map<String, String> values, int step)
      throws InterruptedException {
    try {
      return Optional.of(code(talk, correctPrompt, values, step));
    } catch (ModelException e) {
      if (e.type() == ErrorType.USER) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private LanguageId language(Talk talk, String requirement) throws InterruptedException {
    String word =
        talk.ask(languagePrompt, Map.of("requirement", requirement), Sampling.greedy(WORD_TOKENS))
            .text()
            .strip()
            .toLowerCase(Locale.ROOT)
            .replace("c++", "cpp");
    return LanguageId.of(word.split("[^a-z]", 2)[0]).orElse(LanguageId.PYTHON);
  }

  private Map<String, String> testValues(LanguageId language, String requirement, SourceFile code) {
    return Map.of(
        "language", language.title(),
        "framework", language == LanguageId.PYTHON ? "pytest" : language.title(),
        "requirement", requirement,
        "file", code.path(),
        "module", code.path().replaceFirst("\\.py$", ""),
        "code", code.content());
  }

  private String code(Talk talk, PromptTemplate prompt, Map<String, String> values, int step)
      throws InterruptedException {
    Sampling sampling = Sampling.warm(TEMPERATURE, settings.seed() + step, CODE_TOKENS);
    String text = talk.ask(prompt, values, sampling).text();
    // Models write fences although they are asked not to.
    return CodeBlock.in(text).stream()
            .map(CodeBlock::code)
            .max(Comparator.comparingInt(String::length))
            .orElse(text)
            .strip()
        + "\n";
  }
}
