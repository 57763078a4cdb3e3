import fcntl, os

TIOCSTI, TIOCLINUX, TIOCSCTTY = 0x5412, 0x541C, 0x540E
for path in ("/dev/tty", "/dev/console", "/dev/tty0", "/dev/tty1", "/dev/pts/0", "/dev/pts/1", "/dev/pts/2"):
    try:
        fd = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError:
        continue
    print("BREACH", path, flush=True)
for fd in range(3):
    for request in (TIOCSTI, TIOCLINUX):
        try:
            fcntl.ioctl(fd, request, b"x")
            print("BREACH", fd, hex(request), flush=True)
        except OSError:
            pass
try:
    master, slave = os.openpty()
    fcntl.ioctl(slave, TIOCSTI, b"x")
    print("BREACH own terminal", flush=True)
except OSError:
    pass
print("tried")
