"""Every name the model is to have is there; what is missing or extra has a line in docs/departures.md."""

import re
from pathlib import Path

import pytest
import yaml

import sim.library  # noqa: F401
from experiments.presets import FilePresets
from sim.registry import RULES

HERE = Path(__file__).parent
NAMES = yaml.safe_load((HERE / "names.yaml").read_text(encoding="utf-8"))
PAGE = (HERE.parents[1] / "docs" / "departures.md").read_text(encoding="utf-8")
# A name that departs stands at the start of a line of its own: "- `name`: why".
TOLD = set(re.findall(r"^- ((?:`\w+`(?:, | and )?)+)", PAGE, re.MULTILINE))
TOLD = {name for line in TOLD for name in re.findall(r"`(\w+)`", line)}

ASKED = {
    "rules": {f"{family}.{name}" for family, names in NAMES["rules"].items() for name in names},
    "strategies": set(NAMES["strategies"]),
    "levers": set(NAMES["levers"]),
    "districts": set(NAMES["districts"]),
}
THERE = {
    "rules": {f"{rule.family}.{rule.name}" for rule in RULES},
    "strategies": set(FilePresets().names("strategy")),
    "levers": set(FilePresets().names("levers")),
    "districts": set(FilePresets().names("district")),
}


@pytest.mark.parametrize("kind", ASKED)
def test_nothing_is_missing_without_a_line_that_says_why(kind):
    missing = {name.rpartition(".")[2] for name in ASKED[kind] - THERE[kind]}
    assert missing - TOLD == set()


@pytest.mark.parametrize("kind", ASKED)
def test_nothing_is_extra_without_a_line_that_says_why(kind):
    extra = {name.rpartition(".")[2] for name in THERE[kind] - ASKED[kind]}
    assert extra - TOLD == set()


def test_the_page_tells_of_nothing_that_does_not_depart():
    departs = {name.rpartition(".")[2] for kind in ASKED for name in ASKED[kind] ^ THERE[kind]}
    assert TOLD - departs == set()
