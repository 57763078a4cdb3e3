# Writes to what is only to be read, by another name or another way to the same file.
import ctypes, os, shutil, sys

libc = ctypes.CDLL(None, use_errno=True)
AT_EMPTY_PATH, AT_SYMLINK_FOLLOW = 0x1000, 0x400
here = os.getcwd()
targets = [os.environ["CANARY_OPEN"], os.environ["CANARY_FILE"], os.path.realpath(sys.executable), "/usr/bin/env", "/etc/passwd"]


def writes(what, path):
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_APPEND))
        print("BREACH", what, path, flush=True)
    except OSError:
        pass


for number, target in enumerate(targets):
    for what, make in (
        ("link", lambda to: os.link(target, to)),
        ("rename", lambda to: os.rename(target, to)),
        ("exchange", lambda to: libc.renameat2(-100, target.encode(), -100, to.encode(), 2)),
    ):
        name = "%s/%s%d" % (here, what, number)
        try:
            if what == "exchange":
                open(name, "w").close()
                if make(name) == 0:
                    print("BREACH", what, target, flush=True)
                os.unlink(name)
            else:
                make(name)
                writes(what, name)
        except OSError:
            pass
    for flags in (os.O_RDONLY, os.O_PATH):
        try:
            handle = os.open(target, flags)
        except OSError:
            continue
        again = "/proc/self/fd/%d" % handle
        writes("again", again)
        for name, found in (
            ("empty", libc.linkat(handle, b"", -100, ("%s/empty%d" % (here, number)).encode(), AT_EMPTY_PATH)),
            ("follow", libc.linkat(-100, again.encode(), -100, ("%s/follow%d" % (here, number)).encode(), AT_SYMLINK_FOLLOW)),
        ):
            if found == 0:
                writes(name, "%s/%s%d" % (here, name, number))
        for make in (os.fchmod, lambda f, m: os.ftruncate(f, 0), lambda f, m: os.posix_fallocate(f, 0, 1)):
            try:
                make(handle, 0o777)
                if target != os.environ["CANARY_OPEN"]:
                    print("BREACH handle", target, flush=True)
            except OSError:
                pass
print("tried")
