# Stays behind as the parent of orphans, deaf to the end of its own parent, with children that are
# stopped, or hold their parent up in the middle of a call.
import ctypes, os, signal, sys, time

libc = ctypes.CDLL(None, use_errno=True)
print("begun", flush=True)
for number in range(1, 32):
    try:
        signal.signal(number, signal.SIG_IGN)
    except OSError:
        pass
if os.fork() == 0:
    os.setsid()
    libc.prctl(36, 1, 0, 0, 0)
    libc.prctl(1, 0, 0, 0, 0)
    libc.prctl(4, 0, 0, 0, 0)
    for i in range(3):
        if os.fork() == 0:
            libc.prctl(1, 0, 0, 0, 0)
            if os.fork() == 0:
                if i == 0:
                    os.kill(os.getpid(), signal.SIGSTOP)
                if i == 1:
                    # The parent waits where only a kill reaches it.
                    libc.vfork()
                time.sleep(100)
            os._exit(0)
    for fd in range(3):
        os.close(fd)
    while True:
        time.sleep(100)
time.sleep(0.5)
sys.stdout.flush()
os._exit(0)
