package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;

/// The modes that must not be skipped here: those that `HONE_REQUIRE_SANDBOX_MODES` names, parted
/// by commas.
public final class RequiredModes {
  /// The environment variable.
  public static final String VARIABLE = "HONE_REQUIRE_SANDBOX_MODES";

  private static final Sandboxes ALL = new Sandboxes();

  private RequiredModes() {}

  /// {@return the sandbox of a mode} A mode that does not work here skips the test with its reason,
  /// or fails it if the mode is required.
  ///
  /// @param mode its name
  public static Sandbox working(String mode) {
    return working(ALL, mode);
  }

  /// {@return the sandbox of a mode}
  ///
  /// @param sandboxes makes it
  /// @param mode its name
  static Sandbox working(Sandboxes sandboxes, String mode) {
    ProbeResult result = sandboxes.probe(mode);
    // As root, OrdinaryUserIT runs the tests of these modes once more as a user.
    boolean runAsUser = result.reason().equals("Hone runs as root");
    if (required(mode) && !runAsUser) {
      assertThat(result.works()).as(mode + " must work here: " + result.reason()).isTrue();
    }
    assumeThat(result.works()).as(mode + " does not work here: " + result.reason()).isTrue();
    return sandboxes.named(mode);
  }

  /// {@return whether a mode must not be skipped}
  ///
  /// @param mode its name
  public static boolean required(String mode) {
    return all().contains(mode);
  }

  /// {@return whether a mode of ordinary users must not be skipped}
  static boolean anyOfUsers() {
    return all().stream().anyMatch(mode -> mode.endsWith("-user"));
  }

  private static List<String> all() {
    return List.of(System.getenv().getOrDefault(VARIABLE, "").split(",", -1));
  }
}
