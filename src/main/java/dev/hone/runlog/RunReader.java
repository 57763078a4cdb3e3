package dev.hone.runlog;

import dev.hone.failure.UsageException;
import dev.hone.language.SourceFile;
import dev.hone.model.ModelCard;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Ending;
import dev.hone.result.Evidence;
import dev.hone.result.Failure;
import dev.hone.result.Usage;
import dev.hone.suite.TestFile;
import dev.hone.verdict.mutation.MutationScore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Reads runs.
final class RunReader {
  private static final int MOST_CANDIDATES = 8;

  /// The character that sorts behind every other.
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private RunReader() {}

  static Optional<RunRecord> find(Handle handle, String beginning) {
    return identify(handle, beginning).map(id -> record(handle, id));
  }

  static Optional<Instant> prunedAt(Handle handle, String id) {
    return handle
        .createQuery("select pruned_at from run where id = :id and pruned_at is not null")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(Columns::time);
  }

  /// {@return the whole identifier of the only run that begins so}
  ///
  /// @throws UsageException if several runs begin so
  static Optional<String> identify(Handle handle, String beginning) {
    List<String> ids =
        handle
            .createQuery("select id from run where id >= :id and id < :end order by id")
            .bind("id", beginning)
            .bind("end", beginning + LAST)
            .mapTo(String.class)
            .list();
    if (beginning.isEmpty() || ids.isEmpty()) {
      return Optional.empty();
    }
    if (ids.size() > 1 && !ids.contains(beginning)) {
      throw new UsageException(
          "%d runs begin with '%s': %s; type more of the identifier"
              .formatted(ids.size(), beginning, candidates(ids.reversed())));
    }
    return Optional.of(ids.contains(beginning) ? beginning : ids.getFirst());
  }

  private static String candidates(List<String> ids) {
    String first = String.join(", ", ids.subList(0, Math.min(MOST_CANDIDATES, ids.size())));
    return ids.size() <= MOST_CANDIDATES
        ? first
        : "%s and %d earlier ones".formatted(first, ids.size() - MOST_CANDIDATES);
  }

  private static RunRecord record(Handle handle, String id) {
    List<SourceFile> ownTests =
        AttemptReader.tests(handle, id, 0).stream().map(TestFile::file).toList();
    return handle
        .createQuery("select * from run where id = :id")
        .bind("id", id)
        .map(
            (row, _) ->
                new RunRecord(
                    id,
                    start(row, requirement(handle, row, ownTests)),
                    planning(handle, row),
                    AttemptReader.attempts(handle, id),
                    end(row),
                    Resumptions.read(handle, id)))
        .one();
  }

  private static Requirement requirement(Handle handle, ResultSet row, List<SourceFile> ownTests)
      throws SQLException {
    String id = row.getString("id");
    return new Requirement(
        row.getString("requirement"),
        row.getString("language_option"),
        ownTests,
        GivenFiles.read(handle, id, GivenFiles.EXISTING),
        GivenFiles.read(handle, id, GivenFiles.CONTEXT));
  }

  private static RunStart start(ResultSet row, Requirement requirement) throws SQLException {
    return new RunStart(
        Columns.time(row.getString("started_at")),
        requirement,
        new ModelCard(
            row.getString("model"),
            row.getDouble("model_billions"),
            row.getInt("model_context_tokens"),
            row.getString("model_fingerprint"),
            row.getString("engine")),
        row.getString("sandbox"),
        row.getString("hone_version"),
        new RunSettings(
            row.getLong("seed"),
            row.getInt("rounds_limit"),
            Columns.millis(row.getLong("timeout_millis")),
            Set.copyOf(Columns.texts(row.getString("allowed"))),
            basis(row.getString("required_basis")),
            Columns.texts(row.getString("packages")),
            Columns.texts(row.getString("budget"))));
  }

  private static Planning planning(Handle handle, ResultSet row) throws SQLException {
    String plan = known(row, "plan");
    if (plan.isEmpty()) {
      return new Planning.Pending();
    }
    return new Planning.Made(
        new LanguageChoice(
            PlanReader.language(row.getString("language")),
            LanguageChoice.By.valueOf(row.getString("language_by")),
            row.getString("language_why")),
        Columns.constant(RequirementType.values(), RequirementType::id, row.getString("type")),
        PlanReader.plan(Columns.json(plan)),
        AttemptReader.exchanges(handle, row.getString("id"), 0));
  }

  private static RunEnd end(ResultSet row) throws SQLException {
    String ended = known(row, "ended");
    if (ended.isEmpty()) {
      return new RunEnd.Unfinished();
    }
    Ending ending = Columns.constant(Ending.values(), Ending::id, ended);
    String basis = known(row, "basis");
    if (basis.isEmpty()) {
      return new RunEnd.Stopped(ending, row.getString("ended_why"));
    }
    return new RunEnd.Finished(
        ending,
        row.getBoolean("passed"),
        row.getInt("best_attempt"),
        new Evidence(
            basis(basis),
            row.getInt("given_passed"),
            row.getInt("given_total"),
            row.getInt("own_passed"),
            row.getInt("own_total"),
            row.getInt("set_aside"),
            new MutationScore(row.getInt("mutants_killed"), row.getInt("mutants")),
            new Evidence.Consensus(row.getInt("compared"), row.getInt("alike"))),
        new Usage(
            row.getInt("calls"),
            row.getLong("prompt_tokens"),
            row.getLong("cached_tokens"),
            row.getLong("completion_tokens"),
            Columns.millis(row.getLong("model_millis")),
            row.getLong("thinking_tokens"),
            row.getInt("retries"),
            Columns.cost(row)),
        Columns.millis(row.getLong("total_millis")),
        Failure.of(known(row, "failure")));
  }

  private static Evidence.Basis basis(String id) {
    return Columns.constant(Evidence.Basis.values(), Evidence.Basis::id, id);
  }

  private static String known(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }
}
