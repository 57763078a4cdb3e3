# Leaves something where other runs, or others of the machine, would find it.
import os, socket

own = {os.path.realpath(os.environ[name]) for name in ("HOME", "TMPDIR")}
name = "hone-left-%d" % int(os.environ["CANARY_KEY"])
for place in ("/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run", "/run/lock", "/run/shm", "/var/lock", "/var/spool", "/var/mail", "/srv", "/mnt", "/media", "/opt"):
    if os.path.realpath(place) in own:
        continue
    path = os.path.join(place, name)
    for what, make in (
        ("file", lambda: os.close(os.open(path, os.O_CREAT | os.O_WRONLY))),
        ("file without a name", lambda: os.close(os.open(place, os.O_TMPFILE | os.O_WRONLY))),
        ("folder", lambda: os.mkdir(path + "-folder")),
        ("pipe", lambda: os.mkfifo(path + "-pipe")),
        ("socket", lambda: socket.socket(socket.AF_UNIX).bind(path + "-socket")),
    ):
        try:
            make()
        except OSError:
            continue
        # One of the box's own, which is gone with it: a file system in memory of a size.
        room = os.statvfs(place)
        if place not in ("/tmp", "/dev/shm") or room.f_blocks * room.f_frsize > 1 << 30:
            print("BREACH", what, path, flush=True)
print("tried")
