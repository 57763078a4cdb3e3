package dev.hone.sandbox.landlock;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.process.CgroupTree;
import dev.hone.sandbox.process.DiskStorage;
import dev.hone.sandbox.process.Disposal;
import dev.hone.sandbox.process.Prepared;
import dev.hone.sandbox.process.Status;
import dev.hone.sandbox.process.Storage;
import dev.hone.sandbox.process.Tree;
import dev.hone.sandbox.process.WatchedTree;
import dev.hone.sandbox.process.Workplace;
import java.util.List;

/// A job made ready for the helper.
record Watched(
    List<String> command, Folders folders, Job job, List<AutoCloseable> held, Disposal disposal)
    implements Prepared {
  @Override
  public int toldFrom() {
    return 1;
  }

  @Override
  public Tree tree(Process process) {
    return Folders.groupAmong(held)
        .<Tree>map(group -> new CgroupTree(process, group, job.limits()))
        .orElseGet(() -> new WatchedTree(process, job.limits()));
  }

  @Override
  public Storage storage() {
    return new DiskStorage(List.of(folders.work(), folders.temporary()), job.limits());
  }

  @Override
  public boolean begun(Process process) {
    boolean begun = reachedCommand();
    if (begun) {
      Folders.groupAmong(held).ifPresent(g -> g.weigh(true));
    }
    return begun;
  }

  @Override
  public boolean reachedCommand() {
    return new Status(folders.mark(), true).reachedCommand();
  }

  @Override
  public void close() {
    disposal.later(
        () -> {
          Workplace.remove(folders.root());
          held.forEach(Disposal::giveBack);
        });
  }
}
