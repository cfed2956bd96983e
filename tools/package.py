"""``make test-package``: build sdist and wheel, install the wheel read-only elsewhere, and use it there.

For every Python 3.12 and 3.13 that pyenv, uv or PATH has. The first start compiles the model, minutes for
each; ``--plain`` runs the same commands as plain Python instead.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
VERSIONS: Final = ("3.12", "3.13")
COMMANDS: Final = (
    ("bodem", "--version"),
    ("bodem", "list", "cases"),
    ("bodem", "explain", "misreading", "--lang", "nl"),
    ("bodem", "compare", "weeks=4", "district.parents=30", "--base", "strategy=programmatic",
     "--variant", "strategy=explorative", "--worlds", "3", "--out", "compared"),
    ("bodem", "sweep", "weeks=4", "district.parents=30", "design=strategies", "design.seeds=2",
     "--out", "swept"),
    ("bodem", "status", "swept", "--thorough"),
    ("bodem", "query", "swept", "select count(*) as runs from runs"),
    ("bodem", "export", "swept", "--out", "swept.zip"),
)  # fmt: skip
MADE: Final = ("compared/provenance.json", "swept/provenance.json", "swept.zip")


def main(words: list[str]) -> int:
    """Try every Python there is; 1 when one of them fails or there is none."""
    with tempfile.TemporaryDirectory(prefix="bodem-package-") as place:
        folder = Path(place)
        wheel = built(folder)
        found = {version: python for version in VERSIONS if (python := interpreter(version))}
        for version in VERSIONS:
            if version not in found:
                print(f"Python {version}: there is none here, so it is NOT tried.")
        failed = [
            version for version, python in found.items() if not tried(version, python, wheel, folder, words)
        ]
    if failed or not found:
        print(f"Failed: {', '.join(failed) or 'no Python to try'}.")
        return 1
    print(f"The package works on Python {' and '.join(found)}.")
    return 0


def built(folder: Path) -> Path:
    """Build the sdist, the wheel from it, and return the wheel."""
    copy = folder / "checkout"
    leave = shutil.ignore_patterns(
        ".git", ".venv", "node_modules", "__pycache__", "outputs", ".*_cache", ".hypothesis"
    )
    shutil.copytree(ROOT, copy, ignore=leave)
    run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(copy)], folder
    )
    with tarfile.open(next((folder / "dist").glob("*.tar.gz"))) as opened:
        print(f"sdist: {len(opened.getnames())} names")
    shutil.rmtree(copy)
    return next((folder / "dist").glob("*.whl"))


def interpreter(version: str) -> str | None:
    """A Python of this version from PATH, pyenv or uv."""
    known = [shutil.which(f"python{version}")]
    known += sorted(map(str, (Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python3")))
    if shutil.which("uv"):
        asked = subprocess.run(["uv", "python", "find", version], capture_output=True, text=True, check=False)
        known.append(asked.stdout.strip() or None)
    # A shim of pyenv chooses by the directory it is called in: take what stands behind it.
    tell = "import sys; print('%d.%d' % sys.version_info[:2], sys.executable)"
    for python in filter(None, known):
        told = subprocess.run([python, "-c", tell], capture_output=True, text=True, check=False)
        found, _, real = told.stdout.strip().partition(" ")
        if found == version:
            return real
    return None


def tried(version: str, python: str, wheel: Path, folder: Path, words: list[str]) -> bool:
    """Install the wheel read-only and use it from an empty directory."""
    started, place = time.monotonic(), folder / f"py{version}"
    try:
        run([python, "-m", "venv", str(place)], folder)
        install(place / "bin" / "python", wheel, folder)
        site = next((place / "lib").glob("python*/site-packages"))
        closed = [site / name for name in ("sim", "configs", "experiments", "analysis", "page")]
        for package in closed:
            run(["chmod", "-R", "a-w", str(package)], folder)
        before = names_in(closed)
        use(place / "bin", folder / f"work{version}", folder / f"cache{version}", "--plain" in words)
        if names_in(closed) != before:
            raise RuntimeError("something was written beside the program")
    except (RuntimeError, OSError) as problem:
        print(f"Python {version}: {problem}")
        return False
    finally:
        if place.exists():
            subprocess.run(["chmod", "-R", "u+w", str(place)], check=False)
    print(f"Python {version}: installed read-only, all commands work ({time.monotonic() - started:.0f} s)")
    return True


def install(python: Path, wheel: Path, folder: Path) -> None:
    """Install the wheel with its page, from the constraints; uv where there is one."""
    what = ["-c", str(ROOT / "constraints.txt"), f"{wheel}[page]"]
    if uv_works(folder):
        run(["uv", "pip", "install", "--quiet", "--python", str(python), *what], folder)
    else:
        run([str(python), "-m", "pip", "install", "-qq", *what], folder)


def uv_works(folder: Path) -> bool:
    """Whether uv runs here; a shim may be there without it."""
    if not shutil.which("uv"):
        return False
    return subprocess.run(["uv", "--version"], cwd=folder, capture_output=True, check=False).returncode == 0


def names_in(folders: list[Path]) -> set[str]:
    """Every file in these folders, but for Python's own byte code."""
    return {str(file) for one in folders for file in one.rglob("*") if "__pycache__" not in file.parts}


def use(commands: Path, work: Path, cache: Path, plain: bool) -> None:
    """Type every command in an empty directory, then open the page."""
    work.mkdir()
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    env |= {"BODEM_CACHE": str(cache), "PYTHONDONTWRITEBYTECODE": "1"}
    env |= {"BODEM_PLAIN": "1"} if plain else {}
    for words in COMMANDS:
        run([str(commands / words[0]), *words[1:]], work, env)
    missing = [name for name in MADE if not (work / name).exists()]
    if missing:
        raise RuntimeError(f"these are missing: {missing}")
    open_page(commands, work, env)


def open_page(commands: Path, work: Path, env: dict[str, str]) -> None:
    """Serve the page and fetch it."""
    command = [str(commands / "bodem"), "serve", "--port", "0", "--no-browser"]
    process = subprocess.Popen(
        command, cwd=work, env=env | {"PYTHONUNBUFFERED": "1"}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        said = ""
        assert process.stdout is not None
        while not (address := re.search(r"http://[\w.:\[\]]+/", said)):
            line = process.stdout.readline()
            if not line:
                raise RuntimeError(f"the page did not start: {said}")
            said += line
        with urllib.request.urlopen(address[0], timeout=60) as answer:
            text = answer.read().decode()
        script = re.search(r'src="\.?/?([^"]+\.js)"', text)
        if script is None:
            raise RuntimeError("the page has no script: its built files are not inside")
        with urllib.request.urlopen(address[0] + script[1], timeout=60) as answer:
            if len(answer.read()) < 10_000:
                raise RuntimeError("the page's script is empty")
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()


def run(command: list[str], folder: Path, env: dict[str, str] | None = None) -> None:
    """Run a command; RuntimeError with what it said when it fails."""
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        shown = " ".join(Path(word).name if word.startswith("/") else word for word in command)
        raise RuntimeError(
            f"'{shown}' ended with {done.returncode}: {done.stderr[-1500:] or done.stdout[-1500:]}"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
