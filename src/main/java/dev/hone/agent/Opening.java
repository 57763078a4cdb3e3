package dev.hone.agent;

import dev.hone.language.Language;
import dev.hone.plan.Plan;
import dev.hone.plan.Planned;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.Asked;
import dev.hone.requirement.ChosenLanguage;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.Program;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.RequirementType;
import dev.hone.requirement.TypeClassifier;
import dev.hone.result.Ending;
import dev.hone.result.Exchange;
import dev.hone.result.Usage;
import dev.hone.runlog.RunSettings;
import dev.hone.runlog.RunStart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Begins a run: language, type and plan, with their place in the run log.
final class Opening {
  private final AgentParts parts;
  private final List<Asked> before;
  private final Progress progress;

  Opening(AgentParts parts, List<Asked> before, Progress progress) {
    this.parts = parts;
    this.before = List.copyOf(before);
    this.progress = progress;
  }

  /// {@return the task}
  ///
  /// @throws InterruptedException if the calling thread was interrupted; the log says so
  Task open(Requirement requirement, SolveSettings settings) throws InterruptedException {
    Instant startedAt = Instant.now();
    String runId = parts.log().begin(start(startedAt, requirement, settings));
    try {
      return task(runId, startedAt, requirement, settings);
    } catch (InterruptedException e) {
      parts.log().end(runId, Ending.CANCELLED, "stopped before there was a plan");
      throw e;
    } catch (RuntimeException e) {
      parts.log().end(runId, Ending.FAILED, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private Task task(
      String runId, Instant startedAt, Requirement requirement, SolveSettings settings)
      throws InterruptedException {
    ChosenLanguage chosen = parts.chooser().choose(requirement, parts.model());
    stopIfInterrupted();
    Language language = parts.languages().of(chosen.choice().language());
    progress.report(new Event.Stage(words(chosen.choice())));
    Given.check(requirement, language, parts.cast().at("code").card());
    String trimming = Given.trimming(requirement);
    if (!trimming.isEmpty()) {
      progress.report(new Event.Stage(trimming));
    }
    Planned planned = parts.planner().plan(requirement, language);
    stopIfInterrupted();
    progress.report(new Event.Stage(words(requirement, planned.plan())));
    RequirementType type = new TypeClassifier().classify(requirement.text());
    List<Exchange> exchanges =
        Stream.of(
                exchanges("clarify", before),
                exchanges("language", chosen.asked()),
                exchanges("plan", planned.asked()))
            .flatMap(one -> one)
            .toList();
    exchanges.forEach(one -> progress.report(Words.answer(one.role(), one.reply())));
    parts.log().planned(runId, chosen.choice(), type, planned.plan(), exchanges);
    Usage spent =
        exchanges.stream()
            .map(exchange -> Usage.of(exchange.reply()))
            .reduce(Usage.NONE, Usage::plus);
    return new Task(
        runId,
        startedAt,
        requirement,
        type,
        chosen.choice(),
        language,
        planned.plan(),
        settings.with(Given.beside(requirement, language)),
        spent);
  }

  private RunStart start(Instant startedAt, Requirement requirement, SolveSettings settings) {
    return new RunStart(
        startedAt,
        requirement,
        parts.model().card(),
        parts.judge().sandboxMode(),
        parts.version(),
        new RunSettings(
            settings.seed(),
            settings.rounds(),
            settings.judging().limits().wall(),
            settings.judging().allowed(),
            settings.require(),
            settings.packages(),
            settings.budget()));
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped before there was a plan");
    }
  }

  private static Stream<Exchange> exchanges(String role, List<Asked> asked) {
    return asked.stream().map(one -> new Exchange(role, one.prompt(), one.reply()));
  }

  private static String words(LanguageChoice choice) {
    String how =
        switch (choice.by()) {
          case OPTION -> "by option";
          case FILE -> "by the file " + choice.why();
          case RULE -> "the text says \"" + choice.why() + "\"";
          case MODEL -> "the model says so";
          case DEFAULT -> "nothing says otherwise";
        };
    return "language: %s (%s)".formatted(choice.language().id(), how);
  }

  private static String words(Requirement requirement, Plan plan) {
    Optional<Program> program = requirement.program();
    String what =
        program.isPresent()
            ? ", a whole program"
            : plan.signatures().isEmpty() ? "" : ", " + String.join(", ", plan.signatures());
    int examples = program.map(one -> one.examples().size()).orElse(plan.examples().size());
    return "plan: %s%s, %d %s in the text"
        .formatted(
            String.join(", ", plan.files()),
            what,
            examples,
            examples == 1 ? "example" : "examples");
  }
}
