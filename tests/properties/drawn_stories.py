"""Scenarios drawn by chance: any starting values and any outside events that a district has room for."""

from datetime import date, timedelta

from sim.registry import POLICIES
from sim.scenario import CHANGEABLE, CHANNELS, FORMS, HOW, KINDS, STARTING, Event, Scenario, Start, settable
from sim.state import ISSUES, LAYOUTS

FIRST_DAY = date(2010, 2, 1)
# Amounts have wide bounds so that nothing overflows; what a story tells is smaller.
LARGE = 60.0
BY_ISSUE = {(of, one.name) for of in STARTING for one in LAYOUTS[of] if one.shape != ()}


def one_of(chance, choices):
    return choices[int(chance.integers(len(choices)))]


def people(chance, place):
    """Somebody at an organisation and at an institution, by name and by place."""
    organisation, institution = one_of(chance, place.self_organisations), one_of(chance, place.institutions)
    return {
        "organisation": organisation.name,
        "worker": int(chance.integers(organisation.workers + 1)),
        "institution": institution.name,
        "professional": int(chance.integers(institution.professionals + 1)),
    }


def value_in(chance, low, high):
    """A value within bounds, often one of them."""
    return float(one_of(chance, [low, min(high, LARGE), chance.uniform(low, min(high, LARGE))]))


def start(chance, place):
    """One to three starting values of some rows."""
    of, values = one_of(chance, STARTING), {}
    for _ in range(chance.integers(1, 4)):
        name, (low, high) = one_of(chance, sorted(settable(of).items()))
        value = value_in(chance, low, high)
        whole = LAYOUTS[of][[one.name for one in LAYOUTS[of]].index(name)].kind != "f8"
        key = f"{name}.{one_of(chance, ISSUES)}" if (of, name) in BY_ISSUE else name
        values[key] = float(int(value)) if whole else value
    return Start(of, values, how=one_of(chance, HOW), **people(chance, place))


def event(chance, place, number, weeks):
    """Something from outside, of any kind."""
    kind = one_of(chance, KINDS)
    first, length = (int(chance.integers(weeks)) for _ in range(2))
    told = {
        "date": str(FIRST_DAY + timedelta(weeks=first)),
        "until": str(FIRST_DAY + timedelta(weeks=first + length)),
        "every": int(chance.integers(1, 9)),
        "channel": one_of(chance, CHANNELS),
        "form": one_of(chance, FORMS),
        "design": float(chance.random()),
        "value": value_in(chance, 0.0, 40.0 if kind == "guided" else 1.0),
        **people(chance, place),
    }
    if kind == "policy":
        policy = one_of(chance, sorted(POLICIES))
        high = POLICIES[policy].maximum
        told |= {"policy": policy, "value": float(chance.uniform(-high, high))}
    if kind == "changes":
        of, field = one_of(chance, CHANGEABLE)
        told |= {"of": of, "field": field, "value": value_in(chance, *settable(of)[field])}
    return Event(f"event_{number}", kind, **told)


def story(chance, place, weeks=52):
    """A scenario in a district: up to three starts and up to eight outside events."""
    return Scenario(
        "drawn",
        str(FIRST_DAY),
        tuple(start(chance, place) for _ in range(chance.integers(0, 4))),
        tuple(event(chance, place, number, weeks) for number in range(chance.integers(1, 9))),
    )
