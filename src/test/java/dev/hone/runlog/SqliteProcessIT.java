package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;

class SqliteProcessIT extends ProcessContract {
  @TempDir Path folder;
  private int places;

  @Override
  String place() {
    places++;
    return folder.resolve("runs" + places + ".db").toString();
  }

  @Override
  Database database(String place) {
    return new SqliteDatabase(Path.of(place));
  }

  @Override
  RunLog open(String place) {
    return RunLog.open(Path.of(place));
  }

  @Override
  Map<String, String> environment() {
    return Map.of();
  }

  @Override
  void isWhole(Handle handle) {
    assertThat(handle.createQuery("pragma integrity_check").mapTo(String.class).list())
        .containsExactly("ok");
  }
}
