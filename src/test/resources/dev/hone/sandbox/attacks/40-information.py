# What a box shows of the machine: no names of its folders, no user names, no control groups.
import os

secret = os.environ["CANARY_FOLDER"]
for path in ("/proc/self/mountinfo", "/proc/self/cgroup", "/proc/mounts", "/etc/passwd", "/proc/self/maps", "/proc/cmdline"):
    try:
        with open(path) as file:
            text = file.read()
    except OSError:
        continue
    if secret in text:
        print("BREACH", path, flush=True)
print(os.uname().nodename)
import fcntl

for name in ("CANARY_FILE", "CANARY_OPEN"):
    try:
        fcntl.flock(os.open(os.environ[name], os.O_RDONLY), fcntl.LOCK_EX | fcntl.LOCK_NB)
        print("BREACH lock", name, flush=True)
    except OSError:
        pass
print("tried")
