"""Every packaged design, engine and experiment can be composed and planned, and says its own command."""

import shlex
from importlib.resources import files

import pytest
import yaml

from experiments.asked import asked
from experiments.engine.executors import engine_from
from experiments.errors import Refused
from experiments.plan import planned
from experiments.presets import load_packaged, yaml_files

EXPERIMENTS = dict(yaml_files(files("configs") / "experiment"))
NEED_MORE = ("grid", "latin_hypercube", "csv")
FEW = {
    "seeds": ["design.seeds=1"],
    "morris": ["design.trajectories=2"],
    "sobol": ["design.samples=2"],
    "assumptions": ["design.samples=2"],
}


def test_every_experiment_says_its_own_command():
    for name, file in EXPERIMENTS.items():
        text = file.read_text(encoding="utf-8")
        about = yaml.safe_load(text)["about"]
        assert about["command"] == f"bodem sweep experiment={name}"
        assert text.splitlines()[1] == f"# {about['command']}"
        assert set(about) == {"en", "nl", "command"}


@pytest.mark.parametrize("name", sorted(EXPERIMENTS))
def test_every_experiment_can_be_planned(name):
    few = ["design.seeds=1", "weeks=2"]
    few += {"sensitivity_screening": FEW["morris"], "sensitivity_families": FEW["sobol"]}.get(name, [])
    words = shlex.split(load_packaged("experiment", name)["about"]["command"])[2:]
    wish = asked([*words, *few])
    assert len(planned(wish.overrides, wish.design).distinct()) > 1


@pytest.mark.parametrize("name", [name for name, _ in yaml_files(files("configs") / "design")])
def test_every_design_can_be_planned_or_says_what_it_needs(name):
    few = FEW.get(name, []) if name not in NEED_MORE else []
    if name in NEED_MORE:
        with pytest.raises(Refused, match=r"factors|file"):
            asked([f"design={name}"])
        return
    wish = asked([f"design={name}", "design.seeds=1", *few])
    assert len(planned(wish.overrides, wish.design).runs) >= 1


@pytest.mark.parametrize("name", [name for name, _ in yaml_files(files("configs") / "engine")])
def test_every_engine_is_read(name):
    assert engine_from(load_packaged("engine", name)).kind == name
