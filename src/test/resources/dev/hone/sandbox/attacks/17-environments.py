import os

allowed = {"PATH", "HOME", "TMPDIR", "LANG", "LC_CTYPE", "PWD", "OLDPWD", "SHLVL", "_",
           "HONE_APART"}
try:
    pids = [p for p in os.listdir("/proc") if p.isdigit()]
except OSError:
    pids = [str(n) for n in range(1, 4000)]
for pid in pids + ["self", "thread-self", os.environ["CANARY_PID"], str(os.getppid())]:
    for name in ("environ", "cmdline"):
        path = "/proc/%s/%s" % (pid, name)
        try:
            with open(path, "rb") as file:
                content = file.read()
        except OSError:
            continue
        if name == "cmdline":
            # Whoever runs this knows which words must not be among them.
            print(content[-300:])
            continue
        for entry in content.split(b"\0"):
            key = entry.split(b"=")[0].decode(errors="replace")
            if key and key not in allowed and not key.startswith("CANARY_"):
                print("BREACH", path, entry[:200], flush=True)
print("tried")
