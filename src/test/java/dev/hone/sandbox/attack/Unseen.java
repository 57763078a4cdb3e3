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
          new Unseen("", "--pdeathsig KILL", "ends the set-up with Hone: SeparateProgramsIT"),
          new Unseen("", "setsid", "what is inside has a session of its own in any case"),
          new Unseen("", "--die-with-parent", "ends the box with Hone: SeparateProgramsIT"),
          new Unseen("", "--kill-child", "ends the box with Hone: SeparateProgramsIT"),
          new Unseen("", "--fork", "--kill-child brings it along"),
          new Unseen("", "--perms 0755", "what --dir gives by itself, said in the open"),
          new Unseen("", "--clearenv", "the environment is empty from the start"),
          new Unseen("", "--cap-drop ALL", "setpriv gives up the same, a moment later"),
          new Unseen("", "--ambient-caps=-all", "falls with the inheritable set"),
          new Unseen("", "--no-new-privs", "bubblewrap sets it too"));

  /// {@return the reason why a part is not seen from inside, or empty}
  static String reason(String mode, String part) {
    return ALL.stream()
        .filter(each -> mode.startsWith(each.mode()) && part.startsWith(each.part()))
        .map(Unseen::reason)
        .findFirst()
        .orElse("");
  }
}
