"""The ledger and the public good: what money went to and bought, and what it did for whom (§1.3)."""

from sim.arrays import Record
from sim.kernel import compiled
from sim.levers import BROKERING, GUIDING, MEETING, PURPOSES, WHOLE, units_of
from sim.world import World

YEAR = 52.0


@compiled
def write_up(w: World, on_location: float) -> None:
    """What the strategy's money goes to this week, before levers move anything."""
    d = w.district[0]
    for purpose in range(len(d.purpose)):
        d.purpose[purpose] = 0.0
    for k in range(len(w.prices)):
        price = w.prices[k]
        if price.price > 0.0 and w.policy_values[WHOLE, k] > 0.0:
            units = units_of(price.units, len(w.self_organisations), on_location, len(w.professionals))
            cost = w.policy_values[WHOLE, k] * price.price * units / price.per_year
            d.purpose[PURPOSES[k]] += cost


@compiled
def record_ledger(w: World, m: Record) -> None:
    """The week's money: by what it went to, what waits, and per outcome so far."""
    d = w.district[0]
    m.money_granted, m.money_spent, m.money_returned, m.money_levers = (
        d.granted,
        d.spent,
        d.returned,
        d.levers,
    )
    m.money_on_ties, m.money_on_guidance, m.money_on_message = d.purpose[0], d.purpose[1], d.purpose[4]
    m.money_on_volunteers, m.money_on_professionals = d.purpose[2], d.purpose[3]
    m.guide_hours_given = d.guide_given
    carry(w)
    m.money_carried = d.carried
    d.money_total += d.spent
    d.together_total += m.collaborations_alive
    m.money_per_collaboration_year = (
        d.money_total / (d.together_total / YEAR) if d.together_total > 0.0 else 0.0
    )
    m.money_per_early_help = d.money_total / d.early_total if d.early_total > 0.0 else 0.0


@compiled
def carry(w: World) -> None:
    """Euros that were paid for meetings, introductions and guidance that still wait."""
    d, p = w.district[0], w.p[0]
    waits = d.meetings_due * w.prices[MEETING].price
    waits += d.broker_due * p.broker_pace * w.prices[BROKERING].price
    waits += d.guide_left * w.prices[GUIDING].price
    d.carried = min(waits, d.money_total + d.spent)


@compiled
def record_public_good(w: World, m: Record) -> None:
    """Reach, equity and early help; what the municipality sees of it counts in its judgement."""
    d = w.district[0]
    m.equity = m.reach_lowest / m.reach_highest if m.reach_highest > 0.0 else 1.0
    early, late = w.flow[0].early_help, w.flow[0].late_crises
    d.early_total += early
    d.early_count = d.early_count * (1.0 - 1.0 / YEAR) + early
    d.late_count = d.late_count * (1.0 - 1.0 / YEAR) + late
    both = d.early_count + d.late_count
    d.early = d.early_count / both if both > 0.0 else 0.0
    m.early_share = d.early
    m.public_good = (m.reach + m.equity + m.early_share) / 3.0


@compiled
def record_steering(w: World, m: Record) -> None:
    """Institutions, spaces and lessons, and what is remembered as having worked."""
    d = w.district[0]
    m.lessons_within_reach = d.lessons
    for cell in range(len(d.worked)):
        m.seen_to_work += d.worked[cell] / len(d.worked)
    for n in range(len(w.institutions)):
        m.rigidity += w.institutions[n].rigidity / len(w.institutions)
    for s in range(len(w.self_organisations)):
        m.space_safety += w.self_organisations[s].safety / len(w.self_organisations)
    m.network_groups, m.network_largest = d.network_groups, d.network_largest
    m.network_bridges, m.network_thin = d.network_bridges, d.network_thin
    m.network_modularity = d.network_modularity
