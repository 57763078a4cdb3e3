import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
victim = int(os.environ["CANARY_PID"])


def better(what, make):
    try:
        make()
        print("BREACH", what, flush=True)
    except OSError:
        pass


before = os.getpriority(os.PRIO_PROCESS, 0)
better("nice 0", lambda: os.setpriority(os.PRIO_PROCESS, 0, 0))
better("nice -20", lambda: os.setpriority(os.PRIO_PROCESS, 0, -20))
better("real time", lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)))
better("score", lambda: os.write(os.open("/proc/self/oom_score_adj", os.O_WRONLY), b"-1"))
# Those of others.
better("nice of another", lambda: os.setpriority(os.PRIO_PROCESS, victim, 19))
better("processor of another", lambda: os.sched_setaffinity(victim, {0}))
better("scheduling of another", lambda: os.sched_setscheduler(victim, os.SCHED_IDLE, os.sched_param(0)))
if libc.syscall(251 if os.uname().machine == "x86_64" else 30, 1, victim, 3 << 13) == 0:
    print("BREACH disk priority of another", flush=True)
for kind, who in ((os.PRIO_USER, 0), (os.PRIO_USER, os.getuid()), (os.PRIO_PGRP, victim)):
    try:
        os.setpriority(kind, who, 19)
    except OSError:
        pass
if os.getpriority(os.PRIO_PROCESS, 0) < before:
    print("BREACH nice", before, flush=True)
print("tried")
