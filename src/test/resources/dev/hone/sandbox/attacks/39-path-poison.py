# Puts programs where a later run would find them.
import os

for folder in os.environ["PATH"].split(":") + ["/usr/local/sbin", "/usr/lib/python3/dist-packages", "/etc/profile.d"]:
    try:
        with open(folder + "/hone-attack", "w") as file:
            file.write("#!/bin/sh\necho poisoned\n")
        print("BREACH", folder, flush=True)
    except OSError:
        pass
for name in (".profile", ".bashrc", ".gitconfig", ".npmrc", ".config"):
    with open(os.path.join(os.environ["HOME"], name), "w") as file:
        file.write("poisoned")
with open(os.path.join(os.environ["TMPDIR"], "sitecustomize.py"), "w") as file:
    file.write("raise SystemExit(1)")
print("tried")
