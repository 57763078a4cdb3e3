package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.cli.CommandLines.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CacheCommandTest {
  @TempDir Path temp;

  @Test
  void partsAreListedWithTheirSizes() throws Exception {
    write("models/a.gguf", 1_500_000);
    write("runners/pytest/x", 10);

    assertThat(hone("list").out().replace(temp.toString(), "DIR"))
        .isEqualTo(
            """
            part     what it is                                        files    size
            models   model files, fetched; hone model list names them      1  1.5 MB
            runners  test runners, fetched or compiled here                1    10 B

            1.5 MB in all, in DIR/cache
            """);
    JsonNode form = JsonMapper.shared().readTree(hone("list", "--json").out());
    assertThat(form.at("/parts/0/name").asString()).isEqualTo("models");
    assertThat(form.at("/parts/0/bytes").asLong()).isEqualTo(1_500_000);
  }

  @Test
  void anEmptyCacheIsSaid() {
    assertThat(hone("list").out()).isEqualTo("nothing is kept in " + temp + "/cache\n");
    assertThat(hone("clean", "all").exit()).isZero();
    Ended ended = hone("clean", "models");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("there is no 'models' to remove: nothing is kept");
  }

  @Test
  void partsAreRemovedByName() throws Exception {
    write("models/a.gguf", 10);
    write("runners/pytest/x", 10);
    write("engine/x", 10);

    assertThat(hone("clean", "runners").out()).isEqualTo("removed runners, 10 B\n");
    assertThat(temp.resolve("cache/runners")).doesNotExist();
    assertThat(temp.resolve("cache/models")).exists();
    assertThat(hone("clean", "all").out()).contains("removed engine, 10 B", "removed models, 10 B");
    assertThat(temp.resolve("cache")).isEmptyDirectory();
  }

  /// One wrong name, and nothing is removed.
  @Test
  void aNameThatIsNoneIsRefusedWithTheNearestOne() throws Exception {
    write("models/a.gguf", 10);
    write("runners/pytest/x", 10);

    Ended ended = hone("clean", "runners", "model");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("did you mean models").contains("or say all");
    assertThat(temp.resolve("cache/runners")).exists();
    assertThat(hone("clean").exit()).isEqualTo(2);
  }

  private Ended hone(String... words) {
    List<String> all = new ArrayList<>(List.of("cache"));
    all.addAll(List.of(words));
    return CommandLines.run(Map.of("HONE_HOME", temp.toString()), temp, all);
  }

  private void write(String path, int bytes) throws Exception {
    Path file = temp.resolve("cache").resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
  }
}
