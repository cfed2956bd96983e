"""The causal claims of the report, one file per family, one function per rule.

All families are imported here, in one order, whichever is asked for first: events and compiled
code know rules by number.
"""

from sim.mechanisms import (
    acquaintance,
    approach,
    arguing,
    bridging,
    circle,
    collaboration,
    community,
    family,
    forms,
    governing,
    lasting,
    load,
    managing,
    municipality,
    occasions,
    service,
    steering,
    trust,
    unseen,
    urgency,
    vision,
)

FAMILIES = (
    acquaintance,
    approach,
    arguing,
    circle,
    bridging,
    collaboration,
    community,
    family,
    forms,
    governing,
    lasting,
    load,
    managing,
    municipality,
    occasions,
    service,
    steering,
    trust,
    unseen,
    urgency,
    vision,
)
