package dev.hone.sandbox.bubblewrap;

import dev.hone.sandbox.process.Cgroup;
import dev.hone.sandbox.process.CgroupTree;
import dev.hone.sandbox.process.NamespaceTree;
import dev.hone.sandbox.process.Prepared;
import dev.hone.sandbox.process.Tree;
import dev.hone.sandbox.process.Workplace;
import java.util.List;
import java.util.Optional;

/// A job made ready for bubblewrap.
final class Boxed implements Prepared {
  private final List<String> command;
  private final Status status;
  private final long memoryBytes;
  private final List<AutoCloseable> held;

  Boxed(List<String> command, Status status, long memoryBytes, List<AutoCloseable> held) {
    this.command = List.copyOf(command);
    this.status = status;
    this.memoryBytes = memoryBytes;
    this.held = List.copyOf(held);
  }

  @Override
  public List<String> command() {
    return command;
  }

  @Override
  public Tree tree(Process process) {
    Optional<Cgroup> group =
        held.stream().filter(Cgroup.class::isInstance).map(Cgroup.class::cast).findFirst();
    return group.isPresent()
        ? new CgroupTree(process, group.get())
        : new NamespaceTree(process, status::firstProcess, memoryBytes);
  }

  @Override
  public boolean reachedCommand() {
    return status.reachedCommand();
  }

  @Override
  public void close() {
    Workplace.remove(status.file());
    for (AutoCloseable each : held) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("could not give back " + each, e);
      }
    }
  }
}
