import pytest

from solution import waiting_times


def test_nobody_waits_alone():
    assert waiting_times([4]) == [0]


def test_each_waits_for_all_before():
    assert waiting_times([3, 1, 2]) == [0, 3, 4]


def test_no_customers():
    assert waiting_times([]) == []


def test_several_counters_serve_side_by_side():
    assert waiting_times([3, 1, 2], counters=2) == [0, 0, 1]


def test_a_negative_duration_is_refused():
    with pytest.raises(ValueError):
        waiting_times([1, -1])
