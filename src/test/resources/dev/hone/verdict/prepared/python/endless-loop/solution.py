def waiting_times(durations: list[int], counters: int = 1) -> list[int]:
    waits = []
    position = 0
    while position < len(durations):
        waits.append(sum(durations[:position]))
        waits.pop()
    return waits
