package dev.hone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.progress.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Looks for the real toolchains of this machine with an empty cache folder.
class InstalledIT {
  private final List<Event> shown = new ArrayList<>();
  @TempDir private Path home;
  private Hone hone;

  @BeforeEach
  void layOut() {
    hone = Hone.create(Map.of("HONE_HOME", home.toString()), shown::add);
  }

  private Toolchain installed(Language language) {
    try {
      return language.installed();
    } catch (ToolchainException e) {
      return abort("not here: " + e.getMessage());
    } finally {
      assertThat(home).isEmptyDirectory();
      assertThat(shown).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void lookingForAToolchainPreparesNothing(LanguageId id) {
    Language language = hone.language(id).orElseGet(() -> abort("not supported"));
    Toolchain toolchain = installed(language);
    assertThat(toolchain.program()).isExecutable();
    assertThat(toolchain.readOnly()).noneMatch(folder -> folder.startsWith(home));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVASCRIPT", "RUST"})
  void aToolchainThatIsReadyIsTheOneFoundWithTheFoldersOfItsRunner(LanguageId id) {
    Language language = hone.language(id).orElseThrow();
    Toolchain found = installed(language);
    Toolchain ready = language.toolchain();
    List<Path> runner =
        ready.readOnly().stream().filter(folder -> folder.startsWith(home)).toList();
    assertThat(runner).isNotEmpty();
    Toolchain expected = found.with(runner);
    // Rust's environment says where its prepared observer is.
    assertThat(ready.environment()).containsAllEntriesOf(expected.environment());
    assertThat(ready)
        .isEqualTo(
            new Toolchain(
                expected.program(), expected.version(), expected.readOnly(), ready.environment()));
  }

  @Test
  void theToolchainsOfTheSandboxCommandAreFoundWithNothingPrepared() {
    List<Path> programs = hone.toolchains().stream().map(Toolchain::program).toList();
    assertThat(programs).isNotEmpty().allSatisfy(program -> assertThat(program).isExecutable());
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void whatTheFirstUsePreparesIsSaidUntilItIsDone() {
    Language c = hone.language(LanguageId.C).orElseThrow();
    Toolchain _ = installed(c);
    assertThat(c.firstUse()).contains("builds the test runner (about 2 s)");
    Toolchain _ = c.toolchain();
    assertThat(c.firstUse()).isEmpty();
  }

  @Test
  void theDoctorLooksAtEachLanguageAndPreparesNothing() {
    List<Check> checks = hone.doctor();
    assertThat(checks.stream().map(Check::name))
        .containsAll(hone.languages().stream().map(LanguageId::id).toList());
    List<String> prepared = List.of("python", "typescript", "go", "c", "cpp");
    assertThat(checks)
        .filteredOn(check -> prepared.contains(check.name()))
        .filteredOn(check -> check.state() == Check.State.WORKS)
        .allSatisfy(check -> assertThat(check.advice()).startsWith("the first use "));
    assertThat(checks)
        .filteredOn(check -> check.name().equals("run log"))
        .extracting(Check::state, Check::found)
        .containsExactly(tuple(Check.State.WORKS, home.resolve("data/runs.db") + ", 0 runs"));
    // The sandbox is tried out, and for that its helper is there.
    assertThat(hone.cacheFolder().toFile().list()).isSubsetOf("helper");
    assertThat(shown).isEmpty();
  }
}
