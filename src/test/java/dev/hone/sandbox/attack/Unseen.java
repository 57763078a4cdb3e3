package dev.hone.sandbox.attack;

import java.util.List;
import java.util.Optional;

/// The parts of the commands that a program inside cannot miss, each with the reason for it to be
/// there all the same.
///
/// @param part the beginning of the part's text
/// @param reason the reason
record Unseen(String part, String reason) {
  private static final List<Unseen> ALL =
      List.of(
          new Unseen("--pdeathsig KILL", "ends the set-up with Hone: SeparateProgramsIT"),
          new Unseen("--die-with-parent", "ends the box with Hone: SeparateProgramsIT"),
          new Unseen("--kill-child", "ends the box with Hone: SeparateProgramsIT"),
          new Unseen("setsid", "what is inside has a session of its own in any case"),
          new Unseen("--fork", "--kill-child brings it along"),
          new Unseen("--user", "--map-root-user and --map-user bring it along"),
          new Unseen("--perms 0755", "what --dir gives by itself, said in the open"),
          new Unseen("--clearenv", "the environment is empty from the start"),
          new Unseen("--cap-drop ALL", "setpriv gives up the same, a moment later"),
          new Unseen("--ambient-caps=-all", "falls with the inheritable set"),
          new Unseen("--no-new-privs", "bubblewrap sets it too"),
          new Unseen("--disable-userns", "the filter refuses user namespaces first"),
          new Unseen("exit $?", "keeps a shell that would from becoming the command"),
          new Unseen("set -eu", "for steps that fail, and none does"),
          new Unseen("PATH=", "the shell's own is the same where the environment is empty"),
          new Unseen("umask 022", "the usual one"),
          new Unseen("echo 0 >\"$1\"", "users have no control groups to join here"),
          new Unseen("echo 6 2>/dev/null", "the kernel takes only some changes of users a second"),
          new Unseen("printf '{ \"child-pid\"", "for the look at the tree from outside"),
          new Unseen("point=$(printf '%b'", "for names with odd characters"),
          new Unseen("*) exit 125", "for steps that do not exist"),
          new Unseen("[ \"$owner\" = - ] ||", "for root, whose scripts are not changed here"),
          new Unseen("hostname hone", "for show, where there is such a program"),
          new Unseen("--json-status-fd 8", "for the look at the tree from outside"),
          new Unseen("join=", "control groups are felt, not seen: LimitsContract"),
          new Unseen("owner=", "for what is copied in to be changed: SandboxContract"),
          new Unseen("cd /", "the steps that follow name whole paths, and the last goes itself"));

  /// {@return the reason why a part is not seen from inside, if it is none}
  static Optional<String> reason(String part) {
    return ALL.stream()
        .filter(each -> part.startsWith(each.part()))
        .map(Unseen::reason)
        .findFirst();
  }
}
