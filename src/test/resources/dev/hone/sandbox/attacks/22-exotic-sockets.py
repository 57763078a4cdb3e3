# Families that a network namespace does not hold, and protocols that bring kernel code of their own.
import socket

UNIX, INET, INET6, NETLINK = 1, 2, 10, 16
STREAM, DATAGRAM, RAW, PACKET = 1, 2, 3, 5
for family in range(0, 46):
    for kind in (STREAM, DATAGRAM, RAW, PACKET):
        if (family in (INET, INET6) and kind != RAW) or family in (UNIX, NETLINK):
            continue
        try:
            socket.socket(family, kind, 0)
            print("BREACH family", family, kind, flush=True)
        except OSError:
            pass
for family in (INET, INET6):
    # SCTP, UDP-Lite, DCCP, L2TP, MPTCP, SMC, raw.
    for kind, protocol in ((1, 132), (2, 136), (6, 33), (2, 115), (1, 262), (1, 256), (3, 255), (3, 1), (2, 1)):
        try:
            socket.socket(family, kind, protocol)
            print("BREACH protocol", family, kind, protocol, flush=True)
        except OSError:
            pass
for protocol in range(1, 23):
    try:
        socket.socket(NETLINK, RAW, protocol)
        print("BREACH netlink", protocol, flush=True)
    except OSError:
        pass
print("tried")
