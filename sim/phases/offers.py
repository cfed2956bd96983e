"""What institutions change over time: the form of their offer, and who pays for the bridge (§5.2, §6.1)."""

from sim.kernel import compiled
from sim.levers import DOMAIN_VIEW, ORIENTATION_VIEW
from sim.state import COMPENSATION
from sim.world import World


@compiled
def change_offers(w: World) -> None:
    """Offers move to the form that is asked for, and payers come or go."""
    for n in range(len(w.institutions)):
        adapt(w, n)
    for s in range(len(w.self_organisations)):
        find_payer(w, s)


@compiled
def adapt(w: World, n: int) -> None:
    """An offer moves to its agreed form as far as the institution's rigidity lets it, and slides back."""
    institution, p = w.institutions[n], w.p[0]
    wanted = w.policies[DOMAIN_VIEW + institution.domain].offer_adaptation
    wanted *= 1.0 - p.adapt_rigid * institution.rigidity
    institution.adapted += p.adapt_pace * (wanted - institution.adapted)


@compiled
def find_payer(w: World, s: int) -> None:
    """A new payer comes as far as it is sought and institutions stand behind the claim."""
    organisation = w.self_organisations[s]
    policy = w.policies[ORIENTATION_VIEW + organisation.orientation]
    if policy.new_payer > 0.0 or organisation.payer > 0.0:
        backed = claim_backed(w, s) if policy.new_payer > 0.0 else 0.0
        organisation.payer += w.p[0].payer_pace * (policy.new_payer * backed - organisation.payer)
    for m in range(organisation.first, organisation.first + organisation.staff):
        w.workers[m].paid = max(organisation.payer, policy.compensation_paid)


@compiled
def claim_backed(w: World, s: int) -> float:
    """How far those who call on this organisation say that its work should be paid."""
    organisation = w.self_organisations[s]
    first, last = w.workers[organisation.first], w.workers[organisation.first + organisation.staff - 1]
    said, partners = 0.0, 0.0
    # The pairs of an organisation's workers are one row of rows.
    for k in range(first.pairs_from + first.knows_from, last.pairs_from + last.knows_to):
        pair = w.pairs[k]
        if pair.service > 0 or pair.caller > 0 or w.together[k] > 0:
            said += w.professionals[pair.professional].expressed[COMPENSATION]
            partners += 1.0
    return said / partners if partners > 0.0 else 0.0
