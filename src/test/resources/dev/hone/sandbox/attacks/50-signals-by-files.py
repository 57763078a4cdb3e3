# Has the kernel send signals to another process, as the owner of a file that becomes ready.
import fcntl, os, signal, socket, struct

F_SETSIG, F_SETOWN_EX = 10, 15
victim = int(os.environ["CANARY_PID"])


def ready(number, own):
    one, other = socket.socketpair()
    try:
        own(one)
        fcntl.fcntl(one, F_SETSIG, number)
        fcntl.fcntl(one, fcntl.F_SETFL, fcntl.fcntl(one, fcntl.F_GETFL) | os.O_ASYNC)
        other.send(b"x")
    except OSError:
        pass


signal.signal(signal.SIGIO, signal.SIG_IGN)
for number in (signal.SIGKILL, signal.SIGTERM, 0):
    for who in (victim, -victim):
        ready(number, lambda s: fcntl.fcntl(s, fcntl.F_SETOWN, who))
    for kind in (0, 1, 2):
        ready(number, lambda s: fcntl.fcntl(s, F_SETOWN_EX, struct.pack("ii", kind, victim)))
# Whether the witness lives is looked at from outside.
print("tried")
