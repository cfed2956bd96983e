"""Families come through workers unseen, so that scepticism stays; making it visible repairs that."""

import numpy as np

from analysis.patterns.pattern import Claim, Floats, Pattern, Sides, apart, mean_of, within
from analysis.patterns.settings import VICE_VERSA
from analysis.patterns.watched import Watched

PREVENTIVE, YOUTH_CARE = 0, 1


def trust(run: Watched, domain: int) -> float:
    """Professionals' trust in the workers whom the funder's grant is for, by domain of the institution."""
    pairs, people = run.rows("pair"), run.rows("professional")
    institution = people["institution"][pairs["professional"]]
    here = run.rows("institution")["domain"][institution] == domain
    mine = np.isin(pairs["worker"], np.unique(run.pairs_of("meets")["worker"]))
    organisations = run.rows("worker")["self_organisation"]
    own = np.unique(organisations[np.unique(pairs["worker"][mine])])
    theirs = np.isin(organisations[pairs["worker"]], own)
    return mean_of(np.asarray(pairs["trust_professional"])[here & theirs])


def read(run: Watched) -> dict[str, float]:
    return {
        "true": run.total("brought_to_preventive"),
        "credited": run.total("attributed_to_preventive"),
        "trust_prevention": trust(run, PREVENTIVE),
        "trust_youth_care": trust(run, YOUTH_CARE),
    }


def near_nothing(sides: Sides) -> Floats:
    one = sides["unseen"]
    return 0.5 * one["true"] - one["credited"]


PATTERN = Pattern(
    "invisible_work",
    "§6.1",
    "True referrals are many and attributed ones few, so that scepticism stays; internal visibility "
    "repairs it.",
    "Er komen veel gezinnen via werkers en er worden er weinig toegeschreven; zichtbaar maken helpt.",
    "the case of Vice Versa with and without internal visibility",
    "families that came to prevention through a worker, and those credited; professionals' trust",
    {"unseen": VICE_VERSA, "visible": (*VICE_VERSA, "levers.internal_visibility.intensity=1")},
    read,
    (
        Claim(
            "unseen",
            "Less than half of the families that came through a worker is credited.",
            "Minder dan de helft van de gezinnen die via een werker kwamen wordt toegeschreven.",
            near_nothing,
        ),
        Claim(
            "sceptical",
            "Prevention trusts these workers less than youth care does.",
            "Preventie vertrouwt deze werkers minder dan de jeugdzorg.",
            within("unseen", "trust_youth_care", "trust_prevention"),
        ),
        Claim(
            "repaired_credit",
            "Internal visibility raises what is credited.",
            "Zichtbaar maken vergroot wat wordt toegeschreven.",
            apart("visible", "unseen", "credited"),
        ),
        Claim(
            "repaired_trust",
            "And it raises prevention's trust.",
            "En het vergroot het vertrouwen van preventie.",
            apart("visible", "unseen", "trust_prevention"),
        ),
    ),
)
