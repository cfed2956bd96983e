"""Every command and every example of README and docs runs; see ``pages.py`` for how they are made smaller."""

import importlib.util
import re
import shlex
import subprocess
import tomllib
import urllib.request
import warnings
from pathlib import Path

import pytest

from experiments.cli import main
from sim.ensemble import warm_up
from tests.docs.pages import PAGES, ROOT, blocks, inline, name_of, smaller, statements, understood
from tests.processes import Command

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]


DONE: set[str] = set()  # commands that ran on another page of this session


@pytest.fixture(scope="session", autouse=True)
def _compiled():
    warm_up(lambda sentence: None)


@pytest.mark.slow
@pytest.mark.usefixtures("coarse")
@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_of_the_page_runs(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    later = []
    for block in blocks(page):
        if block.kind == "sh":
            for one in statements(block.text):
                typed(one, f"{name_of(page)}:{block.line}", capsys)
        elif block.kind == "python" and block.into is None:
            later.append(block)
    run_python(page, later)


def typed(command, where, capsys):
    """Type one command in the present directory."""
    words = shlex.split(command, comments=True)
    if words[0] == "make":
        assert all(
            re.search(rf"^{re.escape(goal)}:", MAKEFILE, re.MULTILINE)
            for goal in words[1:]
            if "=" not in goal
        ), command
    elif words[0] in ("pip", "uv"):
        assert set(re.findall(r"vruchtbare-bodem\[(\w+)\]", command)) <= set(EXTRAS), command
    elif words[:2] == ["bodem", "serve"]:
        served(words[2:])
    elif words[0] == "bodem":
        if stands_alone(words) and command in DONE:
            return
        DONE.add(command)
        capsys.readouterr()
        code = main(smaller(words[1:]))
        told = capsys.readouterr()
        wanted = 2 if "# refused" in command else 0
        assert code == wanted, f"{where}: {command}\nas: {smaller(words[1:])}\n{told.err}"
    else:
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{where}: {command}\n{done.stderr}"


def stands_alone(words):
    """Whether a command neither makes nor reads anything in the directory: once is enough then."""
    reads = ("sweep", "resume", "status", "query", "export", "report", "run")
    return words[1] not in reads and "--out" not in words and "--config-dir" not in words


def run_python(page, found):
    """Run the examples in Python one after the other; those that need a package each by themselves."""
    known = {"__name__": "docs"}
    for block in found:
        if block.needs and importlib.util.find_spec(block.needs) is None:
            warnings.warn(
                f"{name_of(page)}:{block.line} is not run: there is no {block.needs}.", stacklevel=1
            )
            continue
        names = {"__name__": "docs"} if block.needs else known
        exec(compile("\n" * block.line + block.text, str(page), "exec"), names)


def served(options):
    """Start the page for real, on a free port, ask it for its first file, and stop it."""
    options = [word for word in options if word != "--no-browser"]
    if "--port" in options:
        del options[options.index("--port") : options.index("--port") + 2]
    process = Command(["serve", "--port", "0", "--no-browser", *options], Path.cwd())
    try:
        said = ""
        while "http://" not in said:
            line = process.stdout.readline()
            assert line, f"it ended by itself: {said}{process.communicate()[1]}"
            said += line
        address = re.search(r"http://\S+?(?=[\s.,]*$|\s)", said, re.MULTILINE)[0]
        # With a code the first answer is a cookie and the way on.
        visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with visitor.open(address, timeout=30) as answer:
            assert b"<html" in answer.read().lower()
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_that_are_only_named_are_understood(page):
    named = inline(page)
    for block in blocks(page):
        if block.kind in ("text", ""):
            named += [one for one in statements(block.text) if one.startswith("bodem ")]
    wrong = {command: understood(command) for command in named}
    assert {command: why for command, why in wrong.items() if why} == {}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_within_the_project_lead_somewhere(page):
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)
    gone = [one for one in targets if not (page.parent / one).exists()]
    assert gone == []


def test_no_page_is_left_out():
    assert Path(ROOT / "README.md") in PAGES
    assert sum(len(statements(one.text)) for page in PAGES for one in blocks(page) if one.kind == "sh") >= 40
