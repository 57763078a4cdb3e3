package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.ReadyBox;
import dev.hone.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// A job made ready for namespaces of its own.
public final class Boxed implements Prepared {
  private static final Duration LOADING = Duration.ofSeconds(10);

  private final List<String> command;
  private final Status status;
  private final Job job;
  private final MountedStorage storage;
  private final List<AutoCloseable> held;
  private final Disposal disposal;

  private Boxed(
      List<String> command,
      Status status,
      Job job,
      MountedStorage storage,
      List<AutoCloseable> held,
      Disposal disposal) {
    this.command = List.copyOf(command);
    this.status = status;
    this.job = job;
    this.storage = storage;
    this.held = List.copyOf(held);
    this.disposal = disposal;
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
  /// user's own} Waits while too many jobs run.
  ///
  /// @param ground what it stands on
  /// @param job the job
  /// @param told whether the helper in the box tells that the command runs
  /// @param command makes the whole command for the job as it is started and a place
  /// @throws SandboxException if a slot or a control group could not be had
  /// @throws InterruptedException if the calling thread was interrupted while it waited
  public static Prepared of(
      Ground ground, Job job, boolean told, BiFunction<Job, Place, List<String>> command)
      throws InterruptedException {
    return of(ground, ground.slots().take(), job, told, command);
  }

  /// {@return a box that is opened now and waits for a job of a kind; empty if there is no place
  /// free, or it ended before it was ready} The helper must be in the box.
  ///
  /// @param ground what it stands on
  /// @param mode the name of the mode
  /// @param kind a job of that kind
  /// @param command makes the whole command for the job as it is started and a place
  /// @throws SandboxException if it could not be set up
  /// @throws InterruptedException if the calling thread was interrupted; nothing is left by then
  public static Optional<ReadyBox> ready(
      Ground ground, String mode, Job kind, BiFunction<Job, Place, List<String>> command)
      throws InterruptedException {
    Optional<Slots.Slot> slot = ground.slots().tryTake();
    if (slot.isEmpty()) {
      return Optional.empty();
    }
    Job waiting = waiting(kind, ground.workplace().folder("empty"));
    Prepared prepared = of(ground, slot.get(), waiting, true, command);
    return ground.supervisor().ready(mode, prepared, waiting, slot.get(), ground.slots());
  }

  /// {@return the job that a box is opened with before its own comes} What a command uses before is
  /// not the job's, but the kernel counts it against the limit of its process.
  ///
  /// @param kind a job of the kind that is to come
  /// @param empty an empty folder
  public static Job waiting(Job kind, Path empty) {
    Limits limits = kind.limits();
    return new Job(
            kind.ahead() ? kind.command() : List.of(),
            kind.environment(),
            empty,
            kind.readOnly(),
            "",
            kind.ahead() ? limits.withCpu(limits.cpu().plus(LOADING)) : limits)
        .withAhead(kind.ahead());
  }

  private static Prepared of(
      Ground ground,
      Slots.Slot slot,
      Job job,
      boolean told,
      BiFunction<Job, Place, List<String>> command) {
    List<AutoCloseable> held = new ArrayList<>();
    held.add(slot);
    try {
      Optional<Cgroup> group = ground.cgroups().make(job.limits());
      group.ifPresent(held::addFirst);
      ground.cgroups().prepare();
      Status status = new Status(ground.workplace().unique("status"), told);
      Place place = new Place(status, slot.uid(), group.map(Cgroup::joinFiles).orElse(List.of()));
      MountedStorage storage =
          new MountedStorage(ground.supervisor().volumes(), status::firstProcess, job.limits());
      return new Boxed(
          command.apply(waitingForALine(job), place),
          status,
          job,
          storage,
          held,
          ground.disposal());
    } catch (IOException e) {
      held.forEach(Disposal::giveBack);
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not make a control group for the job (%s); run hone doctor to see which modes work"
              .formatted(e.getMessage()),
          e);
    } catch (RuntimeException e) {
      held.forEach(Disposal::giveBack);
      throw e;
    }
  }

  private static Job waitingForALine(Job job) {
    return job.wanted().isEmpty() ? job : heldBack(job);
  }

  /// {@return a job whose command begins with the first line on its input} By then the work folder
  /// is held from outside, so that it outlives the box.
  ///
  /// @param job the job
  public static Job heldBack(Job job) {
    List<String> command =
        new ArrayList<>(List.of(Tools.path("sh"), "-c", "read -r _ && exec \"$@\"", "sh"));
    command.addAll(job.command());
    return job.withCommand(command);
  }

  @Override
  public boolean waits() {
    return !job.wanted().isEmpty();
  }

  @Override
  public boolean endsAsOne() {
    return true;
  }

  @Override
  public Storage storage() {
    return storage;
  }

  @Override
  public List<String> command() {
    return command;
  }

  @Override
  public int toldFrom() {
    // The helper opens the box of its other half.
    return status.told() ? 1 : 0;
  }

  @Override
  public Tree tree(Process process) {
    Optional<Cgroup> group =
        held.stream().filter(Cgroup.class::isInstance).map(Cgroup.class::cast).findFirst();
    return group.isPresent()
        ? new CgroupTree(process, group.get(), job.limits())
        : new NamespaceTree(process, status::firstProcess, job.limits(), storage);
  }

  @Override
  public boolean reachedCommand() {
    return status.reachedCommand();
  }

  @Override
  public void close() {
    disposal.later(
        () -> {
          Workplace.remove(status.file());
          Workplace.remove(status.mounts());
          held.forEach(Disposal::giveBack);
        });
  }
}
