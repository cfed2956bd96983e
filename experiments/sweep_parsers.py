"""What the commands of sweeps and figures take."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from experiments.parsers import Parser, as_json, config_dir, lang, new_directory, overrides, whole

FIGURES: Final = ("flows", "network", "trust_matrix", "soil", "collaborations")


def sweep_parser() -> tuple[Parser, str, str]:
    """The parser of ``bodem sweep``."""
    parser = Parser(
        prog="bodem sweep",
        description="Run a design: many runs, kept in a directory that survives whatever stops them.\n"
        "  bodem sweep design=strategies design.seeds=200 --dry-run\n"
        "  bodem sweep experiment=coffee_in_all_strategies --out coffee",
    )
    parser.add_argument(
        "overrides",
        nargs="*",
        metavar="FIELD=VALUE",
        help="design=, engine=, experiment= choose a file (design= also a .csv or .yaml of yours); "
        "design.seeds=50, engine.workers=4, keep.events=0.1 set a field; all others are as in 'bodem run', "
        "and several values (strategy=none,explorative) are crossed with the design",
    )
    parser.add_argument("--dry-run", action="store_true", help="tell how many runs, how long and how large")
    new_directory(parser)
    parser.add_argument(
        "--resume", action="store_true", help="go on in --out when it holds this very sweep already"
    )
    _sweeping(parser)
    config_dir(parser)
    as_json(parser)
    return parser, "experiments.sweep", "command"


def _directory(parser: Parser) -> None:
    parser.add_argument("dir", type=Path, metavar="DIR", help="the directory of the sweep")


def _sweeping(parser: Parser) -> None:
    parser.add_argument("--shard", metavar="K/N", help="do part K (from 1) of N parts that share --out")
    parser.add_argument(
        "--max-failures", type=whole(0), metavar="N", help="stop when more than N runs failed"
    )


def resume_parser() -> tuple[Parser, str, str]:
    """The parser of ``bodem resume``."""
    parser = Parser(prog="bodem resume", description="Go on with a sweep that was stopped.")
    _directory(parser)
    parser.add_argument("overrides", nargs="*", metavar="engine.FIELD=VALUE", help="another engine")
    parser.add_argument("--retry-failed", action="store_true", help="also do failed runs again")
    _sweeping(parser)
    as_json(parser)
    return parser, "experiments.sweep", "resume"


def status_parser() -> tuple[Parser, str, str]:
    """The parser of ``bodem status``."""
    parser = Parser(prog="bodem status", description="Tell how a sweep stands, also while it runs.")
    _directory(parser)
    parser.add_argument("--thorough", action="store_true", help="check every file against its checksum")
    as_json(parser)
    return parser, "experiments.sweep", "status"


def query_parser() -> tuple[Parser, str, str]:
    """The parser of ``bodem query``."""
    parser = Parser(
        prog="bodem query",
        description="Ask the tables of a sweep in SQL (DuckDB): runs, final, weekly, events, relations, "
        'points, plan.\n  bodem query DIR "select strategy, avg(trust_in_district) from final join runs '
        'using (run_id) group by all"',
    )
    _directory(parser)
    parser.add_argument("sql", metavar="SQL", help="one query")
    parser.add_argument("--csv", action="store_true", help="print CSV")
    as_json(parser)
    return parser, "experiments.query", "command"


def export_parser() -> tuple[Parser, str, str]:
    """The parser of ``bodem export``."""
    parser = Parser(
        prog="bodem export",
        description="Pack a whole sweep for a deposit: a zip with a README that is an RO-Crate as well.",
    )
    _directory(parser)
    parser.add_argument("--out", type=Path, metavar="FILE", help="the zip to make (default: DIR.zip)")
    return parser, "experiments.export", "command"


def report_parser() -> tuple[Parser, str, str]:
    """The parser of ``bodem report``."""
    parser = Parser(
        prog="bodem report",
        description="Report on a sweep: one HTML file that needs nothing else, and one PDF.",
    )
    _directory(parser)
    parser.add_argument("--measures", nargs="+", metavar="M", help="measures to report on (default: five)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where to write (default: DIR/report)")
    lang(parser)
    return parser, "experiments.reporting", "command"


def figures_parser() -> tuple[Parser, str, str]:
    """The parser of ``bodem figures``."""
    parser = Parser(
        prog="bodem figures",
        description="Draw one strategy: ways of families to help, the network of actors over time, who "
        "trusts whom,\nthe soil's four conditions, and every collaboration from start to end. What is about "
        "chance comes from\nmany worlds, with intervals; what is one story says so.\n"
        "  bodem figures strategy=engaged_guide --lang nl --out pictures",
    )
    overrides(parser)
    parser.add_argument("--worlds", type=whole(1), default=100, metavar="N", help="worlds (100)")
    parser.add_argument("--seed", type=whole(0), metavar="S", help="seed of the first world (0)")
    parser.add_argument("--only", nargs="+", metavar="F", help="some of: " + ", ".join(FIGURES))
    parser.add_argument("--formats", nargs="+", default=["png"], metavar="F", help="png (default), pdf, svg")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="a new directory (default: outputs/DATE_TIME_HEX)"
    )
    lang(parser)
    return parser, "experiments.figures", "command"
