package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A job made ready for namespaces of its own.
public final class Boxed implements Prepared {
  private final List<String> command;
  private final Status status;
  private final long memoryBytes;
  private final List<AutoCloseable> held;

  private Boxed(List<String> command, Status status, long memoryBytes, List<AutoCloseable> held) {
    this.command = List.copyOf(command);
    this.status = status;
    this.memoryBytes = memoryBytes;
    this.held = List.copyOf(held);
  }

  /// What one job was given of the machine.
  ///
  /// @param status where the set-up tells its progress
  /// @param uid the user and group id that the command runs as
  /// @param joinFiles the files into which a process writes its id to be counted; empty where
  ///   nothing counts
  public record Place(Status status, int uid, List<Path> joinFiles) {
    /// Copies the list.
    public Place {
      joinFiles = List.copyOf(joinFiles);
    }

    /// {@return whether a control group counts the job's memory and processes}
    public boolean grouped() {
      return !joinFiles.isEmpty();
    }
  }

  /// {@return a job with a place of its own: as root with the user id of a slot, else with the
  /// user's own}
  ///
  /// @param ground what it stands on
  /// @param job the job
  /// @param told whether the helper in the box tells that the command runs
  /// @param command makes the whole command for a place
  /// @throws SandboxException if a slot or a control group could not be had
  public static Prepared of(
      Ground ground, Job job, boolean told, Function<Place, List<String>> command) {
    List<AutoCloseable> held = new ArrayList<>();
    try {
      int uid = Tools.uid();
      if (uid == 0) {
        Slots.Slot slot = ground.slots().take();
        held.add(slot);
        uid = slot.uid();
      }
      Optional<Cgroup> group = ground.cgroups().make(job.limits());
      group.ifPresent(held::addFirst);
      Status status = new Status(ground.workplace().unique("status"), told);
      Place place = new Place(status, uid, group.map(Cgroup::joinFiles).orElse(List.of()));
      return new Boxed(command.apply(place), status, job.limits().memoryBytes(), held);
    } catch (IOException e) {
      held.forEach(Boxed::giveBack);
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not make a control group for the job (%s); run hone doctor to see which modes work"
              .formatted(e.getMessage()),
          e);
    } catch (RuntimeException e) {
      held.forEach(Boxed::giveBack);
      throw e;
    }
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
    held.forEach(Boxed::giveBack);
  }

  private static void giveBack(AutoCloseable held) {
    try {
      held.close();
    } catch (Exception e) {
      throw new IllegalStateException("could not give back " + held, e);
    }
  }
}
