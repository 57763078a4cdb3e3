package dev.hone.runlog;

import dev.hone.plan.Plan;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.result.Exchange;
import dev.hone.result.Result;
import dev.hone.runlog.stats.Facts;
import dev.hone.runlog.stats.Filter;
import dev.hone.runlog.stats.PromptFacts;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// The log of every run, in one SQLite file. What a method wrote is on disk when it returns.
/// Several threads and several processes may use the same file; a writer waits for another.
///
/// Every method throws {@link RunLogException} if the file cannot be read or written.
public final class RunLog implements AutoCloseable {
  private final Path file;
  private final Handle handle;
  private final SecureRandom random = new SecureRandom();

  private RunLog(Path file, Handle handle) {
    this.file = file;
    this.handle = handle;
  }

  /// {@return the log in this file, which is made with its folder where it does not exist}
  ///
  /// @param file the database file
  /// @throws RunLogException if it cannot be opened, is damaged, or was written by a newer Hone
  public static RunLog open(Path file) {
    return new RunLog(file, new Database(file).open());
  }

  /// {@return the identifier of a run that begins} Until {@link #end} it counts as unfinished.
  ///
  /// @param start what is known of it
  public String begin(RunStart start) {
    return ask(
        h -> {
          String id = RunId.of(start.startedAt(), random);
          while (RunReader.exists(h, id)) {
            id = RunId.of(start.startedAt(), random);
          }
          RunWriter.begin(h, id, start);
          return id;
        });
  }

  /// Keeps what came before the first round.
  ///
  /// @param runId the run
  /// @param planning language and plan, and what the model was asked for them
  public void planned(String runId, Planning.Made planning) {
    write(h -> RunWriter.planned(h, runId, planning));
  }

  /// Keeps what came before the first round.
  ///
  /// @param runId the run
  /// @param language the language and how it was found
  /// @param type the class of work
  /// @param plan the plan
  /// @param exchanges what the model was asked for language and plan
  public void planned(
      String runId,
      LanguageChoice language,
      RequirementType type,
      Plan plan,
      List<Exchange> exchanges) {
    planned(runId, new Planning.Made(language, type, plan, exchanges));
  }

  /// Keeps one attempt, whole or not at all.
  ///
  /// @param runId the run
  /// @param attempt the attempt
  public void attempt(String runId, Attempt attempt) {
    write(h -> AttemptWriter.write(h, runId, attempt));
  }

  /// Keeps how a run ended that came to a result.
  ///
  /// @param runId the run
  /// @param result the result
  public void end(String runId, Result result) {
    write(h -> RunWriter.end(h, runId, result));
  }

  /// Keeps how a run ended that came to no result.
  ///
  /// @param runId the run
  /// @param ending the ending's name
  /// @param why the message that explains it; may be empty
  public void end(String runId, Ending ending, String why) {
    write(h -> RunWriter.end(h, runId, ending, why));
  }

  /// {@return the latest runs, newest first}
  ///
  /// @param limit the most runs
  public List<RunSummary> runs(int limit) {
    return runs(RunFilter.ALL, Page.newest(limit));
  }

  /// {@return some of the runs, newest first}
  ///
  /// @param filter which runs
  /// @param page which part of their list
  public List<RunSummary> runs(RunFilter filter, Page page) {
    return ask(h -> SummaryReader.runs(h, filter, page));
  }

  /// {@return the identifiers of some of the runs, newest first}
  ///
  /// @param filter which runs
  public List<String> identifiers(RunFilter filter) {
    return ask(h -> SummaryReader.identifiers(h, filter));
  }

  /// {@return the names of all models that have a run, in the order of the alphabet}
  public List<String> models() {
    return ask(SummaryReader::models);
  }

  /// {@return the whole identifier of a run, or empty where none begins so}
  ///
  /// @param beginning the identifier or a beginning of it that no other run has
  /// @throws dev.hone.failure.UsageException if several runs begin so
  public Optional<String> identify(String beginning) {
    return ask(h -> RunReader.identify(h, beginning));
  }

  /// {@return one run with every attempt, or empty where none has this identifier}
  ///
  /// @param id the identifier or a beginning of it that no other run has
  /// @throws dev.hone.failure.UsageException if several runs begin so
  public Optional<RunRecord> find(String id) {
    return ask(h -> RunReader.find(h, id));
  }

  /// Keeps what a person says of a run, in place of what was said before.
  ///
  /// @param runId the run
  /// @param label what is said
  public void label(String runId, Label label) {
    write(h -> Labels.write(h, runId, label));
  }

  /// Forgets what a person said of a run.
  ///
  /// @param runId the run
  public void removeLabel(String runId) {
    write(h -> Labels.remove(h, runId));
  }

  /// {@return what a person said of a run, or empty where nothing was said}
  ///
  /// @param runId the run
  public Optional<Label> label(String runId) {
    return ask(h -> Labels.read(h, runId));
  }

  /// {@return counts of the runs that ended, for the failure rates}
  ///
  /// @param filter which runs count
  public Facts facts(Filter filter) {
    return ask(h -> FactReader.facts(h, filter));
  }

  /// {@return counts of the runs that ended, by the prompts that the model was asked with}
  ///
  /// @param filter which runs count
  public PromptFacts promptFacts(Filter filter) {
    return ask(h -> PromptFactReader.facts(h, filter));
  }

  /// {@return what runs spent that began at a time or later}
  ///
  /// @param since the time
  public Spending spentSince(Instant since) {
    return ask(h -> SpendingReader.since(h, since));
  }

  /// {@return when the code of a run was pruned, or empty where it was not}
  ///
  /// @param runId the run
  public Optional<Instant> prunedAt(String runId) {
    return ask(h -> RunReader.prunedAt(h, runId));
  }

  /// {@return what pruning would take away} Nothing is changed.
  ///
  /// @param pruning what is to be forgotten
  public Prunable prunable(Pruning pruning) {
    return ask(h -> Pruner.prunable(h, pruning));
  }

  /// Forgets runs for good, all of them or none. The file keeps its size until {@link #shrink}.
  ///
  /// @param runs their identifiers
  /// @param codeOnly whether only code, tests, prompts, replies and outputs go and the rest is kept
  /// @param now the time that is kept with what is left
  public void prune(List<String> runs, boolean codeOnly, Instant now) {
    write(h -> Pruner.prune(h, runs, codeOnly, now));
  }

  /// {@return whether the file was made as small as its content} It takes as much room on the disk
  /// once more while it works. Where others use the file meanwhile it stays as it is, and what is
  /// free in it is used for later runs.
  public synchronized boolean shrink() {
    try {
      handle.execute("vacuum");
      handle.createQuery("pragma wal_checkpoint(truncate)").mapToMap().list();
      return true;
    } catch (JdbiException e) {
      if (RunLogFailures.isBusy(e)) {
        return false;
      }
      throw RunLogFailures.of("made smaller", file, e);
    }
  }

  /// {@return what there is in the log}
  public LogStatus status() {
    return ask(h -> StatusReader.read(h, file));
  }

  /// Closes the file. A second call does nothing.
  @Override
  public synchronized void close() {
    handle.close();
  }

  private synchronized <T> T ask(Function<Handle, T> work) {
    try {
      return handle.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw RunLogFailures.of("used", file, e);
    }
  }

  private void write(Consumer<Handle> work) {
    boolean _ =
        ask(
            h -> {
              work.accept(h);
              return true;
            });
  }
}
