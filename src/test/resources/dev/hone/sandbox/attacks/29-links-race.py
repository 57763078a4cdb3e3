# Swaps a file for a link to the canary, until it is killed.
import os

if os.fork() == 0:
    os.setsid()
    while True:
        try:
            os.symlink(os.environ["CANARY_OPEN"], "next")
            os.rename("next", "result.txt")
            with open("next", "w") as file:
                file.write("harmless")
            os.rename("next", "result.txt")
        except OSError:
            pass
print("tried")
