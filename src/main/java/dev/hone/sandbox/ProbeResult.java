package dev.hone.sandbox;

/// Whether one sandbox mode works on this machine.
///
/// @param mode its name
/// @param works whether a command ran in it and what must be out of reach was out of reach
/// @param reason why it does not work and what would help; empty if it works
/// @param means by what means it works here; empty if it does not
public record ProbeResult(String mode, boolean works, String reason, String means) {
  /// Makes a result without means.
  ///
  /// @param mode its name
  /// @param works whether it works
  /// @param reason why not
  public ProbeResult(String mode, boolean works, String reason) {
    this(mode, works, reason, "");
  }

  /// {@return the same, with the means if it works}
  ///
  /// @param by by what means
  ProbeResult by(String by) {
    return works ? new ProbeResult(mode, true, reason, by) : this;
  }
}
