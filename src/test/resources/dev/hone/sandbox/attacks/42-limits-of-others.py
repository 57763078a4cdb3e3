import os, resource

victim = int(os.environ["CANARY_PID"])
for name in ("RLIMIT_NOFILE", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_DATA", "RLIMIT_NPROC"):
    limit = getattr(resource, name)
    try:
        resource.prlimit(victim, limit, (1, 1))
        print("BREACH", name, flush=True)
    except OSError:
        pass
    # Its own can only be lowered.
    soft, hard = resource.getrlimit(limit)
    if hard == resource.RLIM_INFINITY:
        print("BREACH no limit", name, flush=True)
    try:
        resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print("BREACH raised", name, flush=True)
    except (OSError, ValueError):
        pass
print("tried")
