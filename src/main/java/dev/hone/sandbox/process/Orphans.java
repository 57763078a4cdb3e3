package dev.hone.sandbox.process;

import dev.hone.sandbox.launcher.Adoption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The processes of a job whose parents ended, for a job without a namespace, a group or a user of
/// its own. Hone adopts them, so by descent they are Hone's and nobody else's: no process of
/// another program, nor of another Hone of the same user, can be among them. Marks that a process
/// carries, such as its session or its environment, would not do, as it can change them. Safe for
/// use by several threads.
public final class Orphans {
  private final Spawner spawner;
  private final ReentrantLock alone = new ReentrantLock();
  private final long self = ProcessHandle.current().pid();
  private @Nullable Adoption adoption;

  Orphans(Spawner spawner) {
    this.spawner = spawner;
  }

  /// Waits until no other job can have orphans, since nothing tells those of two jobs apart.
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  public void begin() throws InterruptedException {
    alone.lockInterruptibly();
    var _ = adoption();
  }

  /// Lets the next job begin.
  public void end() {
    alone.unlock();
  }

  /// {@return those that run: Hone's children that it did not start and that are behind a filter,
  /// which a process cannot shed}
  List<ProcFiles.Stat> running() {
    return adopted().stream()
        .filter(ProcFiles.Stat::running)
        .filter(s -> Filters.added(s.pid()))
        .toList();
  }

  /// Waits for those that ended. A job has a session of its own, which tells its processes from
  /// those that other parts of Hone started and wait for.
  void bury() {
    long session = ProcFiles.stat(self).stream().mapToLong(ProcFiles.Stat::session).sum();
    adopted().stream()
        .filter(s -> s.state() == 'Z' && s.session() != session)
        .forEach(s -> adoption().bury(s.pid()));
  }

  void killGroups(List<ProcFiles.Stat> members) {
    long session = ProcFiles.stat(self).stream().mapToLong(ProcFiles.Stat::session).sum();
    members.stream()
        .filter(s -> s.session() != session && s.group() > 1)
        .mapToLong(ProcFiles.Stat::group)
        .distinct()
        .forEach(adoption()::killGroup);
  }

  private List<ProcFiles.Stat> adopted() {
    return ProcFiles.childrenOf(self).stream().filter(s -> !spawner.started(s.pid())).toList();
  }

  private synchronized Adoption adoption() {
    Adoption known = adoption;
    if (known == null) {
      known = Adoption.begin();
      adoption = known;
    }
    return known;
  }
}
