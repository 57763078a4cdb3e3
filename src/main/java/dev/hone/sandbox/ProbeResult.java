package dev.hone.sandbox;

/// Whether one sandbox mode works on this machine.
///
/// @param mode its name
/// @param works whether a command ran in it and what must be out of reach was out of reach
/// @param reason why it does not work and what would help; empty if it works
public record ProbeResult(String mode, boolean works, String reason) {}
