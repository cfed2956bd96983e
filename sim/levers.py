"""Levers as data, and the policies in force: what strategy, levers and budget make of a week (§1.1, §7.3).

Policies are kept for twelve views of the district: the six cells domain x orientation that a pair is in,
two orientations, three domains, and the whole. A lever aimed at some groups moves each view by the share
of cells that it covers.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from sim.arrays import Floats, Record, Records, records
from sim.kernel import compiled
from sim.registry import PARAMETERS, POLICIES
from sim.settings import DOMAINS, ORIENTATIONS, Lever, Strategy

CELLS: Final = [(domain, orientation) for domain in range(3) for orientation in range(2)]
VIEWS: Final = (
    [[cell] for cell in CELLS]
    + [[cell for cell in CELLS if cell[1] == orientation] for orientation in range(2)]
    + [[cell for cell in CELLS if cell[0] == domain] for domain in range(3)]
    + [CELLS]
)
N_VIEWS: Final = len(VIEWS)
ORIENTATION_VIEW, DOMAIN_VIEW, WHOLE = 6, 8, 11
PER_DISTRICT, PER_SELF_ORGANISATION, PER_COLLABORATION = 0, 1, 2
PER: Final = ("district", "self_organisation", "collaboration")

EFFECT: Final = np.dtype(
    [
        ("policy", "i4"),
        ("start", "i4"),
        ("end", "i4"),
        ("scale", "i4"),
        ("amount", "f8"),
        ("coverage", "f8", (N_VIEWS,)),
    ],
    align=True,
)
LEVER: Final = np.dtype(
    [
        ("start", "i4"),
        ("end", "i4"),
        ("per", "i4"),
        ("euros", "f8"),
        ("hours", "f8"),
        ("coverage", "f8"),
        ("paid", "f8"),
    ],
    align=True,
)
# How a policy is priced: what it costs, for how many units, whether more money buys more of it, and
# whether a lever or a reaction may give its views values of their own.
PRICE: Final = np.dtype(
    [
        ("price", "f8"),
        ("per_year", "f8"),
        ("units", "i4"),
        ("stretches", "i4"),
        ("levered", "i4"),
        ("low", "f8"),
        ("high", "f8"),
    ],
    align=True,
)
UNIT_OF: Final = {
    "projects": 1,
    "coffee_paid": 2,
    "paid_hours": 3,
    "housing": 1,
    "activity_money": 1,
    "compensation_paid": 1,
    "return_in_kind": 1,
    "hours_outside": 3,
    "location_programme": 2,
}
POLICY_RECORD: Final = np.dtype(
    [
        (name, "f8")
        for name in (
            "agenda_share",
            "message_loudness",
            "message_coherence",
            "backing",
            "narrative_push",
            "narrative_civil",
            "target_pressure",
            "mandates",
            "roles_allowed",
            "projects",
            "money_structural",
            "project_weeks",
            "meetings",
            "map_coverage",
            "broker_hours",
            "guide_hours",
            "partner_design",
            "coffee_paid",
            "potential_sought",
            "paid_hours",
            "anchoring_effort",
            "examples",
            "role_recognition",
            "group_visits",
            "hours_outside",
            "location_programme",
            "offer_adaptation",
            "signal_protocol",
            "new_payer",
            "mediation_hours",
            "profile_help",
            "partner_standing",
            "diverse_hiring",
            "skill_training",
            "internal_credit",
            "airtime",
            "campaign",
            "worker_training",
            "intermediary_training",
            "coordination_after_training",
            "public_crisis",
            "cut",
            "voice",
            "veto",
            "steering",
            "housing",
            "activity_money",
            "compensation_paid",
            "return_in_kind",
            "joint_application",
            "clear_tasks",
            "role_line",
            "task_breadth",
            "method_training",
            "open_silos",
            "bind_interest",
            "stable_course",
            "public_weight",
            "next_item",
            "stop_without_numbers",
            "scale_success",
            "remember",
            "upheaval",
            "reorganisation",
        )
    ]
)
CUT: Final = list(POLICY_RECORD.names or ()).index("cut")
GUIDING, MEETING, BROKERING = (
    list(POLICY_RECORD.names or ()).index(name) for name in ("guide_hours", "meetings", "broker_hours")
)
# Policies that a municipality's reactions move within a week (see phases/react.py).
REACTING: Final = [
    list(POLICY_RECORD.names or ()).index(name)
    for name in ("roles_allowed", "message_coherence", "backing", "anchoring_effort")
]
# What money goes to: ties, guidance, volunteers, professionals, the message.
PURPOSE_OF: Final = {
    "meetings": 0,
    "map_coverage": 0,
    "broker_hours": 0,
    "guide_hours": 1,
    "paid_hours": 3,
    "message_loudness": 4,
}
PURPOSES: Final = np.array([PURPOSE_OF.get(name, 2) for name in POLICY_RECORD.names or ()])


def covered(target: tuple[str, ...]) -> set[tuple[int, int]]:
    """The cells that a target group covers; a side that is not named is covered whole."""
    domains = [DOMAINS.index(group) for group in target if group in DOMAINS] or list(range(3))
    orientations = [ORIENTATIONS.index(group) for group in target if group in ORIENTATIONS] or [0, 1]
    return {(domain, orientation) for domain in domains for orientation in orientations}


def lever_arrays(levers: tuple[Lever, ...]) -> tuple[Records, Records]:
    """Records of the levers that do anything, and of their effects (intensity already multiplied in)."""
    active = [lever for lever in levers if lever.intensity > 0 and lever.end > lever.start]
    rows = records(len(active), LEVER)
    effects = [(lever, effect) for lever in active for effect in lever.effects]
    table = records(len(effects), EFFECT)
    names = list(POLICY_RECORD.names or ())
    for row, lever in zip(rows, active, strict=True):
        row.start, row.end, row.per = lever.start, lever.end, PER.index(lever.per)
        row.euros, row.hours = lever.euros * lever.intensity, lever.hours * lever.intensity
        row.coverage = len(covered(lever.target)) / len(CELLS)
    for row, (lever, effect) in zip(table, effects, strict=True):
        row.policy, row.start, row.end = names.index(effect.policy), lever.start, lever.end
        row.scale, row.amount = int(effect.how == "scale"), effect.amount * lever.intensity
        cells = covered(lever.target)
        row.coverage[:] = [sum(cell in cells for cell in view) / len(view) for view in VIEWS]
    return rows, table


def strategy_array(strategy: Strategy) -> Floats:
    """The strategy's value of every policy, defaults filled in."""
    return np.array(
        [float(strategy.policies.get(name, POLICIES[name].default)) for name in POLICY_RECORD.names or ()]
    )


def price_array(parameters: Record, effects: Records) -> Records:
    """Price, unit and bounds of every policy, and whether one of ``effects`` moves it."""
    rows = records(len(POLICY_RECORD.names or ()), PRICE)
    for number, name in enumerate(POLICY_RECORD.names or ()):
        policy = POLICIES[name]
        assert not policy.price or policy.price in PARAMETERS
        price = parameters[policy.price] if policy.price else 0.0
        per_year = 52.0 if "per year" in policy.unit else 1.0
        units, stretches = UNIT_OF.get(name, 0), int(not policy.unit.startswith("share"))
        # At once: each field by its name takes microseconds.
        rows[number] = (price, per_year, units, stretches, 0, policy.minimum, policy.maximum)
    rows.levered[effects.policy] = 1
    rows.levered[REACTING] = 1
    return rows


@compiled
def units_of(kind: int, self_organisations: int, on_location: float, professionals: int) -> float:
    """How many units a price counts for: the district, its organisations, work on location, people."""
    if kind == 1:
        return float(self_organisations)
    if kind == 2:
        return on_location
    return float(professionals) if kind == 3 else 1.0


@compiled
def cost_of(lever: Record, week: int, self_organisations: int, collaborations: float) -> float:
    """Euros that one lever asks this week."""
    if lever.start > week or week >= lever.end:
        return 0.0
    units = 1.0
    if lever.per == 1:
        units = self_organisations * lever.coverage
    elif lever.per == 2:
        units = collaborations * lever.coverage
    return lever.euros * units


@compiled
def lever_cost(levers: Records, week: int, self_organisations: int, collaborations: float) -> float:
    """Euros that the levers in force ask this week."""
    total = 0.0
    for k in range(len(levers)):
        total += cost_of(levers[k], week, self_organisations, collaborations)
    return total


@compiled
def pay_levers(
    levers: Records, week: int, self_organisations: int, collaborations: float, paid: float
) -> None:
    """Write up what each lever was paid this week; ``paid`` is the share that could be paid."""
    for k in range(len(levers)):
        lever = levers[k]
        lever.paid += paid * cost_of(lever, week, self_organisations, collaborations)


@compiled
def apply_levers(values: Floats, effects: Records, prices: Records, week: int, paid: float) -> None:
    """Move the policies of every view by the levers in force; ``paid`` is the share that could be paid."""
    for k in range(len(effects)):
        effect = effects[k]
        if effect.start > week or week >= effect.end:
            continue
        for view in range(values.shape[0]):
            weight = effect.amount * effect.coverage[view] * paid
            value = values[view, effect.policy]
            value = value * (1.0 + weight) if effect.scale > 0 else value + weight
            price = prices[effect.policy]
            values[view, effect.policy] = min(price.high, max(price.low, value))


@compiled
def strategy_cost(
    strategy: Floats,
    prices: Records,
    stretching: int,
    self_organisations: int,
    on_location: float,
    professionals: int,
) -> float:
    """Euros a week that the strategy's wishes cost, of those that money can or cannot stretch."""
    total = 0.0
    for k in range(len(prices)):
        if strategy[k] > 0.0 and prices[k].price > 0.0 and prices[k].stretches == stretching:
            units = units_of(prices[k].units, self_organisations, on_location, professionals)
            total += strategy[k] * prices[k].price * units / prices[k].per_year
    return total


@compiled
def fit_to_budget(
    values: Floats,
    strategy: Floats,
    prices: Records,
    money: float,
    equal: int,
    self_organisations: int,
    on_location: float,
    professionals: int,
) -> float:
    """Write the strategy, as far as ``money`` goes, into every view; return what it costs.

    At equal budget the quantities that money buys are stretched or shrunk to the money that is left after
    the fixed wishes; shares only ever shrink.
    """
    fixed = strategy_cost(strategy, prices, 0, self_organisations, on_location, professionals)
    flexible = strategy_cost(strategy, prices, 1, self_organisations, on_location, professionals)
    shrink = 1.0 if fixed <= money else money / fixed
    left = max(0.0, money - fixed * shrink)
    stretch = 0.0
    if flexible > 0.0:
        stretch = left / flexible
        if equal == 0:
            stretch = min(1.0, stretch)
    spent = 0.0
    for k in range(len(prices)):
        value = strategy[k]
        if value > 0.0 and prices[k].price > 0.0:
            value = min(prices[k].high, value * (stretch if prices[k].stretches > 0 else shrink))
            units = units_of(prices[k].units, self_organisations, on_location, professionals)
            spent += value * prices[k].price * units / prices[k].per_year
        if prices[k].levered > 0 or values[WHOLE, k] != value:
            for view in range(values.shape[0]):
                values[view, k] = value
    return spent
