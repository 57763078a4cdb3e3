import os

for fd in range(3, 4096):
    try:
        os.fstat(fd)
    except OSError:
        continue
    try:
        link = os.readlink("/proc/self/fd/%d" % fd)
    except OSError:
        link = "?"
    # Python's own script, while it reads it.
    if not link.endswith("/attack.py"):
        print("BREACH", fd, link, flush=True)
        try:
            print(os.pread(fd, 200, 0), flush=True)
        except OSError:
            pass
for fd in range(3):
    link = os.readlink("/proc/self/fd/%d" % fd)
    if not link.startswith("pipe:") and link != "/dev/null":
        print("BREACH", fd, link, flush=True)
print("tried")
