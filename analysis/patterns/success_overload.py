"""Each success brings more requests, direct calls and unpaid hours; recognition does not become pay."""

from analysis.patterns.pattern import Claim, Pattern, mean_of, within
from analysis.patterns.settings import VICE_VERSA
from analysis.patterns.watched import Watched

MIDDLE, END = 37, 74  # the grant runs for seventy-four weeks


def read(run: Watched) -> dict[str, float]:
    before, after = run.people_of("meets", "worker", 0), run.people_of("meets", "worker", END)

    def requests(since: int, until: int) -> float:
        return run.total("requests_youth_care", since, until) + run.total("requests_preventive", since, until)

    return {
        "requests_first": requests(0, MIDDLE),
        "requests_then": requests(MIDDLE, END),
        "calls_first": run.total("direct_calls", 0, MIDDLE),
        "calls_then": run.total("direct_calls", MIDDLE, END),
        "hours_first": run.total("unpaid_hours", 0, MIDDLE),
        "hours_then": run.total("unpaid_hours", MIDDLE, END),
        "recognised": mean_of(after["recognition_felt"]) - mean_of(before["recognition_felt"]),
        "paid": mean_of(after["paid"]) - mean_of(before["paid"]),
    }


PATTERN = Pattern(
    "success_overload",
    "§6.1",
    "Each success raises requests, direct calls and unpaid hours; recognition does not become pay.",
    "Elk succes brengt meer verzoeken, directe telefoontjes en onbetaalde uren; waardering wordt geen loon.",
    "within runs of the case of Vice Versa, second half of the grant against the first",
    "requests, direct calls, unpaid hours; recognition felt and pay",
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
            "Recognition grows more than pay.",
            "Waardering groeit meer dan betaling.",
            within("case", "recognised", "paid"),
        ),
    ),
    weeks=(0, END),
)
