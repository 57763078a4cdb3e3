import os

print("begun", flush=True)
made = 0
try:
    while made < 25000:
        os.close(os.open("f%d" % made, os.O_CREAT | os.O_WRONLY))
        made += 1
except OSError as e:
    print("refused after", made, "files:", e.errno, flush=True)
else:
    print("BREACH", made, "files", flush=True)
