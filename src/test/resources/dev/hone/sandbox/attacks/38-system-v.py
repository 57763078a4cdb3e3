# Objects with numbers instead of names: those of the machine, and ones that stay behind.
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
key = int(os.environ["CANARY_KEY"])
CREATE = 0o1000


def result(what, got):
    if got >= 0:
        print("BREACH", what, flush=True)


shared = libc.shmget(key, 0, 0)
if shared >= 0:
    at = libc.shmat(shared, None, 0)
    if at not in (None, 2**64 - 1):
        print(ctypes.string_at(at, 100), flush=True)
    result("memory of the machine", shared)
result("queue of the machine", libc.msgget(key, 0))
result("semaphores of the machine", libc.semget(key, 0, 0))
# What can be made must be gone with the box: looked for from outside.
libc.shmget(key + 1, 4096, CREATE | 0o666)
libc.msgget(key + 1, CREATE | 0o666)
libc.semget(key + 1, 1, CREATE | 0o666)
print("tried")
