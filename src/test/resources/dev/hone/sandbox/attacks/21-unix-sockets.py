import os, socket

addresses = {
    "abstract": "\0" + os.environ["CANARY_ABSTRACT"],
    "path": os.environ["CANARY_SOCKET"],
    "path of datagrams": os.environ["CANARY_SOCKET"] + ".datagram",
    "path by root": "/proc/self/root" + os.environ["CANARY_SOCKET"],
    "resolver": "/run/systemd/resolve/io.systemd.Resolve",
    "bus": "/run/dbus/system_bus_socket",
    "docker": "/var/run/docker.sock",
}
for name, address in addresses.items():
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
        try:
            s = socket.socket(socket.AF_UNIX, kind)
            s.settimeout(0.5)
            s.connect(address)
            print("BREACH", name, flush=True)
        except OSError:
            pass
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
        try:
            # One of a pair is made without socket(). Whether it got there is seen from outside.
            one, _ = socket.socketpair(socket.AF_UNIX, kind)
            one.sendto(b"canary", address)
        except OSError:
            pass
print("tried")
