package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.landlock.Unsandboxed;
import dev.hone.sandbox.process.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which sandbox a choice leads to.
class ChoiceIT {
  private static final Sandboxes ALL = new Sandboxes();

  @Test
  void autoIsTheStrongestThatWorksWhateverTheSettingsName() {
    String strongest =
        ALL.probe().stream()
            .filter(ProbeResult::works)
            .map(ProbeResult::mode)
            .findFirst()
            .orElseThrow();

    assertThat(ALL.choose(new Choice.Named("auto"), "landlock").mode()).isEqualTo(strongest);
  }

  @Test
  void settingsNameTheModeOfWhoAsksForNothing() {
    assumeThat(System.getenv(Sandboxes.VARIABLE))
        .as("the environment names a mode, which goes first")
        .isNull();

    assertThat(ALL.choose(Choice.usual(), "landlock").mode()).isEqualTo("landlock");
  }

  @Test
  void theFirstPartOfANameMeansTheModeForThisUser() {
    ProbeResult root = ALL.probe("bubblewrap-root");
    ProbeResult user = ALL.probe("bubblewrap-user");
    assumeThat(root.works() || user.works()).as(root.reason() + "; " + user.reason()).isTrue();

    assertThat(ALL.named("bubblewrap").mode()).isEqualTo(root.works() ? root.mode() : user.mode());
  }

  @ParameterizedTest
  @CsvSource({"contaner, container", "landlok, landlock", "atuo, auto", "Unshare, unshare"})
  void aWrongNameIsWrongUseWithTheNearest(String name, String near) {
    assertThatThrownBy(() -> ALL.named(name))
        .isInstanceOfSatisfying(
            SandboxException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.USER))
        .hasMessageContaining("did you mean " + near + ";");
  }

  /// Nothing but the choice itself leads to no sandbox, and no message names the way.
  @ParameterizedTest
  @ValueSource(strings = {"none", "off", "unsandboxed", "false", "WithoutAny"})
  void noNameMeansNoSandbox(String name) {
    assertThatThrownBy(() -> ALL.named(name))
        .isInstanceOfSatisfying(
            SandboxException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.USER))
        .hasMessageContaining("there is no sandbox mode")
        .hasMessageNotContaining("without");
  }

  @Test
  void noModeThatIsTriedIsTheOneWithoutASandbox() {
    assertThat(ALL.names()).doesNotContain(Unsandboxed.MODE).hasSize(7);
    assertThat(ALL.probe())
        .extracting(ProbeResult::mode)
        .noneMatch(mode -> mode.startsWith("container"));
  }

  @Test
  void aModeForOthersIsRefusedWithTheReason() {
    String others = Tools.uid() == 0 ? "unshare-user" : "unshare-root";

    assertThatThrownBy(() -> ALL.named(others))
        .isInstanceOfSatisfying(
            SandboxException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.EXTERNAL))
        .hasMessageContaining("the sandbox mode " + others + " does not work here: Hone ");
  }
}
