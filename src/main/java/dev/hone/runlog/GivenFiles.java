package dev.hone.runlog;

import dev.hone.language.SourceFile;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Writes and reads the files that a run was given beside its text and its tests.
final class GivenFiles {
  /// Code that was to be changed.
  static final String EXISTING = "existing";

  /// Files that were there to be read.
  static final String CONTEXT = "context";

  private GivenFiles() {}

  static void write(Handle handle, String runId, String role, List<SourceFile> files) {
    for (int i = 0; i < files.size(); i++) {
      new Row("given_file")
          .set("run_id", runId)
          .set("role", role)
          .set("position", i)
          .set("path", files.get(i).path())
          .set("content", files.get(i).content())
          .insertWith(handle);
    }
  }

  static List<SourceFile> read(Handle handle, String runId, String role) {
    return handle
        .createQuery(
            """
            select path, content from given_file where run_id = :id and role = :role
              order by position
            """)
        .bind("id", runId)
        .bind("role", role)
        .map((row, _) -> new SourceFile(row.getString("path"), row.getString("content")))
        .list();
  }
}
