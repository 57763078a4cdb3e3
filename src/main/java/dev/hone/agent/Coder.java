package dev.hone.agent;

import dev.hone.candidate.BegunReply;
import dev.hone.candidate.Candidate;
import dev.hone.candidate.CodePrompts;
import dev.hone.candidate.ExistingCode;
import dev.hone.candidate.Reading;
import dev.hone.candidate.ReplyReader;
import dev.hone.model.Prompt;
import dev.hone.model.Prompts;
import dev.hone.model.Reply;
import dev.hone.model.Sampling;
import dev.hone.plan.Plan;
import dev.hone.repair.RepairPrompts;
import dev.hone.repair.RepairPrompts.Failed;
import dev.hone.requirement.Fitting;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.Trim;
import dev.hone.result.Attempt;
import dev.hone.verdict.Judgement;
import java.util.List;
import java.util.regex.Pattern;

/// Asks the model for code, in the words and at the heat that suit the step.
final class Coder {
  private static final int CODE_TOKENS = 1200;
  private static final double WARM = 0.7;
  private static final double HOT = 0.9;
  private static final Pattern NAME = Pattern.compile("^\\S+ (?:failed|error): ");

  private final CodePrompts codePrompts;
  private final RepairPrompts repairPrompts;
  private final Asker asker;
  private final Fitting fitting;

  Coder(Asker asker, Prompts prompts) {
    this.codePrompts = new CodePrompts(prompts);
    this.repairPrompts = new RepairPrompts(prompts);
    this.asker = asker;
    this.fitting = new Fitting(asker::report);
  }

  /// {@return what the model's reply to a step holds}
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  Reading write(Step step, Task task) throws InterruptedException {
    Question question = question(step, task, Trim.NOTHING);
    Reply reply =
        fitting.ask(
            asker.model(question.role()),
            question.sampling(),
            trim -> question.begun().after(question(step, task, trim).prompt()),
            prompt -> asker.ask(question.role(), prompt, question.sampling()));
    ReplyReader reader = new ReplyReader(task.language(), changesCode(task));
    return existing(task)
        .completed(reader.read(reply, question.begun(), task.plan()), task.requirement().text());
  }

  /// What the model is asked, and how its reply is begun for it.
  private record Question(String role, Prompt prompt, BegunReply begun, Sampling sampling) {}

  private Question question(Step step, Task task, Trim trim) {
    Requirement shown = trim.of(task.requirement());
    long seed = task.settings().seed();
    return switch (step) {
      case Step.Fresh(int fresh) -> fresh(fresh, task, shown);
      case Step.Confirm(int fresh) -> fresh(fresh, task, shown);
      case Step.Watch(int fresh, Attempt attempt) ->
          new Question(
              "code", watch(task, attempt, trim), begun(task), sized(watching(fresh, seed), task));
      case Step.Repair(Attempt attempt) ->
          new Question(
              "repair",
              repair(task, attempt, trim),
              begun(task),
              sized(Sampling.greedy(CODE_TOKENS), task));
      case Step.Stop _ -> throw new IllegalArgumentException("a stop asks for nothing");
    };
  }

  private Question fresh(int fresh, Task task, Requirement shown) {
    // One wording in three begins its reply itself: that code starts from another place.
    boolean begins = fresh % 3 != 1;
    return new Question(
        "code",
        changesCode(task)
            ? change(task, shown, List.of())
            : codePrompts.write(
                shown,
                prompted(task, begins),
                task.language().idioms(),
                task.settings().has(Piece.WORDINGS) ? fresh : 0),
        begins ? begun(task) : BegunReply.NONE,
        sized(sampling(fresh, task.settings().seed()), task));
  }

  private static boolean changesCode(Task task) {
    return task.requirement().changesCode();
  }

  private static ExistingCode existing(Task task) {
    return new ExistingCode(task.language(), task.requirement().existing());
  }

  // Room for all of the code that is there, and for as much more as code from nothing has.
  private static Sampling sized(Sampling sampling, Task task) {
    int there = Fitting.tokens(existing(task).characters());
    return there == 0 ? sampling : sampling.withMaxTokens(sampling.maxTokens() + there);
  }

  private Prompt change(Task task, Requirement shown, List<String> failures) {
    return codePrompts.change(shown, task.plan(), task.language().idioms(), failures);
  }

  private BegunReply begun(Task task) {
    return task.settings().has(Piece.BEGUN) && asker.model("code").isSmall() && !changesCode(task)
        ? BegunReply.of(task.requirement(), task.plan(), task.language().idioms())
        : BegunReply.NONE;
  }

  // What the requirement says already is not said to a small model again: it read the sentences
  // that a rule picked as steps, and the signature that its reply begins with, for nothing.
  private Plan prompted(Task task, boolean begins) {
    Plan plan = asker.model("code").isSmall() ? task.plan().withoutSteps() : task.plan();
    return begins && !begun(task).words().isEmpty() ? plan.withoutSignatures() : plan;
  }

  private Prompt watch(Task task, Attempt attempt, Trim trim) {
    Requirement shown = trim.of(task.requirement());
    List<String> failures =
        trim.of(
            attempt.judgement().errors().stream()
                .map(error -> NAME.matcher(error).replaceFirst(""))
                .toList());
    return changesCode(task)
        ? change(task, shown, failures)
        : codePrompts.watch(shown, prompted(task, true), task.language().idioms(), failures);
  }

  private Prompt repair(Task task, Attempt attempt, Trim trim) {
    Judgement judgement = attempt.judgement();
    Judgement shown =
        new Judgement(
            judgement.verdict(),
            judgement.outcomes(),
            judgement.findings(),
            trim.of(judgement.errors()),
            judgement.diagnostics(),
            judgement.executions());
    Failed failed = new Failed(new Candidate(attempt.code()), shown);
    return repairPrompts.repair(
        trim.of(task.requirement()), task.plan(), task.language().idioms(), failed);
  }

  // The first answer of a small model is best near-greedy; only further ones gain from heat, and a
  // wording that was used before needs more of it to give other code than it did then.
  private static Sampling sampling(int fresh, long seed) {
    if (fresh == 0) {
      return Sampling.greedy(CODE_TOKENS);
    }
    return Sampling.warm(CodePrompts.isRepeated(fresh) ? HOT : WARM, seed + fresh, CODE_TOKENS);
  }

  private static Sampling watching(int fresh, long seed) {
    return CodePrompts.isRepeated(fresh)
        ? Sampling.warm(WARM, seed + fresh, CODE_TOKENS)
        : Sampling.greedy(CODE_TOKENS);
  }
}
