"""An elder with a family, a volunteer, a caregiver, and a duty holder at every level."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.accounts.roles import Role
from backend.divisions.models import Division
from backend.families.rules import Duty
from backend.incidents.actions import NewConcern, raise_concern, take_step
from backend.incidents.clock import step_due
from backend.incidents.duty import name_duty_holder
from backend.incidents.models import IncidentStepRecord
from backend.incidents.rules import ConcernKind, IncidentState, IncidentStep, StepTaken, Watch
from tests.factories.calls import Family, build_family, confirmed
from tests.factories.village import Person, World

PHONE = "13700000000"


@dataclass(frozen=True)
class Chain:
    """Everybody around one elder, from the house to the county."""

    world: World
    family: Family
    caregiver: Person
    village: Person
    township: Person
    county: Person

    @property
    def elder_id(self) -> UUID:
        return self.family.elder_id

    async def raised(self, by: Person | None = None, **told: Any) -> UUID:
        """A concern, by the volunteer unless somebody else is named."""
        about = {"elder_id": self.elder_id, "kind": ConcernKind.ILLNESS, "noticed_at": self.world.clock.now(), **told}
        by = by or self.family.volunteer
        return await raise_concern(self.world.kernel, concern=NewConcern(**about), by=by.viewer)

    async def taken(self, incident_id: UUID, by: Person, step: IncidentStep, **told: Any) -> IncidentState:
        taken = StepTaken(step=step, **told)
        return await take_step(self.world.kernel, incident_id=incident_id, taken=taken, by=by.viewer)

    async def passes(self, minutes: float) -> int:
        """Time goes by; how many steps the worker did then."""
        self.world.clock.advance(timedelta(minutes=minutes))
        return await step_due(self.world.kernel)


async def build_chain(world: World) -> Chain:
    """The chain in the world's village, all on duty day and night."""
    family = await build_family(world)
    chain = Chain(
        world,
        family,
        await confirmed(world, family.elder_id, "李春花", "邻居", Duty.CAREGIVER),
        await world.person(Role.COMMITTEE, name="赵志强", division=world.village),
        await world.person(Role.TOWNSHIP, name="罗永昌", division=world.township),
        await world.person(Role.COUNTY, name="高文慧", division=world.county),
    )
    for person, place in (
        (chain.village, world.village),
        (chain.township, world.township),
        (chain.county, world.county),
    ):
        await on_duty(world, person, place)
    return chain


async def on_duty(world: World, person: Person, place: Division, watches: Iterable[Watch] = tuple(Watch)) -> None:
    """The person answers for the place."""
    await name_duty_holder(
        world.kernel,
        division_id=place.id,
        account_id=person.viewer.account_id,
        phone=PHONE,
        watches=watches,
        by=person.viewer,
    )


async def done_steps(incident_id: UUID, *kinds: IncidentStep) -> list[IncidentStepRecord]:
    """What was done, in order; of these kinds, or of all."""
    rows = await IncidentStepRecord.filter(incident_id=incident_id, done_at__not_isnull=True).order_by(
        "done_at", "number"
    )
    return [row for row in rows if not kinds or row.kind in kinds]
