import os, socket


def reach(what, make):
    try:
        make()
        print("BREACH", what, flush=True)
    except OSError:
        pass


port = int(os.environ["CANARY_PORT"])
udp = int(os.environ["CANARY_UDP"])


def connect(address):
    return lambda: socket.create_connection((address, port), 0.5)


def fast_open():
    s = socket.socket()
    s.settimeout(0.5)
    s.sendto(b"canary", 0x20000000, ("127.0.0.1", port))


def datagram(address):
    def send():
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        s = socket.socket(family, socket.SOCK_DGRAM)
        s.sendto(b"canary", (address, udp))

    return send


for address in ("127.0.0.1", "127.1.2.3", "0.0.0.0", "::1", "::ffff:127.0.0.1"):
    reach("connect " + address, connect(address))
reach("fast open", fast_open)
for address in ("127.0.0.1", "::ffff:127.0.0.1"):
    try:
        datagram(address)()
    except OSError:
        pass
# Nothing answers there; a route would already be too much.
for address in ("192.0.2.1", "2001:db8::1"):
    try:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        s = socket.socket(family, socket.SOCK_DGRAM)
        s.connect((address, 9))
        print("BREACH route to", address, s.getsockname(), flush=True)
    except OSError:
        pass
print("tried")
