"""Each success brings more requests, direct calls and unpaid hours; recognition does not become pay."""

import numpy as np

from analysis.patterns.pattern import Claim, Pattern, mean_of, within
from analysis.patterns.settings import VICE_VERSA
from analysis.patterns.watched import Rows, Watched

MIDDLE, END = 37, 74  # the grant runs for seventy-four weeks
# What was asked, and where among the amounts of such an event its hours stand.
ASKED = {"stuck_case_solved": 1, "stuck_case_failed": 1, "direct_call": 2}


def asked(run: Watched, kind: str, since: int, until: int) -> Rows:
    """Requests of a kind to the workers of the case."""
    told = run.told(kind, since, until)
    return told[np.isin(told["whom"], run.parts["funded"][0])]


def requests(run: Watched, since: int, until: int) -> float:
    return float(sum(len(asked(run, kind, since, until)) for kind in ASKED))


def hours(run: Watched, since: int, until: int) -> float:
    """Hours that these requests took."""
    return float(sum(asked(run, kind, since, until)["amount"][:, at].sum() for kind, at in ASKED.items()))


def read(run: Watched) -> dict[str, float]:
    workers = run.people_of("funded", "worker", END)
    return {
        "requests_first": requests(run, 0, MIDDLE),
        "requests_then": requests(run, MIDDLE, END),
        "calls_first": float(len(asked(run, "direct_call", 0, MIDDLE))),
        "calls_then": float(len(asked(run, "direct_call", MIDDLE, END))),
        "hours_first": hours(run, 0, MIDDLE),
        "hours_then": hours(run, MIDDLE, END),
        "recognised": mean_of(workers["recognition_felt"]),
        "paid": mean_of(workers["paid"]),
    }


PATTERN = Pattern(
    "success_overload",
    "§6.1",
    "Each success raises requests, direct calls and unpaid hours; recognition does not become pay.",
    "Elk succes brengt meer verzoeken, directe telefoontjes en onbetaalde uren; waardering wordt geen loon.",
    "within runs of the case of Vice Versa, second half of the grant against the first",
    "requests to its workers, direct calls among them, hours these took; recognition felt and pay",
    {"case": VICE_VERSA},
    read,
    (
        Claim(
            "requests",
            "Requests grow.",
            "Verzoeken groeien.",
            within("case", "requests_then", "requests_first"),
        ),
        Claim(
            "calls",
            "Direct calls grow.",
            "Directe telefoontjes groeien.",
            within("case", "calls_then", "calls_first"),
        ),
        Claim(
            "hours",
            "Unpaid hours grow.",
            "Onbetaalde uren groeien.",
            within("case", "hours_then", "hours_first"),
        ),
        Claim(
            "no_pay",
            "When the grant ends they are recognised more than they are paid.",
            "Als de subsidie stopt worden zij meer gewaardeerd dan betaald.",
            within("case", "recognised", "paid"),
        ),
    ),
    weeks=(END,),
)
