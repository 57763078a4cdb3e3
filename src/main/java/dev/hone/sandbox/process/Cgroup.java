package dev.hone.sandbox.process;

import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One control group, made for one job. Closing removes it, once it is empty.
public interface Cgroup extends AutoCloseable {
  /// {@return the files into which a process of one thread writes 0 to join}
  List<Path> joinFiles();

  /// Sets its limits; it is made without.
  ///
  /// @param limits the limits on memory and processes
  /// @throws IOException if the kernel does not take one that must be held
  void limit(Limits limits) throws IOException;

  /// Sets its weight against the rest of the machine, where it has one; it is made with that of any
  /// other group.
  ///
  /// @param low whether it is a quarter of that, so that a job neither holds up the machine nor,
  ///   where other work keeps all processors busy, runs out of time before its end
  void weigh(boolean low);

  /// {@return what its processes have used; as the most memory, that of this moment where the
  /// kernel does not keep the most}
  TreeUse use();

  /// {@return the ids of its processes, as far as they can be named from here}
  List<Long> members();

  /// Sends all its processes the kill signal.
  void kill();

  /// {@return whether a process is in it}
  boolean populated();

  @Override
  void close();
}
