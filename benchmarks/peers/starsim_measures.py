"""The weekly measures of the starsim model, from its columns."""

from __future__ import annotations

import numpy as np

from benchmarks.peers.actors import Actors
from benchmarks.peers.starsim_families import Families


def of_actors(a: Actors) -> dict[str, float]:
    """Measures of professionals, of the workers who are there, and of their pairs."""
    pro, worker, here = a.pro, a.worker, a.worker.here > 0.0
    told = {
        "own_interest_professionals": 0.5 * (pro.helps + pro.mine).mean(),
        "own_interest_workers": 0.5 * (worker.helps + worker.mine)[here].mean(),
        "image_of_workers": 1.0 - pro.bad.mean(),
        "image_of_professionals": 1.0 - worker.bad[here].mean(),
        "trust_in_district": np.concatenate([pro.trust_district, worker.trust_district[here]]).mean(),
        "urgency_professionals": (pro.pressing * pro.helps * pro.mine).mean(),
        "urgency_workers": (worker.pressing * worker.helps * worker.mine)[here].mean(),
        "courage_professionals": pro.courage.mean(),
        "courage_workers": worker.courage[here].mean(),
        "volunteer_energy": worker.energy[here].mean(),
        "volunteer_overload": worker.overload[here].mean(),
        "volunteer_hours": worker.spent[here].sum(),
        "disappointment": worker.disappointment[here].mean(),
        "standing": worker.standing[here].mean(),
        "explicitness": a.explicit[here].mean(),
        "service_relations": a.service[here].sum(),
        "fit_of_offer": a.fit.mean(),
    }
    for side, who, other in (
        (a.of_worker, "workers", "professionals"),
        (a.of_professional, "professionals", "workers"),
    ):
        told[f"interest_attributed_to_{other}"] = side.interest[here].mean()
        told[f"trust_in_{other}"] = side.trust[here].mean()
        told[f"{who}_know_existence"] = side.exists[here].mean()
        told[f"{who}_know_offer"] = side.offer[here].mean()
        told[f"{who}_know_face"] = side.face[here].mean()
    return told


def of_families(f: Families) -> dict[str, float]:
    """Measures of families."""
    asking, wanting, helped = f.need > 0.0, f.need > 0.3, f.helper >= 0
    return {
        "parents_with_question": asking.mean(),
        "parents_in_words": (f.words[asking.uids] >= 0.35).mean() if asking.any() else 0.0,
        "parents_in_help": helped.mean(),
        "parents_in_crisis": (f.in_crisis == 1).mean(),
        "shame": f.shame.mean(),
        "parents_trust_preventive": f.trust_preventive.mean(),
        "reach": (f.helper[wanting.uids] >= 0).mean() if wanting.any() else 0.0,
    }
