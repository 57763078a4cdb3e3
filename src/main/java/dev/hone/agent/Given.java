package dev.hone.agent;

import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.model.ModelCard;
import dev.hone.plan.SourcePaths;
import dev.hone.requirement.Fitting;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.Shown;
import java.util.List;

/// The files that go with a requirement: whether a run can do something with them.
final class Given {
  private static final int FRAME_TOKENS = 500;

  private Given() {}

  /// Refuses code of another language, and code that the model cannot read and write back.
  ///
  /// @throws UsageException if there is some
  static void check(Requirement requirement, Language language, ModelCard model) {
    for (SourceFile file : requirement.existing()) {
      if (!SourcePaths.belongs(file.path(), language.id(), language.idioms())) {
        throw new UsageException(
            "%s is no file of %s, which ends with %s; give a file of that language, or another --language"
                .formatted(file.path(), language.id().id(), language.idioms().extension()));
      }
    }
    int code = tokens(Shown.code(requirement));
    // files to read can be left out where there is no room
    int needed = tokens(requirement.text()) + 2 * code + FRAME_TOKENS;
    if (requirement.changesCode() && model.contextTokens() > 0 && needed > model.contextTokens()) {
      throw new UsageException(
          "the code to change takes about %d tokens to read and to write back, and %s has room for %d; give a smaller file, or a model with more room by --model"
              .formatted(needed, model.name(), model.contextTokens()));
    }
  }

  /// {@return the files to read that code of a language may import}
  static List<SourceFile> beside(Requirement requirement, Language language) {
    return requirement.context().stream()
        .filter(file -> SourcePaths.belongs(file.path(), language.id(), language.idioms()))
        .toList();
  }

  /// {@return what the model does not see of the files to read, one line; empty where it sees all}
  static String trimming(Requirement requirement) {
    List<SourceFile> context = requirement.context();
    List<SourceFile> shown = Shown.trimmed(context);
    List<String> trimmed =
        context.stream().filter(file -> !shown.contains(file)).map(SourceFile::path).toList();
    return trimmed.isEmpty()
        ? ""
        : "context: the model sees the beginning alone of " + String.join(", ", trimmed);
  }

  private static int tokens(String text) {
    return Fitting.tokens(text.length());
  }
}
