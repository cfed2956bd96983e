"""The worked example from a Mesa agent to a figure runs as it stands."""

import runpy
import tempfile
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "from_agent_to_figure.py"


def test_the_example_runs_and_draws(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tempfile, "mkdtemp", lambda: str(tmp_path))
    told = runpy.run_path(str(EXAMPLE))
    assert (tmp_path / "soil.png").read_bytes().startswith(b"\x89PNG")
    assert len(told["apart"]) == 6
    assert "95 % interval" in capsys.readouterr().out
