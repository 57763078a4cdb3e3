"""Has pip fetch packages through a socket that leads to a registry, and hands their files over.

    python3 fetch.py OPTION... -- NAME[==VERSION]...

The options are pip's own. HONE_REGISTRY names the socket of a proxy, HONE_DELIVERY that which takes
the files; the first line of standard input is the mark that the files begin with. Only wheels are
installed, so no code of a package runs. Prints what was installed, or what is wrong with a name.
"""

import os
import re
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from importlib import metadata

LAST_LINES = 8


def forward(registry):
    """Returns a port of this box that leads to the socket."""
    server = socket.create_server(("127.0.0.1", 0), backlog=64)

    def copy(source, target):
        try:
            while True:
                data = source.recv(1 << 16)
                if not data:
                    break
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            for end in (source, target):
                end.close()

    def accept():
        while True:
            near, _ = server.accept()
            far = socket.socket(socket.AF_UNIX)
            far.connect(registry)
            for pair in ((near, far), (far, near)):
                threading.Thread(target=copy, args=pair, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return server.getsockname()[1]


def install(options, names, folder, port):
    command = [sys.executable, "-I", "-m", "pip", "install", "--no-input", "--no-cache-dir",
               "--disable-pip-version-check", "--only-binary", ":all:", "--no-compile",
               "--progress-bar", "off", "--no-color", "--retries", "1", "--target", folder,
               "--proxy", "http://127.0.0.1:%d" % port]
    done = subprocess.run(command + options + ["--"] + names, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def faults(output, again):
    """Returns what is wrong with the name that pip stumbled over, as far as its words tell.

    Asked again with all its words, it tells a name that the index does not know from one that has
    nothing built.
    """
    found = re.search(r"Could not find a version that satisfies the requirement ([\w.-]+).*?"
                      r"\(from versions: ([^)]*)\)", output)
    if not found:
        return []
    name, versions = found.group(1), found.group(2)
    if versions != "none":
        return ["version %s %s" % (name, versions.replace(",", ""))]
    words = again(["-vvv", "--no-deps"], [name])[1]
    if "No sources permitted for " + name in words or "none of the wheel's tags" in words:
        return ["source " + name]
    return ["unknown " + name] if re.search(r'HTTP/[\d.]+" 404 ', words) else []


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def resolved(folder, names):
    """Returns a line for each package: its name, its version and what code imports."""
    there = {normal(one.metadata["Name"]): one for one in metadata.distributions(path=[folder])}
    for name in names:
        one = there[normal(name.split("==")[0])]
        parts = [str(path).split("/") for path in one.files or ()]
        tops = {path[0].split(".")[0] for path in parts
                if path[-1].endswith((".py", ".so")) and (len(path) > 1 or path[0].count("."))}
        imports = sorted(top for top in tops if top.isidentifier() and not top.startswith("_"))
        yield " ".join(["resolved", name.split("==")[0], one.version] + imports[:4])


def compiled(folder):
    # Bytecode that is used whatever the clock says, since code in a sandbox cannot write it again.
    subprocess.run([sys.executable, "-I", "-m", "compileall", "-q", "-j", "0",
                    "--invalidation-mode", "unchecked-hash", folder], stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def files(folder):
    for base, folders, names in os.walk(folder):
        if base == folder and "bin" in folders:
            folders.remove("bin")
        for name in names:
            path = os.path.join(base, name)
            if os.path.isfile(path) and not os.path.islink(path):
                yield os.path.relpath(path, folder), path


def deliver(mark, folder, delivery):
    """Hands the files over and returns the answer."""
    with socket.socket(socket.AF_UNIX) as out:
        out.connect(delivery)
        with out.makefile("wb", 1 << 20) as stream:
            stream.write(mark.encode() + b"\n")
            for name, path in sorted(files(folder)):
                encoded = name.encode()
                with open(path, "rb") as file:
                    content = file.read()
                stream.write(struct.pack(">I", len(encoded)) + encoded)
                stream.write(struct.pack(">Q", len(content)) + content)
            stream.write(struct.pack(">I", 0))
        return out.makefile("r").readline().strip()


def main(words):
    mark = sys.stdin.readline().strip()
    options, names = words[:words.index("--")], words[words.index("--") + 1:]
    folder = os.path.join(tempfile.mkdtemp(), "site")
    port = forward(os.environ["HONE_REGISTRY"])
    status, output = install(options, names, folder, port)
    if status != 0:
        print("\n".join(faults(output, lambda more, name: install(options + more, name, folder, port))))
        lines = [line for line in output.splitlines() if line.startswith("ERROR")]
        sys.stderr.write("\n".join((lines or output.splitlines())[-LAST_LINES:]) + "\n")
        return 1
    compiled(folder)
    print("\n".join(resolved(folder, names)))
    answer = deliver(mark, folder, os.environ["HONE_DELIVERY"])
    if answer != "taken":
        sys.stderr.write(answer + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
