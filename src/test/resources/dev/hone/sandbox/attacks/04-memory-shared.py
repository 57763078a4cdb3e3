import mmap

print("begun", flush=True)
memory = mmap.mmap(-1, 1 << 31)
for i in range(0, 1 << 31, 4096):
    memory[i] = 1
print("BREACH two GiB", flush=True)
