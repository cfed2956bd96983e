"""What each command takes, told without importing anything that the command itself needs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NoReturn

from experiments.errors import Refused, nearest

LISTS: Final = (
    "strategies",
    "levers",
    "rules",
    "measures",
    "parameters",
    "districts",
    "policies",
    "rivals",
    "scenarios",
    "cases",
)
ABOUT: Final = """\
A laboratory for collaboration between professional parenting support and volunteer migrant organisations.

commands:
  run       run one world, or several, and keep its tables
  compare   compare two sides in the same worlds
  case      run a case of the report in many worlds, beside what the report saw
  why       explain a difference: which rules does it go with?
  patterns  run the patterns of the report, and judge them all by one rule
  path      move from one strategy to another, one policy at a time
  story     tell what happened to one actor or one pair, and because of what
  list      list strategies, levers, rules, rivals, measures, parameters, districts, policies,
            scenarios or cases
  explain   tell what a name stands for, where it comes from and how sure it is
  serve     open the page in the browser: two strategies, levers, network
  figures   draw one strategy: ways to help, network, trust, the four conditions, collaborations
  demo      programmatic against explorative, and a coffee fund on and off, with figures
  docs      write the tables of docs/tables/ from the registry
  sweep     run a design of many runs, on this machine or a cluster
  resume    go on with a sweep that was stopped
  status    tell how a sweep stands
  query     ask the tables of a sweep in SQL
  report    report on a sweep in HTML and PDF
  export    pack a sweep for a deposit

'bodem COMMAND --help' tells more about one command."""


class Parser(argparse.ArgumentParser):
    """A parser that refuses with one sentence and the nearest option."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **settings)

    def error(self, message: str) -> NoReturn:
        """Turn what argparse found into a refusal."""
        start = "unrecognized arguments: "
        if message.startswith(start):
            word = message.removeprefix(start).split()[0].partition("=")[0]
            raise Refused(f"'{self.prog}' has no option '{word}'{nearest(word, self._option_string_actions)}")
        raise Refused(f"{message[0].upper()}{message[1:]} ('{self.prog} --help' tells more).")


def top() -> Parser:
    """The parser of what comes before the command."""
    parser = Parser(prog="bodem", description=ABOUT, usage="bodem [--version] [--traceback] COMMAND ...")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    parser.add_argument("--traceback", action="store_true", help="show where an unforeseen error arose")
    return parser


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *rest: Any) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"bodem {version('vruchtbare-bodem')}")
        except PackageNotFoundError:
            print("bodem (not installed)")
        parser.exit()


def whole(low: int) -> Callable[[str], int]:
    """Return a reader of whole numbers of at least ``low``."""

    def read(text: str) -> int:
        if not text.lstrip("-").isdecimal() or int(text) < low:
            raise argparse.ArgumentTypeError(f"must be a whole number of at least {low}, not '{text}'")
        return int(text)

    return read


def _overrides(parser: Parser) -> None:
    parser.add_argument(
        "overrides",
        nargs="*",
        metavar="FIELD=VALUE",
        help="Hydra overrides, such as strategy=none levers.coffee_fund.intensity=1",
    )
    parser.add_argument("--threads", type=whole(0), default=0, metavar="T", help="0 (default): all cores")
    _config_dir(parser)


def _config_dir(parser: Parser) -> None:
    parser.add_argument(
        "--config-dir",
        type=Path,
        metavar="DIR",
        help="your own YAML files, in DIR/strategy, DIR/district, DIR/levers and DIR/scenario",
    )


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")


def _run_parser() -> tuple[Parser, str, str]:
    parser = Parser(
        prog="bodem run",
        description="Run one world, or a grid of worlds with -m, and keep "
        "its tables in a new directory.\nWith -m: strategy=none,explorative seed=range(0,5)",
    )
    _overrides(parser)
    parser.add_argument("-m", "--multirun", action="store_true", help="run every combination of values")
    new_directory(parser)
    parser.add_argument(
        "--trace",
        choices=("all", "story", "none"),
        default="story",
        help="events and relations: "
        "what people would tell (story), also every term on every pair (all), or none of it",
    )
    _json(parser)
    return parser, "experiments.run", "command"


def _compare_parser() -> tuple[Parser, str, str]:
    parser = Parser(
        prog="bodem compare",
        description="Compare two sides in the same worlds: the mean paired "
        "difference with its 95 % t interval\n(none with a single world) and the share of worlds "
        "in which the variant is higher.",
    )
    _sides(parser)
    return parser, "experiments.paired", "command"


def _sides(parser: Parser) -> None:
    """What a comparison of two sides takes."""
    _overrides(parser)
    parser.add_argument("--base", nargs="+", default=[], metavar="O", help="overrides of the base side")
    parser.add_argument("--variant", nargs="+", default=[], metavar="O", help="overrides of the variant side")
    _worlds(parser, "side", 100)
    _seed(parser, "the first world")
    parser.add_argument(
        "--assumptions",
        type=whole(0),
        default=0,
        metavar="K",
        help="also draw K parameter worlds over the plausible ranges; parameters that you "
        "set yourself stay as you set them",
    )
    parser.add_argument(
        "--assumption-worlds",
        type=whole(1),
        default=20,
        metavar="N",
        help="worlds per side in each parameter world (20)",
    )
    parser.add_argument(
        "--rivals",
        action="store_true",
        help="also repeat it under every other combination of rival rules, and say whether the direction "
        "of the answer survives",
    )
    parser.add_argument("--measures", nargs="+", metavar="M", help="measures to tell, or 'all'")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep what was found in a new directory")
    _json(parser)


def _why_parser() -> tuple[Parser, str, str]:
    parser = Parser(
        prog="bodem why",
        description="Explain a difference between two sides: each rule is taken out of both in the same "
        "worlds, and\nwhat then goes of the difference is told with its 95 % interval. It runs every rule "
        "times both\nsides times the worlds, so it takes a minute or so; '--rules' or fewer worlds make it "
        "shorter.",
    )
    _sides(parser)
    parser.add_argument("--rules", nargs="+", metavar="R", help="take out only these rules")
    parser.add_argument(
        "--pairs", action="store_true", help="also take out the strongest rules two by two, to see which "
        "need each other"
    )  # fmt: skip
    _lang(parser)
    return parser, "experiments.why", "command"


def _path_parser() -> tuple[Parser, str, str]:
    parser = Parser(
        prog="bodem path",
        description="Move from strategy A to strategy B one policy at a time, in the same worlds and at "
        "equal budget:\neach policy alone from A, each policy back from B, and all of them one after "
        "another, the strongest first.",
    )
    parser.add_argument("a", metavar="A", help="the strategy to start from")
    parser.add_argument("b", metavar="B", help="the strategy to end at")
    _overrides(parser)
    _worlds(parser, "step", 100)
    _seed(parser, "the first world")
    parser.add_argument(
        "--measures", nargs="+", metavar="M", help="measures to tell; the first decides the order of the path"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep what was found in a new directory")
    _lang(parser)
    _json(parser)
    return parser, "experiments.path", "command"


def _patterns_parser() -> tuple[Parser, str, str]:
    parser = Parser(
        prog="bodem patterns",
        description="Run the 33 patterns of the report and judge them all by one rule: right by chance (95 % "
        "interval\nover the seeds) and right in at least 80 % of the parameter worlds. The same command with "
        "the same\n--out goes on where it was stopped. engine=dask and engine=slurm use other machines.",
    )
    parser.add_argument("overrides", nargs="*", metavar="engine=E", help="the engine, such as engine=threads")
    parser.add_argument("--only", nargs="+", metavar="ID", help="only these patterns")
    parser.add_argument(
        "--knock-out", action="store_true", help="also take every rule out and judge again: which patterns "
        "need which rules"
    )  # fmt: skip
    parser.add_argument(
        "--smallest", action="store_true", help="also look for the smallest set of rules with which what "
        "holds still comes out (does what --knock-out does first)"
    )  # fmt: skip
    parser.add_argument("--quick", action="store_true", help="40 seeds and 16 parameter worlds of 5 seeds")
    parser.add_argument("--seed", type=whole(0), default=0, metavar="S", help="seed of the first world (0)")
    for option, least, text in (
        ("seeds", 2, "seeds at the default parameters (200)"),
        ("worlds", 1, "parameter worlds (64)"),
        ("inner", 1, "seeds in each parameter world (20)"),
        ("knock-out-seeds", 2, "seeds with each rule taken out (40)"),
    ):
        parser.add_argument(f"--{option}", type=whole(least), metavar="N", help=text)
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="a new directory, or one that a stopped command left"
    )
    _lang(parser)
    _json(parser)
    return parser, "experiments.patterns.command", "command"


def _story_parser() -> tuple[Parser, str, str]:
    parser = Parser(
        prog="bodem story",
        description="Tell what happened to one actor, or between a professional and an informal worker, in "
        "one world:\nwhen, what, because of what, and by which rule of the report.",
    )
    _overrides(parser)
    parser.add_argument("--who", metavar="NAME", help="a worker, professional, family or organisation")
    parser.add_argument("--pair", nargs=2, metavar=("A", "B"), help="a professional and an informal worker")
    _seed(parser, "the world")
    parser.add_argument("--figure", type=Path, metavar="FILE", help="also draw it: FILE.png, .pdf or .svg")
    _lang(parser)
    _json(parser)
    return parser, "experiments.story", "command"


def _figures_parser() -> tuple[Parser, str, str]:
    from experiments.sweep_parsers import figures_parser

    return figures_parser()


def _case_parser() -> tuple[Parser, str, str]:
    parser = Parser(
        prog="bodem case",
        description="Run a case of the report in many worlds: what the report saw beside what the "
        "worlds did,\nand each counterfactual as a difference in the same worlds.",
    )
    parser.add_argument("name", metavar="NAME", help="a case, such as school ('bodem list cases')")
    _overrides(parser)
    _worlds(parser, "side", 200)
    _lang(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep the results in a new directory")
    _json(parser)
    return parser, "experiments.case", "command"


def _list_parser() -> tuple[Parser, str, str]:
    parser = Parser(prog="bodem list", description="List everything of one kind.")
    parser.add_argument("kind", metavar="KIND", help=", ".join(LISTS))
    return _looking_up(parser), "experiments.catalogue", "list_command"


def _explain_parser() -> tuple[Parser, str, str]:
    parser = Parser(prog="bodem explain", description="Tell what a name stands for, whatever its kind.")
    parser.add_argument("name", metavar="NAME", help="a name from any of the lists")
    return _looking_up(parser), "experiments.catalogue", "explain_command"


def _docs_parser() -> tuple[Parser, str, str]:
    parser = Parser(
        prog="bodem docs",
        description="Write the tables of docs/tables/ (rules, parameters, levers, strategies, measures, "
        "rival forms) from the registry.",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="another place than docs/tables/")
    parser.add_argument("--check", action="store_true", help="write nothing; say which are not up to date")
    return parser, "experiments.docs", "command"


def _looking_up(parser: Parser) -> Parser:
    _lang(parser)
    _config_dir(parser)
    _json(parser)
    return parser


def _worlds(parser: Parser, per: str, number: int, least: int = 1) -> None:
    said = f"worlds per {per} ({number})"
    parser.add_argument("--worlds", type=whole(least), default=number, metavar="N", help=said)


def _seed(parser: Parser, of: str) -> None:
    parser.add_argument("--seed", type=whole(0), metavar="S", help=f"seed of {of} (0)")


def new_directory(parser: Parser) -> None:
    """The option of commands that always keep what they make."""
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="a new directory (default: outputs/DATE_TIME_HEX)"
    )


def _lang(parser: Parser) -> None:
    parser.add_argument("--lang", choices=("en", "nl"), default="en", help="language (en)")


def _demo_parser() -> tuple[Parser, str, str]:
    parser = Parser(
        prog="bodem demo",
        description="Compare programmatic with explorative, and a coffee fund "
        "on and off under explorative_aloof, in Nieuw-West.",
    )
    _worlds(parser, "side", 200, least=2)
    parser.add_argument("--threads", type=whole(0), default=0, metavar="T", help="0 (default): all cores")
    new_directory(parser)
    return parser, "experiments.demo", "command"


def _serve_parser() -> tuple[Parser, str, str]:
    parser = Parser(
        prog="bodem serve",
        description="Serve the page on this computer and open it in the browser; Ctrl+C stops it.\n"
        "Another --host than this computer's own makes a code that every visitor needs.",
    )
    parser.add_argument("--port", type=_port, default=8321, metavar="P", help="port (8321; 0: any free one)")
    parser.add_argument("--host", metavar="H", help="address to serve at (127.0.0.1)")
    parser.add_argument(
        "--group",
        action="store_true",
        help="serve at this computer's address on the local network, for a group with a code",
    )
    parser.add_argument(
        "--record", type=Path, metavar="FILE", help="keep what a group records in a new JSON file as well"
    )
    parser.add_argument(
        "--sweeps", type=Path, metavar="DIR", help="show the sweeps in DIR, and read nothing outside it"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--lang", choices=("nl", "en"), help="language of the page (as last chosen, or nl)")
    parser.add_argument("--threads", type=whole(0), default=0, metavar="T", help="0 (default): all cores")
    return parser, "page.command", "command"


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"must be a whole number from 0 to 65535, not '{text}'")
    return int(text)


def _of_sweeps(name: str) -> Callable[[], tuple[Parser, str, str]]:
    """A parser of ``experiments.sweep_parsers``, which reads this file in its turn."""

    def parser() -> tuple[Parser, str, str]:
        from experiments import sweep_parsers

        found: tuple[Parser, str, str] = getattr(sweep_parsers, f"{name}_parser")()
        return found

    return parser


as_json, config_dir, lang, overrides = _json, _config_dir, _lang, _overrides
SWEEPS: Final = ("sweep", "resume", "status", "query", "export", "report")
COMMANDS: Final[dict[str, Callable[[], tuple[Parser, str, str]]]] = {
    "run": _run_parser,
    "compare": _compare_parser,
    "why": _why_parser,
    "path": _path_parser,
    "patterns": _patterns_parser,
    "story": _story_parser,
    "case": _case_parser,
    "list": _list_parser,
    "explain": _explain_parser,
    "docs": _docs_parser,
    "figures": _figures_parser,
    "demo": _demo_parser,
    "serve": _serve_parser,
    **{name: _of_sweeps(name) for name in SWEEPS},
}
