# Only at the canaries: if it were let, it should not take the machine along.
import os, shutil

folder = os.environ["CANARY_FOLDER"]
for path in (folder, "/proc/self/root" + folder, os.path.dirname(os.environ["CANARY_FILE"])):
    shutil.rmtree(path, ignore_errors=True)
    try:
        os.rmdir(path)
        print("BREACH", path, flush=True)
    except OSError:
        pass
shutil.rmtree(os.environ["HOME"], ignore_errors=True)
print("tried")
