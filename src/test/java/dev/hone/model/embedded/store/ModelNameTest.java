package dev.hone.model.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelNameTest {
  @TempDir Path temp;

  @Test
  void aPathOfAFileIsThatFile() throws IOException {
    Path own = Files.write(temp.resolve("own.gguf"), new byte[3]);
    assertThat(store().path(own.toString())).isEqualTo(own);
  }

  @Test
  void aPathWithoutAFileIsWrongUse() {
    assertThatThrownBy(() -> store().path("missing.gguf"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "the model file missing.gguf does not exist; give the path of a GGUF file, or one of small, default, large (hone model list)");
  }

  @Test
  void anUnknownNameIsToldTheChoices() {
    assertThatThrownBy(() -> store().path("huge"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "no model is called huge; choose one of small, default, large, or give the path of a GGUF file");
  }

  @Test
  void aTextThatIsNoPathIsAnUnknownName() {
    assertThatThrownBy(() -> store().path("a\0b"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("choose one of small, default, large");
    assertThat(store().present("a\0b")).isEmpty();
  }

  private ModelStore store() {
    return new ModelStore(temp, Progress.silent(), Access.of(Map.of("HONE_OFFLINE", "1")));
  }
}
