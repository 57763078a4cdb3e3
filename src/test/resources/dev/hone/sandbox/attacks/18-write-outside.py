import os

file = os.environ["CANARY_OPEN"]
folder = os.environ["CANARY_FOLDER"]


def tried(what, make):
    try:
        make()
        print("BREACH", what, flush=True)
    except OSError:
        pass


def written(path, flags):
    os.write(os.open(path, flags, 0o666), b"changed")


for prefix in ("", "/proc/1/root", "/proc/self/root", "/proc/self/cwd/../../.."):
    tried("append", lambda: written(prefix + file, os.O_WRONLY | os.O_APPEND))
    tried("truncate on open", lambda: written(prefix + file, os.O_WRONLY | os.O_TRUNC))
    tried("truncate", lambda: os.truncate(prefix + file, 0))
    tried("new file", lambda: written(prefix + folder + "/new", os.O_WRONLY | os.O_CREAT))
    tried("new folder", lambda: os.mkdir(prefix + folder + "/sub"))
    tried("new link", lambda: os.symlink("x", prefix + folder + "/link"))
    tried("new pipe", lambda: os.mkfifo(prefix + folder + "/pipe"))
    tried("new hard link", lambda: os.link(prefix + file, prefix + folder + "/hard"))
    tried("rename", lambda: os.rename(prefix + file, prefix + folder + "/renamed"))
    tried("rename in", lambda: os.rename("attack.py", prefix + folder + "/moved"))
    tried("remove", lambda: os.unlink(prefix + file))
    tried("temporary file", lambda: written(prefix + folder, os.O_WRONLY | os.O_TMPFILE))
os.symlink(folder, "out")
os.symlink(file, "through")
tried("through a linked folder", lambda: written("out/new", os.O_WRONLY | os.O_CREAT))
tried("through a linked file", lambda: written("through", os.O_WRONLY))
for path in ("/", "/usr", "/usr/bin", "/etc", "/bin", "/lib", "/var", "/home", "/root", "/opt", "/run", "/proc", "/sys"):
    tried(path, lambda: written(path + "/hone-attack", os.O_WRONLY | os.O_CREAT))
    tried(path, lambda: os.mkdir(path + "/hone-attack-folder"))
print("tried")
