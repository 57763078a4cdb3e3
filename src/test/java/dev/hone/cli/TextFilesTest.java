package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.language.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
  @TempDir private Path folder;

  @Test
  void aSingleFileStandsUnderItsName() throws IOException {
    String file = written("deep/down/solution.py");
    assertThat(TextFiles.code(List.of(file), "--code"))
        .containsExactly(new SourceFile("solution.py", "x\n"));
  }

  @Test
  void filesOfAProgramKeepTheirPlaceBelowTheirCommonFolder() throws IOException {
    List<String> files = List.of(written("app/main.py"), written("app/shapes/__init__.py"));
    assertThat(TextFiles.code(files, "--code"))
        .extracting(SourceFile::path)
        .containsExactly("main.py", "shapes/__init__.py");
  }

  @Test
  void aFolderStandsForTheFilesBelowItButHiddenOnes() throws IOException {
    written("app/src/lib.rs");
    written("app/Cargo.toml");
    written("app/.git/config");
    assertThat(TextFiles.code(List.of(folder.resolve("app").toString()), "--code"))
        .extracting(SourceFile::path)
        .containsExactly("Cargo.toml", "src/lib.rs");
  }

  @Test
  void testFilesStandBesideTheCode() throws IOException {
    List<String> files = List.of(written("a/test_x.py"), written("b/test_y.py"));
    assertThat(TextFiles.tests(files, "--tests"))
        .extracting(SourceFile::path)
        .containsExactly("test_x.py", "test_y.py");
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws IOException {
    List<String> files = List.of(written("a/test_x.py"), written("b/test_x.py"));
    assertThatThrownBy(() -> TextFiles.tests(files, "--tests"))
        .isInstanceOf(UsageException.class)
        .hasMessage("--tests names two files called test_x.py; rename one");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> TextFiles.code(List.of("nowhere.py"), "--code"))
        .isInstanceOf(UsageException.class)
        .hasMessage("--code names nowhere.py, which does not exist");
  }

  @Test
  void anEmptyFolderIsRefused() {
    assertThatThrownBy(() -> TextFiles.code(List.of(folder.toString()), "--code"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds no file; name the files themselves");
  }

  private String written(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x\n").toString();
  }
}
