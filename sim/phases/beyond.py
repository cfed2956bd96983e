"""Asking volunteers for help that they may not officially give (§6.1)."""

from sim.events import CAUSE, KIND, note, tell
from sim.kernel import compiled
from sim.levers import ORIENTATION_VIEW
from sim.mechanisms import managing
from sim.registry import rule_number
from sim.world import World

GAP = rule_number("mandate_gap")
ASKED, C_ROLES, C_DISAPPOINTMENT = (
    KIND["asked_beyond_mandate"],
    CAUSE["roles_allowed"],
    CAUSE["disappointment"],
)


@compiled
def ask_beyond_mandate(w: World, k: int) -> float:
    """A professional asks a worker to act in formal care: what it does to them, and how much of it counts."""
    pair = w.pairs[k]
    worker = w.workers[pair.worker]
    policy = w.policies[ORIENTATION_VIEW + worker.side_group]
    if w.on[0].mandate_gap == 0 or policy.roles_allowed >= 1.0:
        return 1.0
    sting, doubt, counts = managing.mandate_gap(
        policy.roles_allowed, policy.role_line, worker.disappointment, worker.doubt, w.p[0]
    )
    worker.disappointment_up += note(w.activity, GAP, sting)
    worker.doubt = min(1.0, worker.doubt + note(w.activity, GAP, doubt))
    tell(
        w.log, w.clock, ASKED, GAP, pair.professional, pair.worker,
        C_ROLES, policy.roles_allowed, C_DISAPPOINTMENT, sting, 0, 0.0, 0, 0.0,
    )  # fmt: skip
    return counts
