package dev.hone.plan;

import dev.hone.requirement.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person answered.
///
/// @param question what was asked
/// @param text what was typed, an answer to this question
public record Answer(Question question, String text) {
  /// {@return the requirement with the answers below its text, which it is without any}
  ///
  /// @param requirement what was asked for before
  /// @param answers in the order of the questions; may be empty
  public static Requirement below(Requirement requirement, List<Answer> answers) {
    if (answers.isEmpty()) {
      return requirement;
    }
    String sentences =
        answers.stream()
            .flatMap(answer -> answer.question().sentence(answer.text()).stream())
            .collect(Collectors.joining("\n"));
    // a text that names several languages names one of them more often with the answer, no more
    String language =
        answers.stream()
            .flatMap(answer -> answer.language().stream())
            .findFirst()
            .orElse(requirement.language());
    return new Requirement(
        requirement.text() + "\n\n" + sentences,
        language,
        requirement.ownTests(),
        requirement.existing(),
        requirement.context());
  }

  private Optional<String> language() {
    return question instanceof Question.OfLanguage of
        ? of.language(text).map(language -> language.id())
        : Optional.empty();
  }
}
