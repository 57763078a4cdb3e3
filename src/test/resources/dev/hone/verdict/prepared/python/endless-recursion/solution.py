def waiting_times(durations: list[int], counters: int = 1) -> list[int]:
    if any(duration < 0 for duration in durations):
        raise ValueError("a duration is never negative")
    return [0] + waiting_times(durations[1:], counters)
