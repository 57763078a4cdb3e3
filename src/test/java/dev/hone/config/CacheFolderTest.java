package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.config.CacheFolder.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
  @TempDir Path temp;

  @Test
  void withoutAFolderThereAreNoParts() {
    assertThat(new CacheFolder(temp.resolve("absent")).parts()).isEmpty();
  }

  @Test
  void partsAreFoldersTheLargestFirst() throws Exception {
    write("engine/1.0/libllama.so", 20);
    write("models/a.gguf", 300);
    write("models/a.gguf.sha256", 64);
    Files.createSymbolicLink(temp.resolve("models/link"), temp.resolve("engine"));
    Files.writeString(temp.resolve("a-file"), "no part");

    assertThat(new CacheFolder(temp).parts())
        .extracting(Part::name)
        .containsExactly("models", "engine");
    assertThat(new CacheFolder(temp).parts().getLast()).isEqualTo(new Part("engine", 1, 20));
  }

  @Test
  void aPartIsRemovedWithAllItHoldsAndNothingBehindItsLinks() throws Exception {
    write("packages/go/pkg/file", 5);
    write("outside/kept", 5);
    Files.createSymbolicLink(temp.resolve("packages/out"), temp.resolve("outside"));
    assertThat(temp.resolve("packages/go/pkg").toFile().setWritable(false)).isTrue();
    CacheFolder cache = new CacheFolder(temp);

    cache.remove(part(cache, "packages"));

    assertThat(temp.resolve("packages")).doesNotExist();
    assertThat(temp.resolve("outside/kept")).exists();
    assertThat(cache.parts()).extracting(Part::name).containsExactly("outside");
  }

  @Test
  void whatAnEarlierRemovalLeftIsNoPartAndGoesWithTheNext() throws Exception {
    write(".removed-models-1/half.gguf", 5);
    write("runners/pytest", 5);
    CacheFolder cache = new CacheFolder(temp);
    assertThat(cache.parts()).extracting(Part::name).containsExactly("runners");

    cache.remove(part(cache, "runners"));

    assertThat(temp).isEmptyDirectory();
  }

  private static Part part(CacheFolder cache, String name) {
    return cache.parts().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  private void write(String path, int bytes) throws Exception {
    Path file = temp.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
  }
}
