package dev.hone.repair;

import dev.hone.candidate.Candidate;
import dev.hone.language.Idioms;
import dev.hone.language.SourceFile;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Prompts;
import dev.hone.plan.Plan;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.Shown;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.util.Map;
import java.util.stream.Collectors;

/// The prompts that ask for a corrected candidate, one for each family of verdicts. They begin like
/// the prompts for fresh candidates, so that the frame and the requirement are read once.
public final class RepairPrompts {
  private static final int MOST_LINES = 60;

  private final PromptTemplate build;
  private final PromptTemplate wrong;
  private final PromptTemplate limit;
  private final PromptTemplate rejected;

  /// Loads the templates.
  ///
  /// @param prompts Hone's own, or what is tried
  public RepairPrompts(Prompts prompts) {
    this.build = prompts.of("repair/build");
    this.wrong = prompts.of("repair/wrong");
    this.limit = prompts.of("repair/limit");
    this.rejected = prompts.of("repair/rejected");
  }

  /// {@return the prompt that shows a candidate with what is wrong, and asks for the whole file
  /// again}
  ///
  /// @param requirement what is asked
  /// @param plan its plan
  /// @param idioms the language's idioms
  /// @param failed the candidate and its judgement, whose verdict is neither a pass nor unreadable
  public Prompt repair(Requirement requirement, Plan plan, Idioms idioms, Failed failed) {
    return template(failed.judgement().verdict())
        .fill(
            Map.of(
                "language", plan.language().title(),
                "requirement", Shown.withContext(requirement).strip(),
                "code", code(failed.candidate(), idioms),
                "errors", errors(failed.judgement()),
                "file", plan.mainFile(),
                "form", form(failed.candidate(), idioms)));
  }

  private static String form(Candidate candidate, Idioms idioms) {
    String block = "```" + idioms.fence() + " block";
    return candidate.files().size() == 1
        ? "one " + block + " that holds the whole file"
        : "one %s for each file, whole, whose first line is a comment with its path"
            .formatted(block);
  }

  private PromptTemplate template(Verdict verdict) {
    return switch (verdict) {
      case Verdict.CompileError _, Verdict.RuntimeError _ -> build;
      case Verdict.TestsFailed _ -> wrong;
      case Verdict.TimeLimitExceeded _,
          Verdict.MemoryLimitExceeded _,
          Verdict.OutputLimitExceeded _,
          Verdict.ResourceLimitExceeded _ ->
          limit;
      case Verdict.Rejected _ -> rejected;
      case Verdict.Passed _, Verdict.Unreadable _ ->
          throw new IllegalArgumentException("nothing to repair: " + verdict.id());
    };
  }

  private static String code(Candidate candidate, Idioms idioms) {
    return candidate.files().stream()
        .map(file -> fenced(file, candidate, idioms))
        .collect(Collectors.joining("\n"));
  }

  private static String fenced(SourceFile file, Candidate candidate, Idioms idioms) {
    String path =
        candidate.files().size() == 1 ? "" : idioms.lineComment() + " " + file.path() + "\n";
    return "```" + idioms.fence() + "\n" + path + file.content().strip() + "\n```";
  }

  private static String errors(Judgement judgement) {
    return judgement.errors().stream()
        .flatMap(String::lines)
        .limit(MOST_LINES)
        .collect(Collectors.joining("\n"));
  }

  /// A candidate that failed.
  ///
  /// @param candidate the code
  /// @param judgement what judging showed
  public record Failed(Candidate candidate, Judgement judgement) {}
}
