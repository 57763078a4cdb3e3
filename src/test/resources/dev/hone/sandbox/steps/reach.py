# What is reached of processes and the network. Arguments: a process outside.
import os, socket, sys


def result(make):
    try:
        make()
        return "allowed"
    except OSError as e:
        return e.errno


listener = socket.socket()
print("listen", result(lambda: listener.bind(("127.0.0.1", 0))))
with socket.socket() as caller:
    print("connect", result(lambda: caller.connect(("127.0.0.1", 1))))
outside = int(sys.argv[1])
print("signal", result(lambda: os.kill(outside, 0)))
print("memory", result(lambda: os.close(os.open("/proc/%d/mem" % outside, os.O_RDONLY))))
print("link", result(lambda: os.readlink("/proc/%d/exe" % outside)))
