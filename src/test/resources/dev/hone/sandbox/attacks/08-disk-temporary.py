import os

print("begun", flush=True)
block = b"x" * (1 << 20)
for folder in (os.environ["TMPDIR"], "/dev/shm", "/dev", "/run", "/var/tmp"):
    written = 0
    try:
        while written < 100:
            with open("%s/hog%d" % (folder, written // 4), "ab") as file:
                file.write(block)
            written += 1
    except OSError as e:
        print(folder, "refused after", written, "MiB:", e.errno, flush=True)
    else:
        print("BREACH", folder, written, "MiB", flush=True)
