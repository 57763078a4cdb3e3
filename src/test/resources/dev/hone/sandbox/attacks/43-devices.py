import os, stat

for name, kind, major, minor in (("mem", stat.S_IFCHR, 1, 1), ("null", stat.S_IFCHR, 1, 3), ("disk", stat.S_IFBLK, 8, 0), ("root", stat.S_IFBLK, 254, 0)):
    for folder in (".", os.environ["TMPDIR"], "/dev/shm"):
        path = "%s/%s" % (folder, name)
        try:
            os.mknod(path, kind | 0o666, os.makedev(major, minor))
            os.open(path, os.O_RDONLY)
            print("BREACH", path, flush=True)
        except OSError:
            pass
for name in ("mem", "kmem", "kmsg", "port", "kvm", "vsock", "vhost-vsock", "fuse", "loop0", "loop-control", "net/tun", "vda", "sda", "console", "uinput", "mapper/control", "userfaultfd", "hwrng"):
    try:
        os.open("/dev/" + name, os.O_RDWR | os.O_NONBLOCK)
        print("BREACH /dev/" + name, flush=True)
    except OSError:
        pass
print("tried")
