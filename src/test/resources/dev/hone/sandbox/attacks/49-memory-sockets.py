# Memory of the kernel's that no process holds: what was sent and not yet read, in many sockets.
import os, socket, sys, time

print("begun", flush=True)
MOST = 512 << 20


def fill():
    held, sent = [], 0
    try:
        while True:
            pair = socket.socketpair()
            held.append(pair)
            for end in pair:
                end.setblocking(False)
                try:
                    while True:
                        sent += end.send(bytes(1 << 16))
                except BlockingIOError:
                    pass
    except OSError:
        return held, sent


total, readers = 0, []
while total < MOST:
    reader, writer = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        break
    if pid == 0:
        os.close(reader)
        kept, sent = fill()
        kept[0][0].close()
        os.write(writer, b"%d\n" % sent)
        time.sleep(20)
        os._exit(0)
    os.close(writer)
    total += int(os.read(reader, 100) or b"0")
    os.close(reader)
if total >= MOST:
    print("BREACH", total >> 20, "MiB", flush=True)
else:
    print("refused after", total >> 20, "MiB", flush=True)
sys.exit(1)
