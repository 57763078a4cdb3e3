package dev.hone.sandbox.landlock;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.launcher.LauncherCommand;
import dev.hone.sandbox.process.Cgroup;
import dev.hone.sandbox.process.CgroupTree;
import dev.hone.sandbox.process.DescendantTree;
import dev.hone.sandbox.process.DiskStorage;
import dev.hone.sandbox.process.Disposal;
import dev.hone.sandbox.process.Filters;
import dev.hone.sandbox.process.Orphans;
import dev.hone.sandbox.process.Prepared;
import dev.hone.sandbox.process.SessionPriority;
import dev.hone.sandbox.process.Storage;
import dev.hone.sandbox.process.Tree;
import dev.hone.sandbox.process.UserTree;
import dev.hone.sandbox.process.Workplace;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A job made ready for the launcher.
record Launched(
    LauncherCommand.Told told, Folders folders, Job job, Orphans orphans, List<AutoCloseable> held)
    implements Prepared {
  @Override
  public List<String> command() {
    return Stream.concat(told.program().stream(), told.orders().stream()).toList();
  }

  @Override
  public int toldFrom() {
    return told.program().size();
  }

  @Override
  public Tree tree(Process process) {
    Optional<Cgroup> group = Folders.groupAmong(held);
    if (group.isPresent()) {
      return new CgroupTree(process, group.get(), job.limits());
    }
    return folders
        .slot()
        .<Tree>map(slot -> new UserTree(process, slot.uid(), job.limits()))
        .orElseGet(() -> new DescendantTree(process, orphans, job.limits()));
  }

  @Override
  public Storage storage() {
    return new DiskStorage(List.of(folders.work(), folders.temporary()), job.limits());
  }

  /// The filter is the launcher's last step but one before it becomes the command.
  @Override
  public boolean begun(Process process) {
    boolean begun = Filters.added(process.pid());
    if (begun) {
      // Not before: at the low weight a busy machine would hold up the launcher's start.
      Folders.groupAmong(held).ifPresent(g -> g.weigh(true));
      SessionPriority.lowerSoon(process);
    }
    return begun;
  }

  @Override
  public boolean reachedCommand() {
    return Files.exists(folders.mark());
  }

  @Override
  public void close() {
    Workplace.remove(folders.root());
    held.forEach(Disposal::giveBack);
  }
}
