"""What is in the package: all code, all configurations, the page's built files, and nothing else."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# What the package is made from; building in a copy leaves nothing behind in the checkout.
MADE_FROM = ("pyproject.toml", "README.md", "LICENSE")
PACKAGES = ("sim", "configs", "experiments", "analysis", "page")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("out")
    for name in MADE_FROM:
        shutil.copy(ROOT / name, copy / name)
    for name in PACKAGES:
        leave = shutil.ignore_patterns("__pycache__", "node_modules", "front")
        shutil.copytree(ROOT / name, copy / name, ignore=leave)
    build = "from setuptools.build_meta import build_wheel; import sys; build_wheel(sys.argv[1])"
    done = subprocess.run(
        [sys.executable, "-c", build, str(out)], cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    with zipfile.ZipFile(next(out.glob("*.whl"))) as opened:
        return {name for name in opened.namelist() if ".dist-info/" not in name}


def there(pattern, *folders):
    found = {
        file.relative_to(ROOT).as_posix() for folder in folders for file in (ROOT / folder).rglob(pattern)
    }
    return {name for name in found if "__pycache__" not in name and "/front/" not in name}


def test_all_code_is_inside(wheel):
    assert {name for name in wheel if name.endswith(".py")} == there("*.py", *PACKAGES)


def test_all_configurations_are_inside(wheel):
    assert {name for name in wheel if name.endswith(".yaml")} == there("*.yaml", "configs")


def test_the_built_page_is_inside_and_its_sources_are_not(wheel):
    built = {file for file in there("*", "page/static") if (ROOT / file).is_file()}
    assert {name for name in wheel if name.startswith("page/static/")} == built
    assert not [name for name in wheel if name.startswith("page/front")]


def test_nothing_else_is_inside(wheel):
    assert [name for name in wheel if not name.startswith(tuple(f"{one}/" for one in PACKAGES))] == []
