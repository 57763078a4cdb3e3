package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A strategy does not know where the checks look; its files are put there.
class SolutionTest {
  @Test
  void aFileWithoutAKnownNameTakesTheOnlyPlace() {
    assertThat(placed(List.of("solution.py"), "answer", "helper.py"))
        .containsExactly("solution.py", "helper.py");
  }

  @Test
  void aFileOfTheSameNameIsMovedToItsFolder() {
    assertThat(placed(List.of("src/lib.rs", "src/words.rs"), "words.rs", "src/lib.rs"))
        .containsExactly("src/words.rs", "src/lib.rs");
  }

  @Test
  void amongSeveralPlacesNoneIsGuessed() {
    assertThat(placed(List.of("a.py", "b.py"), "c.py")).containsExactly("c.py");
  }

  private static List<String> placed(List<String> paths, String... files) {
    List<SourceFile> given =
        List.of(files).stream().map(path -> new SourceFile(path, path)).toList();
    return new Solution(given, List.of()).placed(paths).stream().map(SourceFile::path).toList();
  }
}
