package dev.hone.sandbox.unshare;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.helper.Inside;
import dev.hone.sandbox.launcher.Landlock;
import dev.hone.sandbox.launcher.LauncherCommand;
import dev.hone.sandbox.launcher.LauncherPolicy;
import dev.hone.sandbox.launcher.LauncherProgram;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.ResourceLimits;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.view.Entry;
import dev.hone.sandbox.view.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The launcher in Java inside a box, where the helper is missing.
final class JavaInside {
  private static final Path JDK = Inside.OWN.resolve("jdk");
  private static final Path CLASSES = Inside.OWN.resolve("launcher.jar");
  private static final Path ARCHIVE = Inside.OWN.resolve("launcher.aot");

  private JavaInside() {}

  /// {@return what the box must show for it}
  ///
  /// @param launcher the launcher on the machine
  static List<Entry> entries(LauncherProgram launcher) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry.Folder(Inside.OWN));
    entries.add(new Entry.Bind(Path.of(System.getProperty("java.home")), JDK));
    entries.add(new Entry.Bind(launcher.classes(), CLASSES));
    launcher.archive().ifPresent(archive -> entries.add(new Entry.Bind(archive, ARCHIVE)));
    return entries;
  }

  /// {@return its command} The environment is set after the launcher, which must not be steered by
  /// it.
  ///
  /// @param launcher the launcher on the machine
  /// @param user the user id to become, or 0 to stay the same
  static List<String> command(LauncherProgram launcher, Job job, Boxed.Place place, int user) {
    List<Path> writable = new ArrayList<>(Inside.WRITABLE);
    writable.add(Path.of("/dev"));
    LauncherPolicy policy =
        new LauncherPolicy(
            new ResourceLimits(job.limits(), place.grouped(), 1).ofEachProcess(),
            View.BOX,
            List.of(Path.of("/")),
            writable,
            user,
            new SeccompPolicy(true, place.grouped()),
            Landlock.abi() >= Helper.MOVES);
    List<String> command = new ArrayList<>(List.of(Tools.path("env"), "-i"));
    View.environment(job, View.BOX, Path.of("/tmp"))
        .forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(List.of(Tools.path("sh"), "-c", "\"$@\"; exit $?", "sh"));
    command.addAll(job.command());
    LauncherProgram inside = new LauncherProgram(CLASSES, launcher.archive().map(_ -> ARCHIVE));
    return LauncherCommand.command(JDK.resolve("bin/java"), inside, policy, command);
  }
}
