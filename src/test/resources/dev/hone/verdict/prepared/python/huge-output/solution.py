def waiting_times(durations: list[int], counters: int = 1) -> list[int]:
    for step in range(10_000_000):
        print("customer", step, "of", durations)
    return [sum(durations[:position]) for position in range(len(durations))]
