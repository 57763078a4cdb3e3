# Stands for the rest of the machine: a process of the same user that holds a secret, and listens on
# every kind of socket. Not an attack; started openly by the test.
# Arguments: a folder of its own, a secret, the name of an abstract socket, a number for System V objects.
# Prints "ready" with its ports, then a line for everybody who reaches it, until its input ends.
import ctypes, os, select, socket, sys

folder, secret, abstract, key = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
CREATE, REMOVE = 0o1000, 0
memory = libc.shmget(key, 4096, CREATE | 0o666)
queue = libc.msgget(key, CREATE | 0o666)
semaphores = libc.semget(key, 1, CREATE | 0o666)
ctypes.memmove(libc.shmat(memory, None, 0), secret.encode(), len(secret))


def listening(family, kind, address):
    s = socket.socket(family, kind)
    s.bind(address)
    if kind != socket.SOCK_DGRAM:
        s.listen(8)
    return s


tcp = listening(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))
udp = listening(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0))
sockets = {
    tcp: "TCP",
    udp: "UDP",
    listening(socket.AF_UNIX, socket.SOCK_STREAM, "\0" + abstract): "abstract",
    listening(socket.AF_UNIX, socket.SOCK_DGRAM, "\0" + abstract): "abstract datagram",
    listening(socket.AF_UNIX, socket.SOCK_STREAM, folder + "/socket"): "path",
    listening(socket.AF_UNIX, socket.SOCK_DGRAM, folder + "/socket.datagram"): "path datagram",
}
for name in ("/socket", "/socket.datagram"):
    os.chmod(folder + name, 0o777)
print("ready", tcp.getsockname()[1], udp.getsockname()[1], flush=True)
while True:
    readable, _, _ = select.select([sys.stdin, *sockets], [], [])
    if sys.stdin in readable:
        break
    for s in readable:
        print("reached by", sockets[s], s.recv(100) if s.type == socket.SOCK_DGRAM else s.accept()[1], flush=True)
libc.shmctl(memory, REMOVE, None)
libc.msgctl(queue, REMOVE, None)
libc.semctl(semaphores, 0, REMOVE)
