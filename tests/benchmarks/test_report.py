"""What the benchmark writes down: ratios, what was measured, and nothing about whose machine it was."""

from pathlib import Path

import pytest

from benchmarks.agreement import Agreement
from benchmarks.report import machine, page, results, text
from benchmarks.timing import Ensemble, Repeat


@pytest.fixture
def found():
    repeats = [Repeat(100.0, 2.0), Repeat(90.0, 2.0), Repeat(120.0, 2.0)]
    agreements = [Agreement("shame", 0.40, 0.41, -1.5), Agreement("starts", 2.0, 1.9, 0.5)]
    return results(machine(), 260, repeats, Ensemble(100, 1.8, 1.0), 60.0, 1.0, agreements, (100, 52))


def test_the_ratio_is_the_median_over_repeats(found):
    assert found["same_rules"]["ratio"] == 50.0
    assert found["same_rules"]["ratio_range"] == [45.0, 60.0]
    assert found["ensemble"]["two_threads_ratio"] == pytest.approx(1.8)


def test_agreement_is_judged_by_its_largest_distance(found):
    assert found["agreement"]["largest_distance"] == 1.5
    assert found["agreement"]["holds"]


def test_the_table_and_the_page_say_the_same(found):
    for words in ("50", "45 to 60", "1.80"):
        assert words in text(found)
        assert words in page(found)


def test_a_busy_machine_is_told(found):
    found["machine"]["busy"] = True
    assert "busy" in page(found)
    found["machine"]["busy"] = False
    assert "busy" not in page(found)


def test_neither_host_nor_path_is_written(found):
    written = page(found) + str(found)
    assert set(machine()) == {"busy", "cores", "python", "mesa", "numba"}
    assert str(Path(__file__).parents[2]) not in written
