"""``bodem sweep``, ``resume`` and ``status``: many runs that survive whatever stops them."""

from __future__ import annotations

import json
import os
import secrets
import shlex
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from experiments.asked import Asked, asked
from experiments.compose import compose, implausible
from experiments.engine.executors import Engine, engine_from
from experiments.engine.loop import Tally, TooManyFailures
from experiments.engine.work import DONE, OtherCode
from experiments.errors import Refused, one_line
from experiments.overrides import parse, plain_value
from experiments.plan import Plan, planned
from experiments.presets import load_packaged
from experiments.progress import say, warn
from experiments.seal import Account, account, sealed
from experiments.shards import Fenced
from experiments.sweepdir import SWEEP, SweepDir
from experiments.sweeping import Part, Session, forget_failures, identity, made
from sim.ensemble import warm_up

FAILED: Final = 1
INTERRUPTED: Final = 130
SHOWN: Final = 5


def command(options: Any) -> int:
    """Do what ``bodem sweep`` was asked; return the exit code."""
    wish = asked(options.overrides, options.config_dir)
    plan = planned(wish.overrides, wish.design, options.config_dir)
    warn(implausible(compose(plan.overrides, options.config_dir).settings))
    if options.dry_run:
        from experiments.forecast import forecast

        print(forecast(plan, wish, options.config_dir, options.json))
        return 0
    part = part_from(options.shard)
    if part.n > 1 and options.out is None:
        raise Refused("Parts of one sweep need the same directory: give --out.")
    folder = _made_or_joined(options, plan, wish, part)
    return carry_out(
        Session(folder, wish.engine, part, options.max_failures), options.command_line, options.json
    )


def new_place(out: Path | None) -> Path:
    """Where a new sweep goes: ``out``, or a name that no other sweep has."""
    if out is not None:
        return Path(os.path.realpath(out))
    stamp = time.strftime("%Y-%m-%d_%H-%M-%S")
    return Path.cwd() / "outputs" / f"{stamp}_{secrets.token_hex(3)}"


def _made_or_joined(options: Any, plan: Plan, wish: Asked, part: Part) -> SweepDir:
    """A new directory, or the one that is there: for parts of a sweep and with --resume."""
    place = new_place(options.out)
    joins = part.n > 1 or options.resume
    if joins and (place / SWEEP).exists():
        return same(place, plan, wish)
    try:
        return made(place, plan, wish, options.command_line, options.config_dir)
    except Refused:
        # Another part may have made it a moment ago.
        if joins and (place / SWEEP).exists():
            return same(place, plan, wish)
        raise


def same(place: Path, plan: Plan, wish: Asked) -> SweepDir:
    """The sweep that lies in ``place``; Refused when it is another one than is asked for."""
    folder = SweepDir.opened(place)
    if folder.about["digest"] != identity(plan, wish.keep):
        raise Refused(
            f"'{place}' holds another sweep (other runs, other things kept or another version of the model); "
            "give --out a new directory."
        )
    return folder


def part_from(text: str | None) -> Part:
    """Read ``--shard k/n``."""
    if text is None:
        return Part()
    k, slash, n = text.partition("/")
    if not slash or not k.isdecimal() or not n.isdecimal() or not 1 <= int(k) <= int(n):
        raise Refused(f"'--shard' must be k/n with k from 1 to n, such as 1/8, not '{text}'.")
    return Part(int(k), int(n))


def resume(options: Any) -> int:
    """Do what ``bodem resume`` was asked; return the exit code."""
    folder = SweepDir.opened(Path(os.path.realpath(options.dir)))
    engine = engine_for(options.overrides)
    part = part_from(options.shard)
    if options.retry_failed:
        with folder.held():
            say(f"{forget_failures(folder)} failed runs will be done again.")
    return carry_out(Session(folder, engine, part, options.max_failures), options.command_line, options.json)


def engine_for(words: Sequence[str]) -> Engine:
    """The engine that overrides such as ``engine=dask engine.workers=4`` describe."""
    name, fields = "processes", {}
    for word in words:
        one = parse(word)
        group, _, key = one.key_or_group.partition(".")
        if group != "engine":
            raise Refused(f"'{word}' would change the sweep: only engine=... can be given to 'bodem resume'.")
        if key:
            fields[key] = plain_value(one)
        else:
            name = str(one.value())
    return engine_from({**load_packaged("engine", name), **fields})


def carry_out(
    session: Session, command_line: Sequence[str], as_json: bool = False, quiet: bool = False
) -> int:
    """Run a session, check and (unless ``quiet``) tell what is there at its end; return the exit code."""
    warm_up(say)
    stopped = None
    try:
        session.run(command_line)
    except TooManyFailures as problem:
        stopped = f"Stopped: more runs failed than --max-failures allows; the first: {one_line(problem)}"
    except OtherCode as problem:
        stopped = f"Stopped: {one_line(problem)}"
    except Fenced:
        stopped = "Stopped: another bodem has taken this sweep up."
    except OSError as problem:
        stopped = (
            f"Stopped: cannot write to '{session.folder.path}': {problem.strerror or one_line(problem)}."
        )
    except (KeyboardInterrupt, SystemExit) as problem:
        say(f"stopped; what is finished is kept, and 'bodem resume {near(session.folder.path)}' goes on.")
        if isinstance(problem, SystemExit):
            raise
        return INTERRUPTED
    if stopped is None:
        return told(session.folder, sealed(session.folder), session.part, as_json, quiet)
    say(stopped)
    say(f"What is finished is kept; 'bodem resume {near(session.folder.path)}' goes on.")
    return FAILED


def told(folder: SweepDir, found: Account, part: Part, as_json: bool, quiet: bool = False) -> int:
    """Tell how a sweep stands; return the exit code."""
    if as_json:
        print(json.dumps(as_data(folder, found)))
    elif not quiet:
        print(f"{standing(found)}\n\nKept in {near(folder.path)}")
    for line in failures(folder):
        say(line)
    if found.is_whole:
        return FAILED if found.failed else 0
    if part.n > 1 and not (found.doubled or found.strange or found.incomplete or found.damaged):
        say(f"Part {part.k} of {part.n} is done; {len(found.missing)} runs are for other parts.")
        return FAILED if found.failed else 0
    say(f"Not whole: {found.sentence()}; 'bodem resume {near(folder.path)}' goes on.")
    return FAILED


def status(options: Any) -> int:
    """Do what ``bodem status`` was asked; return the exit code."""
    folder = SweepDir.opened(Path(os.path.realpath(options.dir)))
    found, busy = account(folder, options.thorough), folder.is_held()
    if options.json:
        print(json.dumps({**as_data(folder, found), "at_work": busy}))
    else:
        print("\n".join([_what(folder), standing(found), _now(folder, found, busy), *failures(folder)]))
    return 0 if found.is_whole and not found.failed else FAILED


def _what(folder: SweepDir) -> str:
    about = folder.about
    return f"{shlex.join(about['command'])}\nbegun {about['started']}, {about['points']:,} points"


def _now(folder: SweepDir, found: Account, busy: bool) -> str:
    size = sum(file.stat().st_size for file in folder.path.rglob("*.parquet"))
    state = "at work now" if busy else "whole" if found.is_whole else "stopped"
    trouble = "" if busy or found.is_whole else f"\n{found.sentence()}"
    return f"{state}, {human_size(size)}{trouble}"


def standing(found: Account) -> str:
    """Rows written and rows planned in one line."""
    written = sum(found.counts.values())
    parts = ", ".join(f"{count:,} {how}" for how, count in sorted(found.counts.items())) or "nothing done"
    return f"{written:,} of {found.planned:,} runs: {parts}."


def failures(folder: SweepDir) -> list[str]:
    """The first failures, each with the command that repeats it."""
    import pyarrow.parquet as pq

    lines = []
    for file in folder.files("runs"):
        rows = pq.read_table(file, columns=["run_id", "status", "error", "command"]).to_pylist()
        for row in rows:
            if row["status"] != DONE and len(lines) < SHOWN:
                why = row["error"].strip().splitlines()[-1]
                lines.append(f"{row['status']}: {row['run_id']}: {why} Repeat: {row['command']}")
    return lines


def as_data(folder: SweepDir, found: Account) -> dict[str, Any]:
    """How a sweep stands, as plain data."""
    return {
        "out": str(folder.path),
        "planned": found.planned,
        "runs": found.counts,
        "missing": len(found.missing),
        "whole": found.is_whole,
    }


def near(place: Path) -> Path:
    """A place as told to somebody in the present directory."""
    return place.relative_to(Path.cwd()) if place.is_relative_to(Path.cwd()) else place


def human_size(size: float) -> str:
    """A number of bytes as people say it."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" or size >= 10 else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"


def with_workers(engine: Engine, workers: int) -> Engine:
    """The same engine with as many workers as a command line says."""
    return replace(engine, workers=workers) if workers else engine


__all__ = ["Tally", "command", "resume", "status"]
