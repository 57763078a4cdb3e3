import os

os.write(1, b"tried\n")
os._exit(0)
