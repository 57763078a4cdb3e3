import os, time

print("begun", flush=True)
children = 0
while True:
    try:
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
        children += 1
    except OSError:
        time.sleep(0.01)
    if children > 60:
        print("BREACH", children, "processes", flush=True)
        os._exit(1)
