"""Whatever is written in an override, a file or a table: it works, or one sentence says what is wrong."""

import os
import string
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from experiments.compose import compose
from experiments.composer import Composer
from experiments.design import designed
from experiments.design.points import rows_of, verbatim
from experiments.errors import Refused, is_refusal, one_line
from experiments.presets import FilePresets, check_own
from sim.registry import PARAMETERS, POLICIES, RULES
from sim.settings import Settings

often = settings(
    phases=[Phase.explicit, Phase.generate],  # shrinking would compose for minutes; the example is small
    max_examples=100, derandomize=True, deadline=None, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
KEYS = [
    "weeks", "seed", "strategy", "district", "scenario", "equal_budget", "parameters", "levers",
    "rivals.trust", "district.parents", "district.communities.0.share", "district.institutions.7.fit",
    "levers.broker.target", "levers.coffee_fund.effects.0.amount",
    *[f"parameters.{name}" for name in list(PARAMETERS)[:6]],
    *[f"strategy.policies.{name}" for name in list(POLICIES)[:6]],
    *[f"rules.{rule.key}" for rule in RULES[:6]],
]  # fmt: skip
VALUES = [
    "1", "0", "-1", "1e400", "nan", "-inf", ".5", "1_000", "0x10", "true", "null", "~", "''", "[]", "{}",
    "[1,2]", "{a: 1}", "none", "explorative", "zuidoost", "${weeks}", "${weeks", "${oc.env:HOME}", "'", '"',
    "[", "a=b", "é", "\u202e", "9" * 400, "1,2", "range(3)", "glob(*)", "!!python/object:os.system",
    "&a [*a]",
    "\\", "\t", "#", "@", "??",
]  # fmt: skip
words = st.text(string.printable + "éß€\u0000\u2028", max_size=12)
keys = st.one_of(st.sampled_from(KEYS), words, st.builds("{}.{}".format, st.sampled_from(KEYS), words))
values = st.one_of(st.sampled_from(VALUES), words)
overrides = st.one_of(
    st.builds("{}{}={}".format, st.sampled_from(["", "", "", "+", "++", "~"]), keys, values),
    words,
)  # fmt: skip
yaml_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 10**20), st.floats(), words, st.sampled_from(VALUES)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(words, st.sampled_from(["name", "share", "policies", "meetings"])), inner, max_size=3
        ),
    ),
    max_leaves=8,
)
FIELDS = {
    "strategy": ["policies", "label", "description", "sources", "name", "section"],
    "levers": ["effects", "intensity", "start", "end", "target", "euros", "hours", "per", "tag", "sources"],
    "district": [
        "parents",
        "budget",
        "communities",
        "self_organisations",
        "institutions",
        "organisations",
        "evidence",
    ],
    "scenario": ["district", "strategy", "start", "events", "looks", "first_day", "observations"],
}


def refused(problem):
    """Hold an error to the house's rules; whatever else went wrong is raised again."""
    if not is_refusal(problem):
        raise AssertionError(f"{type(problem).__name__}: {problem}") from problem
    told = one_line(problem)
    assert told.endswith((".", "?")), told
    assert "Traceback" not in told
    assert "<class" not in told
    assert len(told) < 1000


@often
@given(st.lists(overrides, min_size=1, max_size=3))
@example(["parameters={}"])
@example(["levers.broker.target=[[]]"])
@example(["strategy=../none"])
@example(["strategy=/etc/passwd"])
@example(["district=C:\\data\\mine"])
def test_overrides(given_words):
    try:
        made = compose(given_words).settings
    except Exception as problem:
        refused(problem)
    else:
        assert isinstance(made, Settings)


@often
@given(
    group=st.sampled_from(sorted(FIELDS)),
    data=st.data(),
)
def test_yaml_of_ones_own(group, data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    (folder / group).mkdir()
    node = data.draw(st.dictionaries(st.sampled_from(FIELDS[group]), yaml_values, max_size=4))
    text = data.draw(st.one_of(st.just(yaml.safe_dump(node, allow_unicode=True)), st.text(max_size=40)))
    (folder / group / "mine.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    presets = FilePresets(folder)
    read = {"district": presets.district, "strategy": presets.strategy, "scenario": presets.scenario}
    try:
        found = presets.levers() if group == "levers" else read[group]("mine")
    except Exception as problem:
        refused(problem)
    else:
        assert found is not None


@pytest.mark.parametrize("group", sorted(FIELDS))
@pytest.mark.parametrize(
    "text", ["0", "- 1", "name: mine", "\x18", "start: ~", "overrides: ~", "events: {a: 1}"]
)
def test_yaml_of_ones_own_through_hydra(group, text, tmp_path):
    (tmp_path / group).mkdir()
    (tmp_path / group / "mine.yaml").write_text(text)
    check_own.cache_clear()
    chosen = "levers.mine.intensity=1" if group == "levers" else f"{group}=mine"
    try:
        assert isinstance(compose([chosen], tmp_path).settings, Settings)
    except Exception as problem:
        refused(problem)


CELLS = st.one_of(st.sampled_from([*VALUES, "0.1", "0.2", "2"]), words)
HEADS = st.one_of(st.sampled_from([*KEYS, "seed", "run_id", "point", ""]), words)


@often
@given(
    head=st.lists(HEADS, min_size=1, max_size=3),
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=3), max_size=3),
    raw=st.one_of(st.none(), st.none(), st.binary(max_size=60)),
)
def test_csv_designs(head, rows, raw, tmp_path_factory):
    file = tmp_path_factory.mktemp("csv") / "mine.csv"
    text = "\n".join(",".join(line) for line in [head, *rows])
    file.write_bytes(text.encode("utf-8", "surrogatepass") if raw is None else raw)
    presets = FilePresets()
    try:
        design = designed({"kind": "csv", "file": str(file)}, presets)
        composer = Composer((), None, verbatim(design.points))
        for cells in rows_of(design.points):
            cells.pop("seed", None)
            assert isinstance(composer.told(cells).settings, Settings)
    except Exception as problem:
        refused(problem)


@pytest.mark.parametrize("name", [r"own\mine", r"C:\own", r"\\server\own", "own/"])
def test_paths_as_windows_writes_them(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own" / "strategy").mkdir(parents=True)
    (tmp_path / "own" / "strategy" / "mine.yaml").write_bytes(b"policies:\r\n  meetings: 3\r\n")
    if os.name == "nt" or "\\" not in name:
        made = compose(["strategy=mine"], Path(name)).settings
        assert made.strategy.policies["meetings"] == 3
        return
    with pytest.raises(Refused, match="own"):
        compose(["strategy=mine"], Path(name))
