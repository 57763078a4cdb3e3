package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogSchemaTest {
  @TempDir Path folder;

  @Test
  void thePageOnTheRunLogNamesEveryColumnAndNoOther() throws IOException {
    assertThat(documented()).isEqualTo(columns());
  }

  private List<String> columns() {
    try (Handle handle = new Database(folder.resolve("runs.db")).open()) {
      return handle
          .createQuery(
              """
              select t.name || '.' || c.name from sqlite_master t, pragma_table_info(t.name) c
              where t.type = 'table' and t.name <> 'flyway_schema_history' order by t.rowid, c.cid
              """)
          .mapTo(String.class)
          .list();
    }
  }

  private static List<String> documented() throws IOException {
    List<String> columns = new ArrayList<>();
    Pattern row = Pattern.compile("\\| `(\\w+)` \\|.*");
    String table = "";
    for (String line : Files.readAllLines(Path.of("docs", "runlog.md"))) {
      Matcher matcher = row.matcher(line);
      if (line.startsWith("## ")) {
        table = line.substring(3);
      } else if (matcher.matches()) {
        columns.add(table + "." + matcher.group(1));
      }
    }
    return columns;
  }
}
