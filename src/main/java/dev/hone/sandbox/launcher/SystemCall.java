package dev.hone.sandbox.launcher;

/// The system calls that the launcher, the adoption of orphans and the look at file systems make.
enum SystemCall {
  CLOSE(3, 57),
  FSTATFS(138, 44),
  GETSID(124, 156),
  GETPID(39, 172),
  KILL(62, 129),
  WAIT4(61, 260),
  GETUID(102, 174),
  SETSID(112, 157),
  SETPRIORITY(141, 140),
  CLOSE_RANGE(436, 436),
  CHDIR(80, 49),
  OPENAT(257, 56),
  PRCTL(157, 167),
  SETGROUPS(116, 159),
  SETRESGID(119, 149),
  SETRESUID(117, 147),
  CAPSET(126, 91),
  PRLIMIT(302, 261),
  LANDLOCK_CREATE_RULESET(444, 444),
  LANDLOCK_ADD_RULE(445, 445),
  LANDLOCK_RESTRICT_SELF(446, 446),
  EXECVE(59, 221);

  private final int x86;
  private final int arm;

  SystemCall(int x86, int arm) {
    this.x86 = x86;
    this.arm = arm;
  }

  int number(Architecture architecture) {
    return architecture == Architecture.X86_64 ? x86 : arm;
  }
}
