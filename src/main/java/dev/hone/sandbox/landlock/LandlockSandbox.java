package dev.hone.sandbox.landlock;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.launcher.LauncherCommand;
import dev.hone.sandbox.launcher.LauncherPolicy;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.process.Cgroup;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Guard;
import dev.hone.sandbox.process.Prepared;
import dev.hone.sandbox.process.Slots;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.view.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Landlock, a system call filter and limits, without namespaces: the work folder is a private
/// folder on the machine's disk, and what is elsewhere is there but refused. The size of the work
/// folder is not limited as a whole.
public final class LandlockSandbox implements Sandbox {
  /// The name of the mode.
  public static final String MODE = "landlock";

  private static final Duration LAUNCHER_TIME = Duration.ofSeconds(5);

  private final Ground ground;

  /// Makes the sandbox; nothing is started.
  ///
  /// @param ground what it stands on
  public LandlockSandbox(Ground ground) {
    this.ground = ground;
  }

  @Override
  public String mode() {
    return MODE;
  }

  @Override
  public boolean ownNetwork() {
    return false;
  }

  @Override
  public Execution run(Job job) throws InterruptedException {
    if (Tools.uid() == 0) {
      return ground.supervisor().run(MODE, prepare(job), job);
    }
    ground.orphans().begin();
    try {
      return ground.supervisor().run(MODE, prepare(job), job);
    } finally {
      ground.orphans().end();
    }
  }

  private Prepared prepare(Job job) {
    Optional<Slots.Slot> slot =
        Tools.uid() == 0 ? Optional.of(ground.slots().take()) : Optional.empty();
    List<AutoCloseable> held = new ArrayList<>(slot.stream().toList());
    try {
      Optional<Cgroup> group = ground.cgroups().make(job.limits());
      group.ifPresent(g -> g.weigh(false));
      group.ifPresent(held::addFirst);
      Folders folders = Folders.make(ground.workplace().unique("run"), slot);
      folders.copyIn(job.directory());
      held.addFirst(Guard.over(folders.root().toRealPath()));
      return new Launched(command(job, folders, slot, group), folders, job, ground.orphans(), held);
    } catch (IOException e) {
      held.forEach(Launched::giveBack);
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not make the folder for a job (%s); make %s writable"
              .formatted(e.getMessage(), System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private static List<String> command(
      Job job, Folders folders, Optional<Slots.Slot> slot, Optional<Cgroup> group) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Tools.path("setpriv"), "--pdeathsig", "KILL", "--"));
    command.addAll(List.of(Tools.path("setsid"), Tools.path("sh"), "-c"));
    command.addAll(List.of(Tools.script(LandlockSandbox.class, "enter.sh"), "sh"));
    command.addAll(List.of(folders.mark().toString(), folders.work().toString()));
    group.ifPresent(g -> g.joinFiles().forEach(file -> command.add(file.toString())));
    command.addAll(List.of("--", Tools.path("env"), "-i"));
    View.environment(job, folders.work(), folders.temporary())
        .forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(
        LauncherCommand.command(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            List.of(Tools.classes()),
            policy(job, folders, slot, group),
            job.command()));
    return command;
  }

  private static LauncherPolicy policy(
      Job job, Folders folders, Optional<Slots.Slot> slot, Optional<Cgroup> group) {
    // The limits of one process lie above the tree's, so that the tree's are reached first and seen
    // from outside. The launcher's own processor time is the command's to the kernel.
    Limits limits =
        job.limits()
            .withTime(job.limits().cpu().plus(LAUNCHER_TIME))
            .withMemory(job.limits().memoryBytes() * (group.isPresent() ? 4 : 2));
    return new LauncherPolicy(
        limits,
        folders.work(),
        View.readable(job).stream().filter(Files::isReadable).toList(),
        List.of(folders.temporary()),
        slot.map(Slots.Slot::uid).orElse(0),
        new SeccompPolicy(false, group.isPresent()));
  }
}
