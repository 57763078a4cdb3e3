# Opens for writing and writes nothing: what may be opened may be written to.
import glob, os

paths = ["/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/proc/sys/kernel/hostname"]
paths += ["/proc/sys/vm/overcommit_memory", "/proc/sys/fs/binfmt_misc/register", "/proc/sys/net/ipv4/ip_forward", "/proc/kcore", "/proc/mtrr"]
paths += ["/sys/kernel/uevent_helper", "/sys/power/state", "/sys/fs/cgroup/cgroup.procs", "/sys/fs/cgroup/memory/release_agent"]
paths += glob.glob("/sys/fs/cgroup/*/cgroup.procs") + glob.glob("/sys/fs/cgroup/*/hone*/cgroup.procs")
paths += ["/proc/1/oom_score_adj", "/proc/%s/oom_score_adj" % os.environ["CANARY_PID"]]
paths += ["/proc/self/uid_map", "/proc/self/gid_map", "/proc/self/setgroups"]
for path in paths:
    try:
        file = os.open(path, os.O_WRONLY)
    except OSError:
        continue
    if path.startswith("/proc/self/"):
        try:
            os.write(file, b"0 0 1\n")
        except OSError:
            continue
    # The first process of a box of an ordinary user is the user's own.
    if path == "/proc/1/oom_score_adj" and os.readlink("/proc/self/ns/pid") == os.readlink("/proc/1/ns/pid"):
        continue
    print("BREACH", path, flush=True)
print("tried")
