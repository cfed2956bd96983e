#!/bin/sh
# What the tests reach. Compiled code cannot be traced, so that sim/ is measured in plain Python as well: the tests
# that call rules by themselves, the contracts, and the runs of tests/worlds.py. Slow: opt-in.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."
py=.venv/bin/python
$py -m coverage erase
# Left out: tests that read all that another Python prints, or let no file grow, and so see coverage itself.
$py -m coverage run -m pytest -q -n 2 --dist worksteal --deselect tests/health/test_determinism.py \
    --deselect tests/health/test_draw_use.py \
    --deselect tests/experiments/test_bad_input.py::test_a_file_that_may_not_grow_leaves_nothing "$@"
BODEM_PLAIN=1 $py -m coverage run -m tests.worlds >/dev/null
BODEM_PLAIN=1 $py -m coverage run -m pytest -q tests/mechanisms tests/contracts/test_registry.py
$py -m coverage combine --quiet
$py -m coverage report --skip-covered --sort=cover
