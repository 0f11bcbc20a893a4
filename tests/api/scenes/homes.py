"""A household in which everything is under way, for the operations that only look."""

from tests.api.scenes.agreements import drafted
from tests.api.world import NOTE, Household, World, times_ahead
from tests.family import report_body


async def lived_in(world: World) -> Household:
    """A household with a visit, a call and a draft; made once."""
    if world.visited is None:
        # By name the first of the village, and so on the first page of any list of it.
        found = await world.household(surname="丁")
        report = await world.family.volunteer.post("/api/visits/reports", report_body(found.elder_id, note=NOTE))
        call = await world.family.son.post("/api/calls", {"elder_id": found.elder_id, "times": times_ahead()})
        await drafted(world, found)
        found.marks |= {report["id"], call["id"], NOTE, "卫建国", "卫春花"}
        world.visited = found
    return world.visited
