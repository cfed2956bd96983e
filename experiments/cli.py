"""The command ``bodem``: reads the command line, hands over, and tells what went wrong in one sentence."""

from __future__ import annotations

import importlib
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from typing import Final, NoReturn

from experiments.errors import Refused, is_refusal, nearest, one_line, plainly
from experiments.parsers import COMMANDS, top

REFUSED: Final = 2
FAILED: Final = 1
INTERRUPTED: Final = 130
TERMINATED: Final = 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    told = "--traceback" in words
    try:
        if arguments is None:
            signal.signal(signal.SIGTERM, _stop)
        return _run([word for word in words if word != "--traceback"])
    except KeyboardInterrupt:
        print("bodem: stopped; nothing was kept.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _give_up_output()
        return FAILED
    except Exception as problem:
        return _tell(problem, told)


def _run(words: list[str]) -> int:
    command = next((word for word in words if not word.startswith("-")), None)
    if command is None:
        top().parse_args(words or ["--help"])
        raise Refused("A command is missing ('bodem --help' lists them).")
    place = words.index(command)
    top().parse_args(words[:place])
    if command not in COMMANDS:
        raise Refused(f"There is no command '{command}'{nearest(command, COMMANDS)}")
    parser, module, function = COMMANDS[command]()
    options = parser.parse_intermixed_args(words[place + 1 :])
    options.command_line = words
    code = getattr(importlib.import_module(module), function)(options)
    sys.stdout.flush()
    return int(code)


def _tell(problem: Exception, told: bool) -> int:
    if told:
        traceback.print_exception(problem)
    if is_refusal(problem):
        print(f"bodem: {one_line(problem)}", file=sys.stderr)
        return REFUSED
    if isinstance(problem, OSError) and problem.strerror:
        _give_up_output()
        print(f"bodem: Cannot use '{problem.filename or 'output'}': {plainly(problem)}.", file=sys.stderr)
        return REFUSED
    if isinstance(problem, OSError):
        # Parquet's readers say so of a page that is damaged, without a number.
        print(f"bodem: A file cannot be read; it is damaged: {one_line(problem)}.", file=sys.stderr)
        return REFUSED
    print(
        f"bodem: Something unforeseen went wrong ({type(problem).__name__}: {one_line(problem)}); "
        "'--traceback' shows where.",
        file=sys.stderr,
    )
    return FAILED


def _give_up_output() -> None:
    """Keep Python from complaining, when it flushes at the end, that nobody can take our output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stop(number: int, frame: object) -> NoReturn:
    raise SystemExit(TERMINATED)


if __name__ == "__main__":
    sys.exit(main())
