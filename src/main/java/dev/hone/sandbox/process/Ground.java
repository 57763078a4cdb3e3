package dev.hone.sandbox.process;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.launcher.Architecture;
import dev.hone.sandbox.launcher.PreparedLauncher;
import dev.hone.sandbox.launcher.SeccompFilter;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.view.Entry;
import dev.hone.sandbox.view.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What all sandboxes of one program stand on.
///
/// @param supervisor runs what was prepared
/// @param workplace holds their small files
/// @param slots user ids, for root
/// @param cgroups control groups, where they can be made
/// @param orphans what jobs of ordinary users leave behind
/// @param launcher the launcher in Java
/// @param disposal gives back what ended runs held
public record Ground(
    Supervisor supervisor,
    Workplace workplace,
    Slots slots,
    Cgroups cgroups,
    Orphans orphans,
    PreparedLauncher launcher,
    Disposal disposal) {
  /// {@return a fresh ground, cleared when the virtual machine shuts down}
  ///
  /// @throws SandboxException if the folder for temporary files cannot be written to
  public static Ground make() {
    try {
      return by(new Spawner());
    } catch (IOException e) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not make a folder for the sandbox in %s; make it writable, or name another with"
                  .formatted(System.getProperty("java.io.tmpdir"))
              + " -Djava.io.tmpdir=FOLDER",
          e);
    }
  }

  /// {@return a fresh ground whose programs are started in a way of one's own}
  ///
  /// @param spawner starts them
  static Ground by(Spawner spawner) throws IOException {
    Residue residue = new Residue();
    Cgroups cgroups = Cgroups.find();
    residue.addLast(cgroups::close);
    return new Ground(
        new Supervisor(spawner, residue),
        new Workplace(residue),
        new Slots(Path.of("/run/hone"), residue),
        cgroups,
        new Orphans(spawner),
        new PreparedLauncher(Tools.classes(), Optional.empty()),
        new Disposal(residue));
  }

  /// {@return the same ground, with what a start of the launcher takes kept in a folder}
  ///
  /// @param cache the folder; made when it is needed
  public Ground keeping(Path cache) {
    return new Ground(
        supervisor,
        workplace,
        slots,
        cgroups,
        orphans,
        new PreparedLauncher(Tools.classes(), Optional.of(cache)),
        disposal);
  }

  /// {@return the same ground on a machine where no control groups may be made}
  public Ground withoutGroups() {
    return new Ground(supervisor, workplace, slots, Cgroups.none(), orphans, launcher, disposal);
  }

  /// {@return a file that holds the system call filter, for this machine's processor}
  ///
  /// @param policy what the filter permits
  /// @throws SandboxException if there is none for the processor
  public Path filter(SeccompPolicy policy) {
    Architecture architecture =
        Architecture.current()
            .orElseThrow(
                () ->
                    new SandboxException(
                        ErrorType.EXTERNAL,
                        "there is no system call filter for the processor "
                            + System.getProperty("os.arch")
                            + "; use a machine with x86-64 or arm64"));
    String name =
        "filter-%s-%s-%s"
            .formatted(policy.inetSockets(), policy.sharedMemory(), policy.truncation());
    return workplace.file(name, () -> SeccompFilter.program(architecture, policy));
  }

  /// {@return what a box shows of the machine, with as few mounts as can be}
  ///
  /// @param view what the machine offers
  /// @param job the job
  /// @param uid the user and group id of the box
  public List<Entry> entries(View view, Job job, int uid) {
    return view.entries(job, passwd(uid), workplace.folder("etc", view::copySettings));
  }

  /// {@return a file that names the box's user, for the box's /etc/passwd}
  ///
  /// @param uid the user and group id
  public Path passwd(int uid) {
    String text =
        """
        root:x:0:0:root:/:/usr/sbin/nologin
        hone:x:%1$d:%1$d:hone:/box:/bin/sh
        """
            .formatted(uid);
    return workplace.file("passwd-" + uid, text.getBytes(StandardCharsets.UTF_8));
  }
}
