"""Tables fit the terminal: side by side, else the name on its own line, else one line for each cell."""

import pytest

from experiments.numbers import between, fitted, room, shown
from experiments.words import wrapped

ROWS = [("measure", "base", "variant", "difference"), ("a_rather_long_name_of_a_measure", "1", "2", "1 to 2")]


@pytest.mark.parametrize(("columns", "lines"), [(120, 2), (60, 2), (80, 2)])
def test_a_table_that_fits_stays_a_table(monkeypatch, columns, lines):
    monkeypatch.setenv("COLUMNS", str(columns))
    assert len(fitted(ROWS).splitlines()) == lines


@pytest.mark.parametrize("columns", [60, 70, 80, 100, 120])
def test_no_line_is_longer_than_the_terminal(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    wide = [("head", *(f"column {n}" for n in range(7))), ("row", *(f"{n}.123 to {n}.456" for n in range(7)))]
    assert max(map(len, fitted(wide).splitlines())) <= room()
    for row in wide:
        for cell in row[1:]:
            assert cell in fitted(wide)


def test_numbers_are_written_as_the_language_does():
    assert shown(1234.5, 1, "nl") == "1.234,5"
    assert between((0.1, 0.25), 2, "nl") == "0,10 tot 0,25"
    assert between((0.1, 0.25), 2) == "0.10 to 0.25"


def test_what_belongs_to_a_number_stays_on_its_line(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    text = "word " * 11 + "95 % interval and 3 ±1 more " * 3
    told = wrapped("", text)
    assert " ".join(told.split()) == text.strip()
    assert not any(line.endswith("95") or line.startswith(("%", "±")) for line in told.splitlines())
