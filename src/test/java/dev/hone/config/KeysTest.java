package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.agent.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {
  private final Keys keys = Keys.load();

  @Test
  void thePageOfSettingsHasEveryKeyAsTheTableHasIt() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs/config.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertThat(rows).containsExactlyElementsOf(keys.all().stream().map(KeysTest::row).toList());
  }

  @Test
  void noTwoKeysShareANameAVariableOrAnOption() {
    for (Stream<String> names :
        List.of(
            keys.all().stream().map(Key::name),
            keys.all().stream().map(Key::variable).filter(name -> !name.isEmpty()),
            keys.withOption().stream().map(Key::option))) {
      assertThat(names.toList()).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyRoleHasAKey() {
    assertThat(keys.below(List.of("roles")))
        .containsAll(Arrays.stream(Role.values()).map(Role::id).toList());
  }

  @Test
  void everyKeyWithADefaultReadsIt() {
    assertThat(TestSettings.of(Path.of("absent")).all())
        .allSatisfy(Values::check)
        .hasSize((int) keys.all().stream().filter(key -> !key.usual().isEmpty()).count());
  }

  private static String row(Key key) {
    String unit = key.unit().isEmpty() ? "" : ": " + key.unit();
    return "| `%s` | %s%s | %s | %s | %s | %s | %s |"
        .formatted(
            key.name(),
            key.kind().words(),
            unit,
            code(key.usual()),
            code(key.variable()),
            code(key.option()),
            key.project().words(),
            key.what());
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}
