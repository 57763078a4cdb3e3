package dev.hone.runlog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One row to be inserted: columns by name.
final class Row {
  private final String table;
  private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

  Row(String table) {
    this.table = table;
  }

  /// {@return a row that belongs to a run, with its place in it}
  static Row of(String table, String runId, int attempt, int position) {
    return new Row(table).set("run_id", runId).set("attempt", attempt).set("position", position);
  }

  /// {@return this row}
  Row set(String column, @Nullable Object value) {
    columns.put(column, value);
    return this;
  }

  void insertWith(Handle handle) {
    int _ = insert(handle, "");
  }

  /// {@return whether it is there now: false where another row has its key}
  boolean isInsertedWith(Handle handle) {
    return insert(handle, " on conflict do nothing") == 1;
  }

  private int insert(Handle handle, String end) {
    // table and column names are constants of this package; only values come from outside
    String names = String.join(", ", columns.keySet());
    String values = ":" + String.join(", :", columns.keySet());
    return handle
        .createUpdate("insert into " + table + " (" + names + ") values (" + values + ")" + end)
        .bindMap(columns)
        .execute();
  }
}
