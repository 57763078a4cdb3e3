package dev.hone.candidate;

import dev.hone.language.Idioms;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Prompts;
import dev.hone.plan.Plan;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.Shown;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The prompts that ask for a candidate. All prompts of a run begin with the same frame and the
/// requirement, so that a model which keeps its last prompt reads them once.
public final class CodePrompts {
  // Hot samples of one prompt misread a requirement the same way at every temperature; another
  // wording reaches other problems.
  private static final List<String> WORDINGS =
      List.of("candidate/write", "candidate/restate", "candidate/exact");
  private static final String WATCH = "candidate/watch";
  private static final String CHANGE = "candidate/change";
  private static final String PROGRAM =
      "It is a whole program, not a function to import: it reads standard input and prints to"
          + " standard output only what is asked for. No tests.";
  private static final int MOST_FAILURES = 5;

  private final List<PromptTemplate> templates;
  private final PromptTemplate watch;
  private final PromptTemplate change;

  /// Loads the wordings.
  ///
  /// @param prompts Hone's own, or what is tried
  public CodePrompts(Prompts prompts) {
    this.templates = WORDINGS.stream().map(prompts::of).toList();
    this.watch = prompts.of(WATCH);
    this.change = prompts.of(CHANGE);
  }

  /// {@return the prompt for a fresh candidate} The plain wording comes first, then others in turn.
  ///
  /// @param requirement what is asked
  /// @param plan its plan
  /// @param idioms the language's idioms
  /// @param fresh how many fresh candidates were asked for before, from 0
  public Prompt write(Requirement requirement, Plan plan, Idioms idioms, int fresh) {
    return templates
        .get(fresh % templates.size())
        .fill(values(requirement, plan, idioms, List.of()));
  }

  /// {@return the prompt for a fresh candidate that says where others failed, without their code}
  ///
  /// @param requirement what is asked
  /// @param plan its plan
  /// @param idioms the language's idioms
  /// @param failures calls with what was expected and what came, one line each, most telling first
  public Prompt watch(Requirement requirement, Plan plan, Idioms idioms, List<String> failures) {
    return watch.fill(values(requirement, plan, idioms, failures));
  }

  /// {@return the prompt that shows the code of a requirement that changes code, and asks for the
  /// whole files as they shall be} Asking for whole files suits small models, which write diffs
  /// that do not apply.
  ///
  /// @param requirement what is asked, with code
  /// @param plan its plan
  /// @param idioms the language's idioms
  /// @param failures what went wrong with other changes, as for {@link #watch}; may be empty
  public Prompt change(Requirement requirement, Plan plan, Idioms idioms, List<String> failures) {
    String said =
        failures.isEmpty()
            ? ""
            : "\nOther changes failed here, so make sure that yours does not:\n"
                + listed(failures)
                + "\n";
    return change.fill(
        Map.of(
            "language", plan.language().title(),
            "files", files(plan),
            "code", Shown.code(requirement),
            "requirement", Shown.withContext(requirement).strip(),
            "failures", said,
            "form", form(plan, idioms)));
  }

  /// {@return whether a fresh candidate is asked for in a wording that was used before}
  ///
  /// @param fresh how many fresh candidates were asked for before, from 0
  public static boolean isRepeated(int fresh) {
    return fresh >= WORDINGS.size();
  }

  private static Map<String, String> values(
      Requirement requirement, Plan plan, Idioms idioms, List<String> failures) {
    return Map.of(
        "language", plan.language().title(),
        "requirement", Shown.withContext(requirement).strip(),
        "files", files(plan),
        "signatures", signatures(plan),
        "steps", steps(plan),
        "form", form(plan, idioms),
        "style", requirement.program().isPresent() ? PROGRAM : idioms.style(),
        "failures", listed(failures));
  }

  private static String listed(List<String> failures) {
    return failures.stream()
        .limit(MOST_FAILURES)
        .map(failure -> "- " + failure)
        .collect(Collectors.joining("\n"));
  }

  private static String files(Plan plan) {
    return plan.files().stream().map(path -> "`" + path + "`").collect(Collectors.joining(", "));
  }

  private static String signatures(Plan plan) {
    return plan.signatures().isEmpty()
        ? ""
        : plan.signatures().stream()
            .map(signature -> "`" + signature + "`")
            .collect(Collectors.joining(", ", " offering ", ""));
  }

  private static String form(Plan plan, Idioms idioms) {
    String block = "```" + idioms.fence() + " block";
    return plan.files().size() == 1
        ? "one " + block + " that holds the whole file"
        : "one %s for each file, whose first line is a comment with its path, such as `%s %s`"
            .formatted(block, idioms.lineComment(), plan.mainFile());
  }

  private static String steps(Plan plan) {
    return plan.steps().isEmpty()
        ? ""
        : plan.steps().stream()
            .map(step -> "- " + step)
            .collect(Collectors.joining("\n", "\nPlan:\n", "\n"));
  }
}
