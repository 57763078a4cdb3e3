package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLibrariesTest {
  @TempDir private Path folder;

  @Test
  void aLibraryIsFoundWhateverVersionItsNameCarries() throws IOException {
    for (String name :
        new String[] {"libllama-common.so", "libggml-base.so", "libggml-cpu-x64.so"}) {
      Files.createFile(folder.resolve(name));
    }
    Path ggml = Files.createFile(folder.resolve("libggml.v0.5.0.so"));
    Path llama = Files.createFile(folder.resolve("libllama.so.0"));

    assertThat(EngineLibraries.find(folder, "ggml")).isEqualTo(ggml);
    assertThat(EngineLibraries.find(folder, "llama")).isEqualTo(llama);
  }

  @Test
  void anEmptyFolderIsRefused() {
    assertThatThrownBy(() -> EngineLibraries.load(folder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("there is no library ggml-base");
  }

  @Test
  void aFileThatIsNoLibraryIsRefused() throws IOException {
    Files.writeString(folder.resolve("libggml-base.so"), "text");

    assertThatThrownBy(() -> EngineLibraries.load(folder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cannot be loaded");
  }

  @Test
  void aMissingFolderIsRefused() {
    assertThatThrownBy(() -> EngineLibraries.load(folder.resolve("none")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("there is no engine folder");
  }

  @Test
  void theSeedThatMeansRandomNeverReachesTheEngine() {
    assertThat(TokenChooser.nativeSeed(0xFFFFFFFFL)).isNotEqualTo(-1);
    assertThat(TokenChooser.nativeSeed(7)).isEqualTo(7);
  }
}
