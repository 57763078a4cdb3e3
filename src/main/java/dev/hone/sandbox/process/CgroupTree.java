package dev.hone.sandbox.process;

/// A tree held by a control group, which no process can leave.
///
/// @param process the started process
/// @param group the group it joined
public record CgroupTree(Process process, Cgroup group) implements Tree {
  @Override
  public TreeUse use() {
    return group.use();
  }

  @Override
  public void kill() {
    // Through the handle: Process.destroyForcibly would close the streams and lose output.
    var _ = process.toHandle().destroyForcibly();
    group.kill();
  }

  @Override
  public boolean alive() {
    return group.populated();
  }
}
