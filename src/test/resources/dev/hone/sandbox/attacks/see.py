# Prints all that a box shows and lets be done, the same in each run of the same policy. Not an attack.
# The variables NS_* name the namespaces of the machine.
import ctypes, os, resource, socket, sys

libc = ctypes.CDLL(None, use_errno=True)


def say(*words):
    print(*(str(w).replace(str(os.getuid()), "UID") if os.getuid() else w for w in words), flush=True)


def error(make):
    try:
        return make() or "done"
    except OSError as e:
        return e.errno


# By numbers of x86-64; elsewhere they say nothing, but the same in each run.
def call(*arguments):
    return 0 if libc.syscall(*arguments) >= 0 else ctypes.get_errno()


say("ids", os.getresuid(), os.getresgid(), os.getgroups())
for pid in ("self", "1"):
    try:
        for line in open("/proc/%s/status" % pid):
            if line.split(":")[0] in ("Uid", "Gid", "Groups", "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp", "Seccomp_filters", "SigBlk", "SigIgn", "Umask"):
                say(pid, line.strip())
    except OSError as e:
        say(pid, e.errno)
for name in sorted(n for n in dir(resource) if n.startswith("RLIMIT_")):
    say(name, resource.getrlimit(getattr(resource, name)))
# The limits of the first process, which may be another's.
say("first limits", error(lambda: open("/proc/1/limits").read()))
say("nice", os.getpriority(os.PRIO_PROCESS, 0), os.sched_getscheduler(0), open("/proc/self/oom_score_adj").read().strip())
say("session", os.getsid(0) == os.getpid(), os.getpgrp() == os.getpid(), os.getppid() if os.getppid() < 10 else "-", error(lambda: os.open("/dev/tty", os.O_RDWR)))
signal = ctypes.c_int(0)
libc.prctl(2, ctypes.byref(signal))
say("signal at the parent's end", signal.value)
for name, value in sorted(os.environ.items()):
    say("variable", name, value)
say("first variables", error(lambda: open("/proc/1/environ").read().replace("\0", " ")))
for fd in range(0, 300):
    try:
        os.fstat(fd)
        say("descriptor", fd, os.readlink("/proc/self/fd/%d" % fd).split("[")[0])
    except OSError:
        pass
try:
    for line in open("/proc/self/mountinfo"):
        left, right = line.split(" - ")
        say("mount", *left.split()[3:6], *right.split())
except OSError as e:
    say("mounts", e.errno)
for path in ("/", "/box", "/in", "/tmp", "/dev", "/dev/shm", "/etc", "/root", "/home", "/usr", "/hone", "/.machine", "/proc/self/root", "/run", "/nix"):
    try:
        s = os.stat(path)
        v = os.statvfs(path)
        names = sorted(os.listdir(path))
        say(path, oct(s.st_mode), s.st_uid, s.st_gid, v.f_flag, names if len(names) < 60 else len(names))
        if path in ("/box", "/tmp", "/dev", "/dev/shm", "/"):
            say(path, "size", v.f_blocks * v.f_frsize, v.f_files)
    except OSError as e:
        say(path, e.errno)
for name in sorted(os.listdir("/etc")) if os.access("/etc", os.R_OK) else ():
    s = os.stat("/etc/" + name, follow_symlinks=False)
    say("/etc/" + name, oct(s.st_mode), s.st_uid)
say(open("/etc/passwd").read() if os.access("/etc/passwd", os.R_OK) else "no passwd")
for name in ("cgroup", "ipc", "mnt", "net", "pid", "user", "uts"):
    say("namespace", name, error(lambda: str(os.readlink("/proc/self/ns/" + name) == os.environ["NS_" + name])))
say("name", socket.gethostname() == "hone")
say("at", os.getcwd())
pids = [p for p in os.listdir("/proc") if p.isdigit()] if os.access("/proc", os.R_OK) else []
say("processes", len(pids) if len(pids) < 10 else "many", len({os.stat("/proc/" + p).st_uid for p in pids if os.path.exists("/proc/" + p)}))
for path in ("/", "/usr", "/usr/bin", "/etc", "/dev", "/dev/shm", "/tmp", "/box", "/in", "/root", "/hone", "/proc", "/var"):
    say("new in", path, error(lambda: os.close(os.open(path + "/new", os.O_CREAT | os.O_WRONLY))))
say("new program", error(lambda: os.chmod("/tmp/new", 0o4755)), error(lambda: oct(os.stat("/tmp/new").st_mode)))
for path in ("/proc/sys/kernel/hostname", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs", "/proc/1/mem", "/proc/1/oom_score_adj", "/etc/passwd", "/usr/bin/env", "/dev/null"):
    say("write", path, error(lambda: os.close(os.open(path, os.O_WRONLY))))
say("interfaces", error(lambda: sorted(l.split(":")[0].strip() for l in open("/proc/net/dev") if ":" in l)))
listener = error(lambda: socket.create_server(("127.0.0.1", 0)))
say("loopback", error(lambda: str(socket.create_connection(listener.getsockname(), 1) is not None)) if isinstance(listener, socket.socket) else listener)
say("user namespaces", error(lambda: open("/proc/sys/user/max_user_namespaces").read().strip()))
say("unshare", call(272, 0x10000000), "mount", call(165, b"x", b"/tmp", b"tmpfs", 0, 0), "memfd", call(319, b"x", 0), "ptrace", call(101, 0, 0, 0, 0))
try:
    for line in open("/proc/self/cgroup"):
        say("group", line.split("hone-")[0].strip())
except OSError as e:
    say("groups", e.errno)
say("standard", sys.stdin.read())
