package dev.hone.language.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {
  @TempDir Path cache;

  @Test
  void scriptsAreReadOnlyOnceTheyAreNeeded() {
    Scripts missing = new Scripts(cache, "python", List.of("nothing.py"));

    assertThatThrownBy(missing::folder)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such resource: /dev/hone/language/python/nothing.py");
  }

  @Test
  void theFolderIsNamedByTheirContentAndHoldsThem() throws IOException {
    Scripts scripts = new Scripts(cache, "python", List.of("gate.py", "observer.py"));
    Scripts fewer = new Scripts(cache, "python", List.of("gate.py"));

    scripts.write();

    assertThat(scripts.folder()).isNotEqualTo(fewer.folder()).hasParent(cache.resolve("runners"));
    assertThat(fewer.folder()).doesNotExist();
    assertThat(Files.readAllBytes(scripts.folder().resolve("gate.py")))
        .isEqualTo(Scripts.resource("python", "gate.py"));
  }

  @Test
  void aScriptThatWasChangedIsWrittenAgain() throws IOException {
    Scripts scripts = new Scripts(cache, "python", List.of("gate.py"));
    scripts.write();
    Path file = Files.writeString(scripts.folder().resolve("gate.py"), "pass");

    scripts.write();

    assertThat(Files.readAllBytes(file)).isEqualTo(Scripts.resource("python", "gate.py"));
  }
}
