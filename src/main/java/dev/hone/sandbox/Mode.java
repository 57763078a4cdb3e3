package dev.hone.sandbox;

import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.process.Tools;
import java.util.List;
import java.util.function.Function;

/// One way to make a sandbox.
///
/// @param name its name
/// @param use who it is for
/// @param programs the programs of the system that it needs
/// @param make makes it, with the helper or without; called only if nothing is missing
/// @param means says by what means it works, with that helper
record Mode(
    String name,
    Use use,
    List<String> programs,
    Function<Helper, Sandbox> make,
    Function<Helper, String> means) {
  /// When a mode is used.
  enum Use {
    /// By itself.
    CHOSEN,
    /// Only by who asks for it.
    ASKED,
    /// Never here, as it is made for other users than the one who runs Hone.
    OTHERS
  }

  /// {@return whether a name means this mode: its own, or the first part of it}
  boolean isMeantBy(String word) {
    return name.equals(word) || family().equals(word);
  }

  /// {@return the first part of its name}
  String family() {
    return name.split("-", 2)[0];
  }

  /// {@return what is missing and how to get it; empty if nothing is}
  String missing() {
    if (use == Use.OTHERS) {
      return name.endsWith("-root") ? "Hone does not run as root" : "Hone runs as root";
    }
    List<String> absent = programs.stream().filter(p -> Tools.find(p).isEmpty()).toList();
    if (absent.isEmpty()) {
      return "";
    }
    String first = absent.getFirst();
    return switch (first) {
      case "bwrap" -> "bwrap is missing; install bubblewrap";
      case "podman" -> "podman is missing; install podman";
      case "docker" -> "docker is missing; install docker (docker.io) and start its daemon";
      default -> String.join(", ", absent) + " missing; install util-linux and coreutils";
    };
  }
}
