package dev.hone.runlog;

import org.jdbi.v3.core.Handle;

/// A made-up run of one attempt, written by the statements that Hone had when the schema was 12.
final class EarlierRun {
  private EarlierRun() {}

  /// Writes a run that has not ended, with its attempt.
  static void begin(Handle handle, String id) {
    handle
        .createUpdate(
            """
            insert into run (id, started_at, requirement, language_option, model, model_billions,
              model_context_tokens, model_fingerprint, engine, sandbox, hone_version, seed,
              rounds_limit, timeout_millis, allowed, required_basis, language, type)
            values (:id, '2026-11-24T00:01:00.000Z', 'Write twice(n)', '', 'small-model', 1.5, 32768,
              'cc324af0', 'engine 1.0', 'bubblewrap-root', '0.1.0', 0, 3, 30000, '[]', 'own', 'python',
              'numeric')
            """)
        .bind("id", id)
        .execute();
    handle
        .createUpdate(
            """
            insert into attempt (run_id, number, started_at, verdict, millis, round)
            values (:id, 1, '2026-11-24T00:01:00.000Z', 'TestsFailed', 900, 1)
            """)
        .bind("id", id)
        .execute();
    handle
        .createUpdate(
            """
            insert into exchange (run_id, attempt, position, role, prompt_name, prompt_hash,
              messages, reply, finish, prompt_tokens, cached_tokens, completion_tokens,
              first_token_millis, millis)
            values (:id, 1, 0, 'code', 'candidate/write', 'aaaaaaaaaaaa', '[]', '', 'STOP', 100, 0,
              10, 10, 900)
            """)
        .bind("id", id)
        .execute();
  }

  /// Writes the end of a run; it passed where it is `Solved`.
  static void end(Handle handle, String id, String ended) {
    handle
        .createUpdate(
            """
            update run set ended = :ended, passed = :passed, best_attempt = 1, prompt_tokens = 100,
              completion_tokens = 10 where id = :id
            """)
        .bind("ended", ended)
        .bind("passed", Columns.flag(ended.equals("Solved")))
        .bind("id", id)
        .execute();
  }
}
