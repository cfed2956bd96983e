"""What a fresh machine meets first: tools/setup.sh, pyproject.toml and constraints.txt."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
PACKAGES = ("sim", "configs", "experiments", "analysis")

# The script's own needs, so that PATH can leave out every real interpreter.
COMMANDS = ("basename", "cat", "cksum", "cp", "dirname", "id", "mkdir", "rm")

OLD = "#!/bin/sh\necho Python 3.8.18\n"
SILENT = "#!/bin/sh\nexit 0\n"
BROKEN = "#!/bin/sh\necho 'no such version' >&2\nexit 127\n"
GOOD = """#!/bin/sh
echo "${VIRTUAL_ENV-}${PYTHONPATH-}${PYTHONHOME-}$*" >>"$LOG"
case "$*" in
    -I*) echo "$0" ;;
    "-m venv"*) [ -z "${NO_VENV-}" ] && mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    "-m pip --version") [ -z "${NO_VENV-}" ] ;;
    "-m pip install"*) [ ! -e .venv/.ready ] && [ -z "${OFFLINE-}" ] ;;
esac
"""
UV = """#!/bin/sh
echo "uv $*" >>"$LOG"
case "$1 $2" in
    "python find") [ -n "${UV_PYTHON_FOUND-}" ] && echo "$UV_PYTHON_FOUND" ;;
    "venv --quiet") mkdir -p .venv/bin && cp "$5" .venv/bin/python ;;
    "pip install") [ -z "${UV_OFFLINE-}" ] ;;
    *) exit 1 ;;
esac
"""


class Machine:
    """A checkout in a folder with a space, and a PATH of nothing but fakes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.checkout = folder / "a b"
        (self.checkout / "tools").mkdir(parents=True)
        for name in ("tools/setup.sh", "pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, self.checkout / name)
        self.log = folder / "log"
        self.path = [folder / "commands"]
        self.path[0].mkdir()
        for name in COMMANDS:
            (self.path[0] / name).symlink_to(shutil.which(name))

    @property
    def stamp(self) -> Path:
        return self.checkout / ".venv" / ".ready"

    def add(self, name: str, script: str, where: str = "first") -> Path:
        folder = self.folder / where
        folder.mkdir(parents=True, exist_ok=True)
        if folder not in self.path:
            self.path.append(folder)
        return self.write(folder / name, script)

    def write(self, file: Path, script: str) -> Path:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(script)
        file.chmod(0o755)
        return file

    def setup(self, **env: str) -> subprocess.CompletedProcess:
        path = os.pathsep.join(map(str, self.path))
        env = {"PATH": path, "HOME": str(self.folder), "LOG": str(self.log)} | env
        command = [shutil.which("sh"), str(self.checkout / "tools" / "setup.sh")]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    def calls(self, words: str) -> int:
        return self.log.read_text().count(words) if self.log.exists() else 0


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def assert_one_sentence(done: subprocess.CompletedProcess) -> None:
    assert done.returncode != 0
    assert done.stdout == ""
    assert re.fullmatch(r"[^\n]+\.\n", done.stderr), done.stderr
    assert not re.search(r"\.\s+[A-Z]", done.stderr)


@pytest.mark.parametrize("fake", [None, OLD, SILENT, BROKEN])
def test_without_a_usable_python_it_says_so_in_one_sentence(machine, fake):
    if fake:
        machine.add("python3", fake)
    done = machine.setup()
    assert_one_sentence(done)
    assert "3.12" in done.stderr
    assert not machine.stamp.parent.exists()


@pytest.mark.parametrize("fake", [OLD, SILENT, BROKEN])
def test_an_unusable_python_is_passed_over(machine, fake):
    machine.add("python3.13", fake)
    machine.add("python3", fake)
    machine.add("python3", GOOD, where="second")
    done = machine.setup()
    assert (done.returncode, done.stderr) == (0, "")
    assert machine.stamp.exists()


def test_a_chosen_python_is_never_replaced_by_another(machine):
    machine.add("python3", GOOD)
    assert_one_sentence(machine.setup(PYTHON="/nowhere/python"))


def test_versions_of_pyenv_are_found(machine):
    root = machine.folder / ".pyenv"
    machine.write(root / "bin" / "pyenv", f'#!/bin/sh\n[ "$1" = root ] && echo "{root}"\n')
    machine.write(root / "versions" / "3.11.7" / "bin" / "python3", OLD)
    machine.write(root / "versions" / "3.12.1" / "bin" / "python3", GOOD)
    assert machine.setup().returncode == 0


def test_pythons_of_uv_are_found(machine):
    machine.add("uv", UV)
    found = machine.write(machine.folder / "managed" / "python3", GOOD)
    assert machine.setup(UV_PYTHON_FOUND=str(found)).returncode == 0


def test_uv_helps_where_the_venv_module_is_missing(machine):
    machine.add("python3", GOOD)
    assert_one_sentence_after_notice(machine.setup(NO_VENV="1"))
    machine.add("uv", UV)
    assert machine.setup(NO_VENV="1").returncode == 0
    assert machine.calls("uv pip install") == 1


def test_pip_installs_where_uv_cannot(machine):
    machine.add("python3", GOOD)
    machine.add("uv", UV)
    assert machine.setup(UV_OFFLINE="1").returncode == 0
    assert machine.calls("uv pip install") == 1
    assert machine.calls("-m pip install") == 1


def assert_one_sentence_after_notice(done: subprocess.CompletedProcess) -> None:
    assert "about a minute" in done.stdout
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1


def test_an_interrupted_installation_is_done_again(machine):
    machine.add("python3", GOOD)
    assert_one_sentence_after_notice(machine.setup(OFFLINE="1"))
    assert not machine.stamp.exists()
    assert machine.setup().returncode == 0
    assert machine.calls("-m venv") == machine.calls("-m pip install") == 2


def test_a_complete_environment_is_left_alone_until_its_files_change(machine):
    machine.add("python3", GOOD)
    assert "about a minute" in machine.setup().stdout
    assert machine.setup().stdout == ""
    assert machine.calls("-m pip install") == 1
    with (machine.checkout / "constraints.txt").open("a") as file:
        file.write("# changed\n")
    machine.setup()
    assert machine.calls("-m pip install") == 2


def test_a_moved_environment_is_made_again(machine):
    machine.add("python3", GOOD)
    machine.setup()
    machine.checkout = machine.checkout.rename(machine.folder / "moved")
    machine.setup()
    assert machine.calls("-m pip install") == 2


def test_another_environment_does_not_leak_in(machine):
    machine.add("python3", GOOD)
    machine.setup(VIRTUAL_ENV="LEAK", PYTHONPATH="LEAK", PYTHONHOME="LEAK")
    assert machine.calls("-m pip install") == 1
    assert machine.calls("LEAK") == 0


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pairs = [line.split("==") for line in lines if not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


def requirements() -> list[Requirement]:
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    return [Requirement(line) for group in groups for line in group]


def test_constraints_hold_names_and_versions_only():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    wrong = [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==\d[\w.]*", line)]
    assert wrong == []
    assert not re.search(r"://|www\.|--(index|extra|find|hash)", "\n".join(lines))


@pytest.mark.parametrize("requirement", requirements(), ids=lambda requirement: requirement.name)
def test_every_declared_package_is_pinned_within_its_bounds(requirement):
    assert pins()[canonicalize_name(requirement.name)] in requirement.specifier


def test_every_folder_with_code_is_a_package():
    folders = {file.parent for name in PACKAGES for file in (ROOT / name).rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []
