# A process that is always another one: each makes the next, in a session of its own, and ends.
import os, signal

for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    signal.signal(number, signal.SIG_IGN)
print("begun", flush=True)
while True:
    try:
        if os.fork() > 0:
            os._exit(0)
        os.setsid()
    except OSError:
        pass
