import threading, time

print("begun", flush=True)
threading.stack_size(64 << 10)
count = 0
try:
    while count < 100:
        threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
        count += 1
except RuntimeError:
    print("refused after", count, flush=True)
else:
    print("BREACH", count, "threads", flush=True)
