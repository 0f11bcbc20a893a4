"""What the demo's county and township have to put in order: a village merged years ago, and a file written twice."""

from datetime import date, timedelta
from uuid import UUID

from backend.accounts.viewer import Viewer
from backend.divisions.actions import place
from backend.divisions.models import Division, DivisionLevel
from backend.elders.actions import NewElder, register
from backend.elders.boundaries import merge_villages
from backend.elders.models import Elder
from backend.kit.kernel import Kernel

_GONE = ("539901101299", "石板坡村")


async def merge_hamlet(kernel: Kernel, *, into: Division, county: Viewer) -> None:
    """A village that has been part of another one of its township for some weeks."""
    under = await Division.get(id=into.parent_id)
    code, name = _GONE
    hamlet = await place(code=code, name=name, level=DivisionLevel.VILLAGE, parent=under, starts_on=date(2020, 1, 1))
    on = county.today - timedelta(days=40)
    await merge_villages(kernel, village_id=hamlet.id, into_id=into.id, on=on, by=county)


async def write_twice(kernel: Kernel, elder_id: UUID, *, committee: Viewer) -> None:
    """A second file of an elder, as somebody wrote it who did not look for the first."""
    known = await Elder.get(id=elder_id)
    again = NewElder(
        name=known.name,
        gender=known.gender,
        born_on=known.born_on,
        address=f"{known.address}（老屋）",
        living_alone=not known.living_alone,
    )
    await register(kernel, village_id=known.village_id, elder=again, by=committee)
