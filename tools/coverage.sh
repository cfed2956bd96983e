#!/bin/sh
# What the tests reach. Compiled code cannot be traced, so that sim/ is measured in plain Python as well: the runs of
# tests/worlds.py, in which every rule acts. Slow: opt-in.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."
py=.venv/bin/python
$py -m coverage erase
BODEM_PLAIN=1 $py -m coverage run -m tests.worlds >/dev/null
# Left out: tests that read all that another Python prints, or let no file grow, and so see coverage itself.
$py -m coverage run -m pytest -q -n 2 --dist worksteal --deselect tests/health/test_determinism.py \
    --deselect tests/health/test_draw_use.py \
    --deselect tests/experiments/test_bad_input.py::test_a_file_that_may_not_grow_leaves_nothing "$@"
$py -m coverage combine --quiet
$py -m coverage report --skip-covered --sort=cover
