# Tries each right that Landlock knows: outside, in a folder that is open to all, and inside. Not an attack.
# Arguments: the folder outside.
import fcntl, os, stat, sys


def result(make):
    try:
        make()
        return "allowed"
    except OSError as e:
        return "refused" if e.errno in (1, 13, 18) else "error %d" % e.errno


def ran(path):
    pid = os.posix_spawn(path, [path], {})
    os.waitpid(pid, 0)


def opened(path, flags):
    os.close(os.open(path, flags, 0o666))


RIGHTS = {
    "execute": lambda f: ran(f + "/program"),
    "write file": lambda f: opened(f + "/file", os.O_WRONLY),
    "read file": lambda f: opened(f + "/file", os.O_RDONLY),
    "list folder": os.listdir,
    "remove folder": lambda f: os.rmdir(f + "/empty"),
    "remove file": lambda f: os.unlink(f + "/spare"),
    # The one character device that takes no rights: a whiteout.
    "make character device": lambda f: os.mknod(f + "/device", stat.S_IFCHR | 0o666, 0),
    "make folder": lambda f: os.mkdir(f + "/made"),
    "make file": lambda f: opened(f + "/new", os.O_WRONLY | os.O_CREAT),
    "make socket": lambda f: os.mknod(f + "/socket", stat.S_IFSOCK | 0o666),
    "make pipe": lambda f: os.mkfifo(f + "/pipe"),
    "make link": lambda f: os.symlink("file", f + "/link"),
    "refer": lambda f: os.link(f + "/file", f + "/sub/file"),
    "truncate": lambda f: os.truncate(f + "/file", 0),
}
outside = sys.argv[1]
for name, make in RIGHTS.items():
    print(name + ":", result(lambda: make(outside)), result(lambda: make(os.getcwd())))
print("move out:", result(lambda: os.rename("file", outside + "/moved")))
print("move in:", result(lambda: os.rename(outside + "/file", "moved")))
null = os.open("/dev/null", os.O_RDWR)
print("control device:", result(lambda: fcntl.ioctl(null, 0x5401, b"\0" * 64)))
