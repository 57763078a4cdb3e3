def waiting_times(durations: list[int], counters: int = 1) -> list[int]:
    return [sum(durations[:position]) for position in range(len(durations))]
