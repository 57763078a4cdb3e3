package dev.hone.runlog;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Writes and reads what a person says of a run.
final class Labels {
  private Labels() {}

  static void write(Handle handle, String runId, Label label) {
    RunWriter.check(
        handle
            .createUpdate(
                """
                update run set label = :label, label_type = nullif(:type, ''), labelled_at = :at
                where id = :id
                """)
            .bind("label", label.mark().id())
            .bind("type", label.type())
            .bind("at", Columns.time(label.at()))
            .bind("id", runId)
            .execute(),
        runId);
  }

  static void remove(Handle handle, String runId) {
    RunWriter.check(
        handle
            .createUpdate(
                "update run set label = null, label_type = null, labelled_at = null where id = :id")
            .bind("id", runId)
            .execute(),
        runId);
  }

  static Optional<Label> read(Handle handle, String runId) {
    return handle
        .createQuery(
            """
            select label, coalesce(label_type, '') as label_type, labelled_at from run
            where id = :id and label is not null
            """)
        .bind("id", runId)
        .map(
            (row, _) ->
                new Label(
                    Columns.constant(Mark.values(), Mark::id, row.getString("label")),
                    row.getString("label_type"),
                    Columns.time(row.getString("labelled_at"))))
        .findOne();
  }
}
