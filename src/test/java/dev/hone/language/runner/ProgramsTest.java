package dev.hone.language.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.language.ToolchainException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramsTest {
  private static final Path SHIM = Path.of("/shim/9");
  private static final Path OLD = Path.of("/old/1");
  private static final Path GOOD = Path.of("/good/2");
  private static final Path BETTER = Path.of("/better/3");

  /// A program whose file name is its version.
  private record Tool(String version) implements Programs.Versioned {
    static Optional<Tool> ask(Path program) {
      return program.equals(SHIM)
          ? Optional.empty()
          : Optional.of(new Tool(program.getFileName().toString()));
    }

    @Override
    public boolean isRecent() {
      return Integer.parseInt(version) >= 2;
    }
  }

  private static Tool first(Path... programs) {
    return Programs.firstRecent(
        List.of(programs), Tool::ask, seen -> "no tool" + seen + "; install it");
  }

  @Test
  void theFirstThatIsRecentEnoughIsTaken() {
    assertThat(first(SHIM, OLD, GOOD, BETTER)).isEqualTo(new Tool("2"));
  }

  @Test
  void whereAllAreTooOldTheMessageNamesThem() {
    assertThatThrownBy(() -> first(SHIM, OLD))
        .isInstanceOf(ToolchainException.class)
        .hasMessage("no tool (found only 1 at /old/1); install it");
    assertThatThrownBy(() -> first(SHIM)).hasMessage("no tool; install it");
  }

  @Test
  void aProgramOfAVersionManagerBelongsToTheFolderOfItsVersion() {
    Path node = Path.of("/home/ada/.nvm/versions/node/v22.12.0/bin/node");
    assertThat(Programs.installation(node))
        .containsExactly(Path.of("/home/ada/.nvm/versions/node/v22.12.0"));
    assertThat(Programs.installation(Path.of("/opt/tool/gcc")))
        .containsExactly(Path.of("/opt/tool"));
    assertThat(Programs.installation(Path.of("/usr/bin/node"))).isEmpty();
    assertThat(Programs.pathWith(Path.of("/opt/tool/gcc")))
        .isEqualTo("/opt/tool:/usr/local/bin:/usr/bin:/bin");
  }

  @Test
  void aFailureIsToldByItsLastLines() {
    String output = "1\n2\n\n3\n4\n5\n6\n7\n8\n9\n\n";
    assertThat(new Programs.Answer(1, output).lastLines()).isEqualTo("2\n3\n4\n5\n6\n7\n8\n9");
    assertThat(new Programs.Answer(1, "").lastLines()).isEmpty();
  }
}
