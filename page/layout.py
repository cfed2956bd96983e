"""Where everyone stands in the drawing: fixed by the district alone, so that two strategies compare."""

from __future__ import annotations

from typing import Any, Final

from sim.settings import District

PROFESSIONAL_X: Final = 0.32
WORKER_X: Final = 0.68
GAP: Final = 0.9
ROLES: Final = (("adviser", "advisers"), ("case_worker", "case_workers"), ("manager", "managers"))


def layout(district: District) -> dict[str, Any]:
    """Groups and actors with their place between 0 and 1: institutions left, self-organisations right."""
    institutions = [
        (one.name, one.domain, [role for role, many in ROLES for _ in range(getattr(one, many))])
        for one in district.institutions
    ]
    organisations = [
        (one.name, one.orientation, ["worker"] * one.workers) for one in district.self_organisations
    ]
    professionals, left = _column(institutions, PROFESSIONAL_X)
    workers, right = _column(organisations, WORKER_X)
    return {
        "institutions": left,
        "self_organisations": right,
        "professionals": professionals,
        "workers": workers,
        "parents": district.parents,
    }


def _column(groups: list[tuple[str, str, list[str]]], x: float) -> tuple[list[Any], list[Any]]:
    """Actors of one column from top to bottom, with a gap between groups; and the groups themselves."""
    rows = sum(len(people) for _, _, people in groups) + GAP * max(0, len(groups) - 1)
    actors, told, row = [], [], 0.0
    for number, (name, kind, people) in enumerate(groups):
        start = row
        count: dict[str, int] = {}
        for role in people:
            count[role] = count.get(role, 0) + 1
            y = (row + 0.5) / rows
            actors.append({"group": number, "role": role, "number": count[role], "x": x, "y": round(y, 4)})
            row += 1
        told.append({"name": name, "kind": kind, "top": start / rows, "bottom": row / rows})
        row += GAP
    return actors, told
