# Watches folders and files of the machine, and so learns the names in them.
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
watcher = libc.inotify_init1(0o4000)
places = [os.environ["CANARY_FOLDER"], os.environ["CANARY_OPEN"], os.path.dirname(os.environ["CANARY_FILE"]), os.environ["CANARY_FILE"]]
places += ["/home", "/root", "/var", "/run", "/etc/shadow"]
for place in places:
    if watcher >= 0 and libc.inotify_add_watch(watcher, place.encode(), 0xFFF) >= 0:
        print("BREACH", place, flush=True)
    try:
        handle = os.open(place, os.O_RDONLY)
    except OSError:
        continue
    # Told of changes in the folder; a lease holds up whoever opens the file.
    for command, value in ((1026, 0x80000000 | 0x3F), (1024, 1)):
        if libc.fcntl(handle, command, value) >= 0:
            print("BREACH", place, command, flush=True)
print("tried")
