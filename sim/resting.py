"""What a district rests at: states that move and return are remembered as they were at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.world import World


def remember_starts(world: World) -> None:
    """Keep how rigid, safe and housed everyone was before the first week; set how broad tasks are."""
    institutions, places = world.institutions, world.self_organisations
    institutions["rigidity_rest"] = institutions["rigidity"]
    institutions["task_scope"] = world.p[0]["start_task_scope"]
    places["safety_rest"] = places["safety"]
    places["place_rest"], places["housing_rest"] = places["own_place"], places["housing"]
