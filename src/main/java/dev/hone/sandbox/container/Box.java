package dev.hone.sandbox.container;

import dev.hone.sandbox.Limits;
import dev.hone.sandbox.view.Entry;
import java.util.List;

/// One container before it is started.
///
/// @param name its name, which no other has
/// @param image the image that it stands on
/// @param uid the user and group id of its processes
/// @param rootless whether an ordinary user starts it
/// @param counted whether the engine holds memory and processes by a control group
/// @param swapHeld whether it holds swap too
/// @param entries what it shows, in the order in which it must be mounted
/// @param limits what its job may use
record Box(
    String name,
    String image,
    int uid,
    boolean rootless,
    boolean counted,
    boolean swapHeld,
    List<Entry> entries,
    Limits limits) {
  Box {
    entries = List.copyOf(entries);
  }
}
