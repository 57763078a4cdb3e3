package dev.hone.requirement;

import dev.hone.failure.UsageException;
import dev.hone.language.FileEnding;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.model.LanguageModel;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.budget.BudgetException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Chooses the language of a requirement: the option, else the files that are to be changed, else
/// clear words, else the model; python where nothing speaks of a language.
public final class LanguageChooser {
  private static final int MOST_CHARACTERS = 4_000;
  private static final int MOST_TOKENS = 8;
  private static final List<String> CHOICES =
      Arrays.stream(LanguageId.values()).map(LanguageId::id).toList();

  private final LanguageDetector detector;
  private final List<LanguageId> supported;

  /// Makes a chooser that takes every language for supported.
  ///
  /// @param detector reads the words of the text
  public LanguageChooser(LanguageDetector detector) {
    this(detector, List.of(LanguageId.values()));
  }

  /// Makes a chooser.
  ///
  /// @param detector reads the words of the text
  /// @param supported the languages that a message may offer instead of one that Hone cannot write
  public LanguageChooser(LanguageDetector detector, List<LanguageId> supported) {
    this.detector = detector;
    this.supported = List.copyOf(supported);
  }

  /// {@return the language, and what the model was asked where words did not decide}
  ///
  /// @param requirement what a person asked for
  /// @param model asked only where the words are not clear
  /// @throws UsageException if the option or the text names a language that Hone does not know
  public ChosenLanguage choose(Requirement requirement, LanguageModel model) {
    return byRule(requirement)
        .map(choice -> new ChosenLanguage(choice, List.of()))
        .orElseGet(() -> ask(requirement, model));
  }

  /// {@return the language where the option, files or clear words decide, else empty} No model is
  /// needed.
  ///
  /// @param requirement what a person asked for
  /// @throws UsageException if the option or the text names a language that Hone does not know
  public Optional<LanguageChoice> byRule(Requirement requirement) {
    if (!requirement.language().isEmpty()) {
      return Optional.of(byOption(requirement.language()));
    }
    Optional<LanguageChoice> byFile = byFile(requirement);
    if (byFile.isPresent()) {
      return byFile;
    }
    return switch (detector.guess(requirement.text())) {
      case LanguageGuess.Named(LanguageId language, String why) ->
          Optional.of(new LanguageChoice(language, LanguageChoice.By.RULE, why));
      case LanguageGuess.Unsupported(String name, String why) -> throw unsupported(name, why);
      case LanguageGuess.Unsaid _ ->
          Optional.of(new LanguageChoice(LanguageId.PYTHON, LanguageChoice.By.DEFAULT, ""));
      case LanguageGuess.Unclear _ -> Optional.empty();
    };
  }

  // Beside C++ files, a header that may be either is one of C++.
  private static Optional<LanguageChoice> byFile(Requirement requirement) {
    Comparator<LanguageChoice> byLanguage = Comparator.comparing(LanguageChoice::language);
    return requirement.existing().stream()
        .map(SourceFile::path)
        .flatMap(path -> FileEnding.of(path).map(id -> byFile(id, path)).stream())
        .max(byLanguage);
  }

  private static LanguageChoice byFile(LanguageId language, String path) {
    return new LanguageChoice(language, LanguageChoice.By.FILE, path);
  }

  private static LanguageChoice byOption(String option) {
    return LanguageId.of(option)
        .map(id -> new LanguageChoice(id, LanguageChoice.By.OPTION, option))
        .orElseThrow(
            () ->
                new UsageException(
                    "no language is called '%s'; pass --language with one of: %s"
                        .formatted(option, String.join(", ", CHOICES))));
  }

  private UsageException unsupported(String name, String why) {
    return new UsageException(
        "the requirement asks for %s (\"%s\"), which Hone cannot write; name another language in it, or pass --language with one of: %s"
            .formatted(
                name,
                why,
                supported.stream().map(LanguageId::id).collect(Collectors.joining(", "))));
  }

  private ChosenLanguage ask(Requirement requirement, LanguageModel model) {
    Prompt prompt =
        PromptTemplate.load("requirement/language")
            .fill(Map.of("requirement", ends(requirement.text())));
    Reply reply;
    try {
      reply =
          model.reply(
              new Request(prompt.messages(), Sampling.greedy(MOST_TOKENS), CHOICES), _ -> {});
    } catch (BudgetException e) {
      return withoutAnswer(
          requirement, e.cut().map(cut -> new Asked(prompt, cut)).stream().toList());
    }
    Asked asked = new Asked(prompt, reply);
    return LanguageId.of(reply.text().strip().toLowerCase(java.util.Locale.ROOT))
        .map(id -> new LanguageChoice(id, LanguageChoice.By.MODEL, reply.text().strip()))
        .map(choice -> new ChosenLanguage(choice, List.of(asked)))
        .orElseGet(() -> withoutAnswer(requirement, List.of(asked)));
  }

  /// A reply that was cut short, was too dear or ignored the choices must not end the run.
  private ChosenLanguage withoutAnswer(Requirement requirement, List<Asked> asked) {
    LanguageChoice choice =
        detector.guess(requirement.text()) instanceof LanguageGuess.Unclear unclear
                && !unclear.candidates().isEmpty()
            ? new LanguageChoice(
                unclear.candidates().getFirst(), LanguageChoice.By.RULE, unclear.why())
            : new LanguageChoice(LanguageId.PYTHON, LanguageChoice.By.DEFAULT, "");
    return new ChosenLanguage(choice, asked);
  }

  private static String ends(String text) {
    int half = MOST_CHARACTERS / 2;
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, half) + "\n[…]\n" + text.substring(text.length() - half);
  }
}
