import os

secret = os.environ["CANARY_FILE"]
os.symlink(secret, "link")
try:
    os.link(secret, "hard")
except OSError:
    pass
paths = [secret, "link", "hard", "/proc/1/root" + secret, "/proc/self/root" + secret, "/proc/self/cwd/../.." + secret]
paths += ["/../.." + secret, "/etc/shadow", "/etc/gshadow", "/root/.ssh/id_ed25519", "/root/.bash_history"]
paths += ["/proc/%d/root%s" % (p, secret) for p in range(2, 40)]
for path in paths:
    try:
        with open(path, "rb") as file:
            print("BREACH", path, file.read(100), flush=True)
    except OSError:
        pass
try:
    fd = os.open(secret, os.O_PATH)
    with open("/proc/self/fd/%d" % fd, "rb") as file:
        print("BREACH by descriptor", file.read(100), flush=True)
except OSError:
    pass
for path in (os.path.dirname(secret), "/root", "/home", "/var/spool", "/run/user"):
    try:
        names = os.listdir(path)
        if names:
            print("BREACH list", path, names[:5], flush=True)
    except OSError:
        pass
print("tried")
