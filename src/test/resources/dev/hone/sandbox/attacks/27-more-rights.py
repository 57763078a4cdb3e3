import os, subprocess

for what, make in (
    ("setuid", lambda: os.setuid(0)),
    ("setgid", lambda: os.setgid(0)),
    ("setresuid", lambda: os.setresuid(0, 0, 0)),
    ("setgroups", lambda: os.setgroups([0])),
    ("seteuid", lambda: os.seteuid(0)),
):
    try:
        make()
        print("BREACH", what, os.getresuid(), flush=True)
    except OSError:
        pass
if 0 in os.getresuid() + os.getresgid() or 0 in os.getgroups():
    print("BREACH root", os.getresuid(), os.getresgid(), os.getgroups(), flush=True)
for line in open("/proc/self/status"):
    name, _, value = line.partition(":")
    # What bounds the rights of new programs counts for nothing without new privileges.
    if name.startswith("Cap") and name != "CapBnd" and int(value, 16) != 0:
        print("BREACH", line.strip(), flush=True)
    if name == "NoNewPrivs" and value.strip() != "1":
        print("BREACH", line.strip(), flush=True)
for program in (["su", "-c", "id -u"], ["sudo", "-n", "id", "-u"], ["pkexec", "id", "-u"], ["newgrp", "root", "-c", "id -u"]):
    try:
        done = subprocess.run(program, stdin=subprocess.DEVNULL, capture_output=True, timeout=5)
        if done.stdout.strip() == b"0":
            print("BREACH", program, flush=True)
    except (OSError, subprocess.TimeoutExpired):
        pass
print("tried")
