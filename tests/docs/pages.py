"""What the pages tell a reader to type: found in README and docs, made smaller, run in this process.

The one mechanism for all pages. A block fenced as ``sh`` is typed line by line; one fenced as ``python`` is
run after all of them, in one namespace per page. A comment above says more: ``<!-- needs PACKAGE -->``, by
itself, where that is installed; ``<!-- into FILE: WHERE -->``, a change to the program, which
``test_extending.py`` carries out. In an indented block the lines that begin with ``bodem`` count too.
``# refused`` behind a command: it must end with code 2. Blocks fenced as ``text`` are for other machines and
are only checked to be understood.
"""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from experiments.parsers import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
MADE = ROOT / "docs" / "tables"
PAGES = sorted(
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    + [page for page in (ROOT / "docs").rglob("*.md") if MADE not in page.parents]
)
FENCED = re.compile(r"^(?:<!-- (needs \w+|into [^\n]*) -->\n)?```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^    (bodem .*(?:\n     .*)*)", re.MULTILINE)
INLINE = re.compile(r"`(bodem [^`\n]+)`")
PLACEHOLDER = re.compile(r"[A-Z][A-Z_]+\b|\.\.\.")
WEEKS = 6
TAKE_WEEKS = ("run", "compare", "why", "path", "story", "sweep", "figures")
# What makes an example long, and what stands there in a test.
FEWER = {
    r"^design\.seeds=.*": "design.seeds=1",
    r"^weeks=.*": f"weeks={WEEKS}",
    r"^seed=range\(.*": "seed=range(0,2)",
    r"^district\.parents=\d{4,}": "district.parents=300",
    r"^district\.organisations=\d{2,}": "district.organisations=8",
    r"^(--worlds|--assumption-worlds)$": "2",
    r"^--assumptions$": "1",
}  # fmt: skip
FEW_WORLDS = ("--seeds", "2", "--worlds", "1", "--inner", "2", "--knock-out-seeds", "2", "engine=threads")
WITHIN = {
    r"\bseeds: \d+": "seeds: 1",
    r"\bsamples: \d+": "samples: 2",
    r"\btrajectories: \d+": "trajectories: 2",
}


@dataclass(frozen=True)
class Block:
    """A block of a page: its kind, line and text, the package it needs, the place in the code it goes to."""

    kind: str
    line: int
    text: str
    needs: str | None = None
    into: str | None = None


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """Every block of a page in order."""
    text = page.read_text(encoding="utf-8")
    found = [
        Block(hit[2], text.count("\n", 0, hit.start(3)), hit[3], *_told(hit[1]))
        for hit in FENCED.finditer(text)
    ]
    rest = FENCED.sub(lambda hit: "\n" * hit[0].count("\n"), text)
    found += [
        Block("sh", rest.count("\n", 0, hit.start()), re.sub(r"^ {4}", "", hit[1], flags=re.MULTILINE))
        for hit in INDENTED.finditer(rest)
    ]
    return sorted(found, key=lambda block: block.line)


def _told(comment: str | None) -> tuple[str | None, str | None]:
    kind, _, rest = (comment or "").partition(" ")
    return (rest if kind == "needs" else None, rest if kind == "into" else None)


def statements(text: str) -> list[str]:
    """The commands of a block: continued lines joined, a here-document kept whole."""
    lines, found = iter(text.splitlines()), []
    for line in lines:
        whole = line
        while whole.endswith("\\"):
            whole = whole[:-1] + next(lines).lstrip()
        here = re.search(r"<<'?(\w+)'?$", whole)
        if here:
            for more in lines:
                whole += f"\n{more}"
                if more == here[1]:
                    break
        if whole.strip() and not whole.lstrip().startswith("#"):
            found.append(whole.strip())
    return found


def smaller(words: list[str]) -> list[str]:
    """The words after ``bodem``: fewer worlds, weeks and seeds, and threads where no engine is chosen."""
    command, made = words[0], []
    for number, word in enumerate(words):
        before = words[number - 1] if number else ""
        few = next(
            (few for pattern, few in FEWER.items() if re.match(pattern, before) and "--" in before), None
        )
        new = few or next(
            (few for pattern, few in FEWER.items() if re.match(pattern, word) and "--" not in word), word
        )
        for pattern, fewer in WITHIN.items():
            new = re.sub(pattern, fewer, new)
        made.append(new)
    if command in ("compare", "why", "path", "case", "demo") and "--worlds" not in made:
        made += ["--worlds", "2"]
    more = []
    if command in TAKE_WEEKS and not any(word.startswith("weeks=") for word in made):
        more.append(f"weeks={WEEKS}")
    if command in ("sweep", "resume") and not any(word.startswith("engine=") for word in made):
        more.append("engine=threads")
    if command == "sweep":
        is_few = any(word.startswith(("design=", "design.seeds=")) for word in made)
        more += [] if is_few else ["design.seeds=1"]
        more += ["design.trajectories=2"] if "experiment=sensitivity_screening" in made else []
    if command == "report" and "--measures" not in made:
        made += ["--measures", "collaborations_alive"]
    if command == "patterns":
        more += ["--only", "no_owner", *FEW_WORLDS]
    place = {"path": 3, "resume": 2}.get(command, 1)
    return [*made[:place], *more, *made[place:]]


def inline(page: Path) -> list[str]:
    """Whole commands named in the running text; a bare ``bodem why`` only names a command."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    return [hit[1] for hit in INLINE.finditer(text)]


def understood(command: str) -> str | None:
    """What is wrong with a command that is named but not run here; None when nothing is."""
    words = shlex.split(command, comments=True)[1:]
    words = [word for word in words if word != "..."]
    if not words or words[0].startswith("-") or words[0] == "COMMAND":
        return None
    if words[0] not in COMMANDS:
        return f"there is no command '{words[0]}'"
    if len(words) == 1 or any(PLACEHOLDER.search(word) for word in words):
        options = {word.partition("=")[0] for word in words if word.startswith("--")}
        unknown = options - set(COMMANDS[words[0]]()[0]._option_string_actions)
        return f"'{words[0]}' has no {sorted(unknown)}" if unknown else None
    try:
        COMMANDS[words[0]]()[0].parse_intermixed_args(words[1:])
    except Exception as problem:
        return str(problem)
    return None
