package dev.hone.sandbox.launcher;

import dev.hone.sandbox.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the command line that starts the {@link Launcher}.
public final class LauncherCommand {
  private LauncherCommand() {}

  /// {@return the command line that gives up all that the policy does not leave, and then becomes
  /// the command} The command sees the environment that this line is started with, so the caller
  /// clears it first, and puts in no `LD_…` or `JDK_JAVA_OPTIONS`, which would act on the launcher
  /// before it has given anything up.
  ///
  /// @param java the `java` of a JDK 25 or later
  /// @param launcher the launcher, where the line is used
  /// @param policy what is left to the command
  /// @param command the program and its arguments; a program without `/` is searched in `PATH`
  public static List<String> command(
      Path java, LauncherProgram launcher, LauncherPolicy policy, List<String> command) {
    List<String> line = new ArrayList<>(launcher.command(java));
    line.addAll(orders(policy, command));
    return line;
  }

  /// {@return the same in two parts: a program that can be started before its orders are known, as
  /// it takes `told` for its only further argument, and the orders}
  ///
  /// @param java the `java` of a JDK 25 or later
  /// @param launcher the launcher
  /// @param place where the command runs
  /// @param policy what is left to the command
  /// @param command the program and its arguments; a program without `/` is searched in its `PATH`
  public static Told told(
      Path java,
      LauncherProgram launcher,
      LauncherPlace place,
      LauncherPolicy policy,
      List<String> command) {
    List<String> orders = new ArrayList<>();
    place.groups().forEach(file -> orders.add("join=" + file));
    orders.add("mark=" + place.mark());
    place.environment().forEach((name, value) -> orders.add("env=" + name + "=" + value));
    orders.addAll(orders(policy, command));
    return new Told(launcher.command(java), orders);
  }

  /// A program and its orders.
  ///
  /// @param program the start of the command line
  /// @param orders the rest
  public record Told(List<String> program, List<String> orders) {
    /// Copies the lists.
    public Told {
      program = List.copyOf(program);
      orders = List.copyOf(orders);
    }
  }

  static List<String> orders(LauncherPolicy policy, List<String> command) {
    List<String> line = new ArrayList<>();
    addLimits(line, policy.limits());
    line.add("user=" + policy.user());
    line.add("inet=" + policy.seccomp().inetSockets());
    line.add("shared=" + policy.seccomp().sharedMemory());
    line.add("truncate=" + policy.seccomp().truncation());
    line.add("landlock=" + policy.landlock());
    line.add("work=" + policy.workFolder());
    policy.readable().forEach(path -> line.add("read=" + path));
    policy.writable().forEach(path -> line.add("write=" + path));
    line.add("--");
    line.addAll(command);
    return line;
  }

  private static void addLimits(List<String> line, Limits limits) {
    long seconds = limits.cpu().toSeconds() + (limits.cpu().toNanosPart() > 0 ? 1 : 0);
    line.add("cpu=" + seconds);
    line.add("memory=" + limits.memoryBytes());
    line.add("processes=" + limits.processes());
    line.add("files=" + limits.openFiles());
    line.add("fileSize=" + limits.fileBytes());
  }
}
