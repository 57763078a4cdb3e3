package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tables of the pages say what the kept results say.
class MeasuredTablesTest {
  private static final Pattern TABLE =
      Pattern.compile("(?s)<!-- hone (bench [^\\n]*) -->\\n(.*?)<!-- end -->");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "bench/README.md"})
  void eachTableIsWhatItsCommandPrints(String page) throws IOException {
    Matcher table = TABLE.matcher(Files.readString(Path.of(page)));
    int tables = 0;
    while (table.find()) {
      tables++;
      assertThat(printed(table.group(1).split(" ", -1)))
          .as("bench/tables writes it anew")
          .isEqualTo(table.group(2));
    }
    assertThat(tables).isPositive();
  }

  private String printed(String[] words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Streams streams = new Streams(InputStream.nullInputStream(), stream, System.err, false);
    int exit =
        new Program(Commands.all(new ScriptedServices(folder)), "hone 0.1.0", false)
            .run(words, streams);
    assertThat(exit).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
