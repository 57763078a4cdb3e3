import os

print("begun", flush=True)
kept = []
block = b"x" * (1 << 20)
for i in range(600):
    try:
        if i % 40 == 0:
            kept.append(os.memfd_create("hog"))
        os.write(kept[-1], block)
    except OSError as e:
        print("refused", e.errno, flush=True)
        break
else:
    print("BREACH 600 MiB", flush=True)
