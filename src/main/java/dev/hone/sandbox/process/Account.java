package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.collect.Collected;
import dev.hone.sandbox.collect.Collector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Says what a job did, when its tree is gone.
///
/// @param mode the mode it ran in
/// @param exit its exit code
/// @param watched the limit that the watch ended it for, or {@link Limit#NONE}
/// @param wall time by the clock
/// @param job the job
record Account(String mode, int exit, Limit watched, Duration wall, Job job) {
  private static final int SIGKILL = 9;
  private static final int SIGXCPU = 24;
  private static final int SIGXFSZ = 25;

  Execution execution(Streams streams, TreeUse use, Storage storage, boolean reachedCommand) {
    String stderr = streams.stderr();
    Limit limit = killer(use);
    if (limit == Limit.NONE && !reachedCommand) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not set up the sandbox %s (%s); run hone doctor to see which modes work"
              .formatted(mode, stderr.isBlank() ? "exit code " + exit : stderr.strip()));
    }
    return new Execution(
        exit,
        signal(),
        limit == Limit.NONE && exit != 0 ? refusal(use, storage, stderr) : limit,
        streams.stdout(),
        stderr,
        streams.truncated(),
        wall,
        use.cpu(),
        use.peakMemoryBytes(),
        mode,
        collected(storage.work()));
  }

  private List<Collected> collected(Optional<Path> work) {
    if (job.wanted().isEmpty()) {
      return List.of();
    }
    return work.map(new Collector(job.wanted())::collect)
        .orElseGet(
            () ->
                job.wanted().paths().stream()
                    .map(path -> new Collected(path, 0, "the work folder was gone"))
                    .toList());
  }

  private int signal() {
    return exit > 128 && exit <= 128 + 64 ? exit - 128 : 0;
  }

  /// The limits at which the watch or the kernel ends a command.
  private Limit killer(TreeUse use) {
    if (watched != Limit.NONE) {
      return watched;
    }
    if (use.outOfMemory()) {
      return Limit.MEMORY;
    }
    boolean cpuUsed = use.cpu().compareTo(job.limits().cpu()) >= 0;
    if (signal() == SIGXCPU || (signal() == SIGKILL && cpuUsed)) {
      return Limit.CPU;
    }
    return signal() == SIGXFSZ ? Limit.FILE_SIZE : Limit.NONE;
  }

  /// The limits at which the kernel refuses and does not kill: a command goes on and fails, or not.
  private Limit refusal(TreeUse use, Storage storage, String stderr) {
    Set<Limit> reached = EnumSet.noneOf(Limit.class);
    reached.addAll(storage.use().full());
    reached.addAll(use.reached());
    if (storage.holdsCutFile()) {
      reached.add(Limit.FILE_SIZE);
    }
    return Stream.of(Limit.FILE_SIZE, Limit.INODES, Limit.DISK, Limit.FILES, Limit.PROCESSES)
        .filter(reached::contains)
        .findFirst()
        .orElseGet(() -> Refusals.named(stderr));
  }
}
