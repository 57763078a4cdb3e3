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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// The log of every run, in one SQLite file or in a database of a PostgreSQL server. What a method
/// wrote is on disk when it returns. Several threads and several processes may use the same log; a
/// writer waits for another.
///
/// Every method throws {@link RunLogException} if the log cannot be read or written.
public final class RunLog implements AutoCloseable {
  private final Database database;
  private final Holds holds;
  private final SecureRandom random = new SecureRandom();
  // Virtual threads that wait for it are woken by who gives it up; those that wait for a monitor by
  // one thread of the JVM's own.
  private final ReentrantLock lock = new ReentrantLock();

  private Handle handle;

  private RunLog(Database database) {
    this.database = database;
    this.holds = new Holds(database);
    this.handle = database.open();
  }

  /// {@return the log in this file, which is made with its folder where it does not exist}
  ///
  /// @param file the database file
  /// @throws RunLogException if it cannot be opened, is damaged, or was written by a newer Hone
  public static RunLog open(Path file) {
    return new RunLog(new SqliteDatabase(file));
  }

  /// {@return the log in this database, in which tables are made where it is empty} A connection
  /// that breaks is opened again when it is next needed.
  ///
  /// @param place the database
  /// @param login who asks for it
  /// @throws RunLogException if it cannot be opened, holds something else, or was written by a
  ///   newer Hone
  public static RunLog open(LogPlace.Shared place, Login login) {
    return new RunLog(new PostgresDatabase(place, login));
  }

  /// {@return where the log is}
  public LogPlace place() {
    return database.place();
  }

  /// {@return the identifier of a run that begins} Until {@link #end} it counts as unfinished, and
  /// nobody else can take it up.
  ///
  /// @param start what is known of it
  public String begin(RunStart start) {
    return use(
        h ->
            database.write(
                h,
                _ -> {
                  String id = RunId.of(start.startedAt(), 0, random);
                  for (int taken = 1; !RunWriter.begin(h, id, start); taken++) {
                    id = RunId.of(start.startedAt(), taken, random);
                  }
                  boolean _ = holds.take(h, id);
                  return id;
                }));
  }

  /// {@return a run that may go on: it was killed, or ended without a pass} Nothing is changed.
  ///
  /// @param id the identifier or a beginning of it that no other run has
  /// @throws dev.hone.failure.UsageException if there is none or several begin so, if it passed, if
  ///   its code was pruned, or if another process is at it
  public RunRecord resumable(String id) {
    return written(
        h -> {
          RunRecord run = Resuming.resumable(h, id);
          if (!holds.take(h, run.id())) {
            throw Resuming.running(run.id());
          }
          holds.letGo(h, run.id());
          return run;
        });
  }

  /// {@return the run as it was before it goes on} Until {@link #end} it counts as unfinished
  /// again, and nobody else can take it up. Its attempts stay; further ones are numbered after
  /// them.
  ///
  /// @param runId the run
  /// @param at when it goes on
  /// @param terms on what terms
  /// @throws dev.hone.failure.UsageException as {@link #resumable}
  public RunRecord resume(String runId, Instant at, Terms terms) {
    return written(
        h -> {
          if (!holds.take(h, runId)) {
            throw Resuming.running(runId);
          }
          boolean taken = false;
          try {
            RunRecord run = Resuming.resume(h, runId, at, terms);
            holds.count(h, runId);
            taken = true;
            return run;
          } finally {
            if (!taken) {
              holds.letGo(h, runId);
            }
          }
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
    write(
        h -> {
          holds.check(runId);
          AttemptWriter.write(h, runId, attempt);
        });
  }

  /// Keeps how a run ended that came to a result.
  ///
  /// @param runId the run
  /// @param result the result
  public void end(String runId, Result result) {
    end(runId, h -> RunWriter.end(h, runId, result));
  }

  /// Keeps how a run ended that came to no result.
  ///
  /// @param runId the run
  /// @param ending the ending's name
  /// @param why the message that explains it; may be empty
  public void end(String runId, Ending ending, String why) {
    end(runId, h -> RunWriter.end(h, runId, ending, why));
  }

  private void end(String runId, Consumer<Handle> work) {
    write(
        h -> {
          holds.check(runId);
          work.accept(h);
        });
    boolean _ =
        use(
            h -> {
              holds.letGo(h, runId);
              return true;
            });
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

  /// Forgets runs for good, all of them or none. The log keeps its size until {@link #shrink}.
  ///
  /// @param runs their identifiers
  /// @param codeOnly whether only code, tests, prompts, replies and outputs go and the rest is kept
  /// @param now the time that is kept with what is left
  public void prune(List<String> runs, boolean codeOnly, Instant now) {
    write(h -> Pruner.prune(h, runs, codeOnly, now));
  }

  /// {@return whether the log was made as small as its content} A file takes as much room on the
  /// disk once more while it works. Where others use the file meanwhile it stays as it is, and what
  /// is free in it is used for later runs; so it is on a server.
  public boolean shrink() {
    return use(database::shrink);
  }

  /// {@return what there is in the log}
  public LogStatus status() {
    return ask(h -> StatusReader.read(h, database));
  }

  /// Closes the log. A second call does nothing.
  @Override
  public void close() {
    lock.lock();
    try (Handle _ = handle) {
      database.letGoOfAll();
    } finally {
      lock.unlock();
    }
  }

  private <T> T ask(Function<Handle, T> work) {
    return use(h -> database.read(h, work::apply));
  }

  private void write(Consumer<Handle> work) {
    boolean _ =
        written(
            h -> {
              work.accept(h);
              return true;
            });
  }

  private <T> T written(Function<Handle, T> work) {
    return use(h -> database.write(h, work::apply));
  }

  private <T> T use(Function<Handle, T> work) {
    lock.lock();
    try {
      Handle working = database.working(handle);
      if (!working.equals(handle)) {
        handle = working;
        holds.renew(handle);
      }
      return work.apply(handle);
    } catch (JdbiException e) {
      throw database.failure("used", e);
    } finally {
      lock.unlock();
    }
  }
}
