# Files that have no name any more, so that no look into a folder finds them.
import os, sys, time

print("begun", flush=True)
written, held = 0, []
try:
    while written < 150:
        file = os.open("hog", os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        os.unlink("hog")
        held.append(file)
        for i in range(6):
            os.write(file, bytes(1 << 20))
            written += 1
        time.sleep(0.02)
    time.sleep(2)
except OSError as e:
    print("refused after", written, "MiB:", e.errno, flush=True)
    sys.exit(1)
print("BREACH", written, "MiB", flush=True)
