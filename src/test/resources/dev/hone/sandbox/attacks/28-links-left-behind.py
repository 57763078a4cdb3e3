# Leaves in the work folder what a careless reader would follow or wait on.
import os

print("begun", flush=True)
os.symlink(os.environ["CANARY_FILE"], "result.txt")
os.symlink(os.environ["CANARY_FOLDER"], "folder")
os.symlink("/dev/zero", "endless")
os.symlink("result.json", "result.json")
os.mkfifo("pipe")
os.mkdir("deep")
os.symlink("../../../../../../etc/shadow", "deep/up")
try:
    os.mkdir("closed", 0)
except OSError:
    pass
# Deeper than a path can name, which ends it where folders are counted from outside, with a closed folder at the end.
for i in range(3000):
    os.mkdir("d")
    os.chdir("d")
os.mkdir("closed", 0)
print("tried")
