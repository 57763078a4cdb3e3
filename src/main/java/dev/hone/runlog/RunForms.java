package dev.hone.runlog;

import dev.hone.result.Attempt;
import dev.hone.result.Forms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON forms of the run log.
public final class RunForms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RunForms() {}

  /// {@return the list of runs; what is not known of a run is null}
  ///
  /// @param runs the runs, in the order of the list
  public static ArrayNode runs(List<RunSummary> runs) {
    ArrayNode form = JSON.arrayNode();
    runs.forEach(run -> form.add(summary(run)));
    return form;
  }

  /// {@return one run with every attempt; what is not known of it is null}
  ///
  /// @param run the run
  public static ObjectNode show(RunRecord run) {
    RunStart start = run.start();
    ObjectNode form = JSON.objectNode();
    form.put("schema", Forms.SCHEMA);
    form.put("runId", run.id());
    form.put("startedAt", start.startedAt().toString());
    form.put("requirement", start.requirement().text());
    form.put("languageOption", known(start.requirement().language()));
    form.put("model", start.model().name());
    form.put("modelFingerprint", known(start.model().fingerprint()));
    form.put("engine", start.model().engine());
    form.put("sandbox", start.sandbox());
    form.put("honeVersion", start.honeVersion());
    form.set("settings", settings(start.settings()));
    planning(form, run.planning());
    form.put("verdict", run.verdict().orElse(null));
    end(form, run.end());
    form.put("rounds", run.rounds());
    ArrayNode attempts = form.putArray("attempts");
    run.attempts().stream().map(Forms::attempt).forEach(attempts::add);
    ArrayNode resumptions = form.putArray("resumptions");
    run.resumptions().stream().map(RunForms::resumption).forEach(resumptions::add);
    return form;
  }

  /// {@return one run with every attempt and with what was said and done to it later; what is not
  /// known of it is null}
  ///
  /// @param run the run
  /// @param log the log that it is from
  public static ObjectNode show(RunRecord run, RunLog log) {
    ObjectNode form = show(run);
    form.set("label", log.label(run.id()).<JsonNode>map(RunForms::label).orElse(JSON.nullNode()));
    form.put("prunedAt", log.prunedAt(run.id()).map(Instant::toString).orElse(null));
    return form;
  }

  /// {@return what there is in a log; its oldest and newest run are null where there is none}
  ///
  /// @param status what there is
  public static ObjectNode status(LogStatus status) {
    LogStatus.Counts counts = status.counts();
    ObjectNode form = JSON.objectNode();
    form.put("schema", Forms.SCHEMA);
    switch (status.place()) {
      case LogPlace.InFile place -> form.put("file", place.words()).putNull("database");
      case LogPlace.Shared place -> form.putNull("file").put("database", place.words());
    }
    form.put("bytes", status.bytes());
    form.put("logSchema", status.schema());
    form.put("runs", counts.runs());
    form.put("passed", counts.passed());
    form.put("labelled", counts.labelled());
    form.put("pruned", counts.pruned());
    form.put("attempts", counts.attempts());
    form.put("exchanges", counts.exchanges());
    boolean empty = status.ends().isEmpty();
    form.set("oldest", empty ? JSON.nullNode() : summary(status.ends().getFirst()));
    form.set("newest", empty ? JSON.nullNode() : summary(status.ends().getLast()));
    form.put("unfinished", counts.unfinished());
    form.set("unfinishedRuns", runs(status.unfinished()));
    return form;
  }

  /// {@return the begin of a form that is about one run}
  ///
  /// @param runId its identifier
  public static ObjectNode of(String runId) {
    return JSON.objectNode().put("schema", Forms.SCHEMA).put("runId", runId);
  }

  /// {@return an attempt by its place and its verdict}
  ///
  /// @param attempt the attempt
  public static ObjectNode attempt(Attempt attempt) {
    ObjectNode form = JSON.objectNode();
    form.put("attempt", attempt.number());
    form.put("round", attempt.round());
    form.put("verdict", attempt.judgement().verdict().id());
    return form;
  }

  /// {@return what a person said of a run; the type is null where none was named}
  ///
  /// @param label what was said
  public static ObjectNode label(Label label) {
    ObjectNode form = JSON.objectNode();
    form.put("mark", label.mark().id());
    form.put("type", known(label.type()));
    form.put("at", label.at().toString());
    return form;
  }

  private static ObjectNode summary(RunSummary run) {
    ObjectNode form = JSON.objectNode();
    form.put("runId", run.runId());
    form.put("startedAt", run.startedAt().toString());
    form.put("requirement", run.requirement());
    form.put("language", known(run.language()));
    form.put("type", known(run.type()));
    form.put("model", run.model());
    form.put("passed", run.passed());
    form.put("verdict", known(run.verdict()));
    form.put("ended", known(run.ended()));
    form.put("rounds", run.rounds());
    return form;
  }

  private static ObjectNode settings(RunSettings settings) {
    ObjectNode form = JSON.objectNode();
    form.put("seed", settings.seed());
    form.put("rounds", settings.rounds());
    form.put("timeoutSeconds", settings.timeout().toMillis() / 1000.0);
    ArrayNode allowed = form.putArray("allowed");
    settings.allowed().stream().sorted().forEach(allowed::add);
    form.put("required", settings.required().id());
    ArrayNode packages = form.putArray("packages");
    settings.packages().forEach(packages::add);
    ArrayNode budget = form.putArray("budget");
    settings.budget().forEach(budget::add);
    return form;
  }

  private static ObjectNode resumption(Resumption resumption) {
    Terms terms = resumption.terms();
    Standing before = resumption.before();
    ObjectNode form = JSON.objectNode();
    form.put("at", resumption.at().toString());
    form.put("model", terms.model());
    form.put("sandbox", terms.sandbox());
    form.put("honeVersion", terms.honeVersion());
    form.put("rounds", terms.rounds());
    ArrayNode budget = form.putArray("budget");
    terms.budget().forEach(budget::add);
    form.put("attemptsBefore", before.attempts());
    form.put("endedBefore", known(before.ended()));
    form.set("usageBefore", Forms.usage(before.spent(), before.time()));
    return form;
  }

  private static void planning(ObjectNode form, Planning planning) {
    switch (planning) {
      case Planning.Pending _ -> {
        form.putNull("language").putNull("languageBy").putNull("type").putNull("plan");
        form.putArray("exchanges");
      }
      case Planning.Made made -> {
        form.put("language", made.language().language().id());
        form.put("languageBy", made.language().by().name());
        form.put("type", made.type().id());
        form.set("plan", Forms.plan(made.plan()));
        ArrayNode exchanges = form.putArray("exchanges");
        made.exchanges().stream().map(Forms::exchange).forEach(exchanges::add);
      }
    }
  }

  private static void end(ObjectNode form, RunEnd end) {
    form.put("ended", known(end.id()));
    switch (end) {
      case RunEnd.Unfinished _ -> nothing(form.putNull("endedWhy"));
      case RunEnd.Stopped stopped -> nothing(form.put("endedWhy", stopped.why()));
      case RunEnd.Finished finished -> {
        form.put("endedWhy", "").put("passed", finished.passed());
        form.put("failure", known(finished.failure().id()));
        form.put("bestAttempt", finished.bestAttempt());
        form.set("evidence", Forms.evidence(finished.evidence()));
        form.set("usage", Forms.usage(finished.usage(), finished.time()));
      }
    }
  }

  private static void nothing(ObjectNode form) {
    form.put("passed", false)
        .putNull("failure")
        .put("bestAttempt", 0)
        .putNull("evidence")
        .putNull("usage");
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }
}
