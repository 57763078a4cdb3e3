package dev.hone.sandbox.helper;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.helper.HelperOrders.Role;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.ResourceLimits;
import dev.hone.sandbox.view.Entry;
import dev.hone.sandbox.view.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The helper inside a box that namespaces make: the last rights are given up there, and Landlock
/// draws the box's lines a second time.
///
/// @param helper the helper
public record Inside(Helper.Ready helper) {
  /// Hone's own folder in a box.
  public static final Path OWN = Path.of("/hone");

  /// What a box lets its command write to, beside the work folder.
  public static final List<Path> WRITABLE = List.of(Path.of("/tmp"), Path.of("/dev/shm"));

  private static final Path PROGRAM = OWN.resolve("helper");

  /// A runner that holds what the code under test must not see starts that code by `$HONE_APART
  /// apart -- COMMAND`. The code then reaches no process before it, neither by a signal nor through
  /// `/proc`. The Landlock mode, which has no such variable, shows each process only its own folder
  /// there.
  private static final Map<String, String> APART = Map.of("HONE_APART", PROGRAM.toString());

  /// {@return what the box must show for it}
  public List<Entry> entries() {
    return List.of(new Entry.Folder(OWN), new Entry.Bind(helper.program(), PROGRAM));
  }

  /// {@return its orders, but for the filter and where to tell that the command runs}
  ///
  /// @param role {@link Role#RUN} or {@link Role#FIRST}
  /// @param job the job
  /// @param place what the job was given of the machine
  /// @param user the user id to become, or 0 to stay the same
  public HelperOrders orders(Role role, Job job, Boxed.Place place, int user) {
    // The first process counts as one of the user's.
    int own = role == Role.FIRST ? 1 : 0;
    return orders(
        role, job, new ResourceLimits(job.limits(), place.grouped(), own).ofEachProcess(), user);
  }

  /// {@return its orders, but for the filter and where to tell that the command runs}
  ///
  /// @param role {@link Role#RUN} or {@link Role#FIRST}
  /// @param job the job
  /// @param each the limits of each process
  /// @param user the user id to become, or 0 to stay the same
  public HelperOrders orders(Role role, Job job, Limits each, int user) {
    boolean landlock = helper.drawsLines();
    // The network is the box's own, so Landlock need not keep it.
    return new HelperOrders(PROGRAM.toString(), role)
        .limits(each)
        .add("user", user)
        .add("work", View.BOX)
        .add("landlock", landlock)
        .add("inet", true)
        .add("read", "/")
        .all("write", WRITABLE)
        .add("device", "/dev")
        .environment(View.environment(job, View.BOX, Path.of("/tmp")))
        .environment(landlock ? APART : Map.of());
  }
}
