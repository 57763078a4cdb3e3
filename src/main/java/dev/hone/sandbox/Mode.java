package dev.hone.sandbox;

import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.process.Tools;
import java.util.List;
import java.util.function.Function;

/// One way to make a sandbox.
///
/// @param name its name
/// @param forThisUser whether it is made for who runs Hone, root or an ordinary user
/// @param programs the programs of the system that it needs
/// @param make makes it, with the helper or without; called only if nothing is missing
/// @param means says by what means it works, with that helper
record Mode(
    String name,
    boolean forThisUser,
    List<String> programs,
    Function<Helper, Sandbox> make,
    Function<Helper, String> means) {
  /// {@return what is missing and how to get it; empty if nothing is}
  String missing() {
    if (!forThisUser) {
      return name.endsWith("-root") ? "Hone does not run as root" : "Hone runs as root";
    }
    List<String> absent = programs.stream().filter(p -> Tools.find(p).isEmpty()).toList();
    if (absent.isEmpty()) {
      return "";
    }
    return absent.contains("bwrap")
        ? "bwrap is missing; install bubblewrap"
        : String.join(", ", absent) + " missing; install util-linux and coreutils";
  }
}
