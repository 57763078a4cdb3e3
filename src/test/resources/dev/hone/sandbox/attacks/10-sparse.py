import os, signal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
file = os.open("sparse", os.O_CREAT | os.O_RDWR)
for name, make in (
    ("truncate", lambda: os.ftruncate(file, 1 << 40)),
    ("write far out", lambda: os.pwrite(file, b"x", 1 << 40)),
    ("allocate", lambda: os.posix_fallocate(file, 0, 1 << 40)),
):
    try:
        make()
        print("BREACH", name, flush=True)
    except OSError as e:
        print(name, e.errno)
print("tried")
