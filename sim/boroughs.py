"""Boroughs: runs of neighbourhoods whose families live their week apart from the families of others.

Nobody is known, asked or helped outside the own neighbourhood, so boroughs may live one after the other or
side by side. How many there are hangs on the city alone: what families add up to is summed by borough.
"""

from __future__ import annotations

from typing import Final

from sim.arrays import Records, records
from sim.fields import amount, code, count, dtype_of, layout, share
from sim.neighbourhoods import Neighbourhood, dealt

# The fewest families of a borough on average, unless it is the only one: a shared cache holds them.
FEWEST: Final = 16_384
# What families only add to in their community.
ADDED: Final = (
    "story_preventive_up",
    "story_preventive_down",
    "story_youth_care_up",
    "story_youth_care_down",
    "in_need",
    "helped",
)
BOROUGH: Final = dtype_of(
    layout(
        count("parents_from", "First of its families."),
        count("parents_to", "Past the last of them."),
        count("workers_from", "First of its informal workers."),
        count("workers_to", "Past the last of them."),
        count("institutions_from", "First of its formal organisations."),
        count("institutions_to", "Past the last of them."),
        amount("asking", "Families with a question, counted this week."),
        amount("wording", "Of these, with words for it."),
        amount("helped", "Families in help."),
        amount("crisis", "Families in crisis."),
        amount("kept", "Families kept by a worker."),
        amount("courses", "Families that followed a course."),
        amount("lately", "Families in need within a year."),
        amount("found", "Of these, helped within a year."),
        amount("shame", "Sum of their shame."),
        amount("trust", "Sum of their trust in preventive services."),
        share("apart", "Room: threads that write in one line of memory wait for each other.", (16,)),
        code("whole", "Whether this week each is settled and counted as soon as it has lived."),
        code("counted", "Whether they were settled and counted already this week."),
    )
)


def boroughs_of(neighbourhoods: list[Neighbourhood], fewest: int = 0) -> Records:
    """The neighbourhoods dealt over boroughs of at least ``fewest`` families (0: the usual number)."""
    families = neighbourhoods[-1].parents.stop
    number = max(1, min(len(neighbourhoods), families // (fewest or FEWEST)))
    rows = records(number, BOROUGH)
    for row, borough in enumerate(rows):
        its = dealt(row, len(neighbourhoods), number)
        first, last = neighbourhoods[its.start], neighbourhoods[its.stop - 1]
        borough.parents_from, borough.parents_to = first.parents.start, last.parents.stop
        borough.workers_from, borough.workers_to = first.workers.start, last.workers.stop
        borough.institutions_from, borough.institutions_to = first.institutions.start, last.institutions.stop
    return rows
