def waiting_times(durations: list[int], counters: int = 1) -> list[int]:
    """Returns how long each customer waits until a counter is free."""
    if any(duration < 0 for duration in durations):
        raise ValueError("a duration is never negative")
    free = [0] * counters
    waits = []
    for duration in durations:
        start = heapq.heappop(free)
        waits.append(start)
        heapq.heappush(free, start + duration)
    return waits
