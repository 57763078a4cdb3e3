import os

print("begun", flush=True)
block = b"x" * (1 << 20)
written = 0
try:
    while written < 100:
        with open("hog%d" % (written // 4), "ab") as file:
            file.write(block)
        written += 1
except OSError as e:
    print("refused after", written, "MiB:", e.errno, flush=True)
else:
    print("BREACH", written, "MiB", flush=True)
