package dev.hone.sandbox.attack;

import java.util.List;

/// The parts of the commands that a program inside cannot miss, each with the reason for it to be
/// there all the same.
///
/// @param mode the beginning of the mode's name
/// @param part the beginning of the part's text
/// @param reason the reason
record Unseen(String mode, String part, String reason) {
  private static final List<Unseen> ALL =
      List.of(
          new Unseen("", "--pdeathsig KILL", "ends the set-up with Hone: SeparateProgramsIT"));

  /// {@return the reason why a part is not seen from inside, or empty}
  static String reason(String mode, String part) {
    return ALL.stream()
        .filter(each -> mode.startsWith(each.mode()) && part.startsWith(each.part()))
        .map(Unseen::reason)
        .findFirst()
        .orElse("");
  }
}
