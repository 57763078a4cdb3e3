# Files of the box's own that would give rights to who runs them, or lead to a device.
import ctypes, os, shutil, stat, subprocess

libc = ctypes.CDLL(None, use_errno=True)
NAME = b"security.capability"
ALL = b"\x01\x00\x00\x02" + b"\xff" * 16
for folder in (os.environ["HOME"], os.environ["TMPDIR"], "/dev/shm"):
    path = os.path.join(folder, "given")
    try:
        shutil.copy("/usr/bin/id", path)
    except OSError:
        continue
    for mode in (0o4755, 0o2755, 0o6755):
        try:
            os.chmod(path, mode)
        except OSError:
            continue
    for owner in {0, os.getuid() + 1}:
        try:
            os.chown(path, owner, owner)
            print("BREACH owner", folder, flush=True)
        except OSError:
            pass
    if libc.setxattr(path.encode(), NAME, ALL, len(ALL), 0) == 0:
        print("BREACH capability", folder, flush=True)
    try:
        shown = subprocess.run([path], capture_output=True, timeout=5).stdout
        if b"uid=0" in shown or b"euid=" in shown or b"egid=" in shown:
            print("BREACH", shown, flush=True)
    except OSError:
        pass
    for kind, number in ((stat.S_IFCHR, os.makedev(1, 1)), (stat.S_IFBLK, os.makedev(254, 0)), (stat.S_IFCHR, os.makedev(10, 229))):
        try:
            os.mknod(path + "-device", kind | 0o666, number)
            os.close(os.open(path + "-device", os.O_RDWR))
            print("BREACH device", folder, flush=True)
        except OSError:
            pass
print("tried")
