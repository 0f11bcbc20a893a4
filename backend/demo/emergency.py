"""The demo's emergency: everybody is on duty, a fall was settled, and somebody who eats little waits for an answer."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.demo.town import Township
from backend.incidents.actions import NewConcern, raise_concern, take_step
from backend.incidents.duty import name_duty_holder
from backend.incidents.rules import ConcernKind, IncidentOutcome, IncidentStep, Service, StepTaken, Watch
from backend.kit.kernel import Kernel

_PHONES = ("13600000001", "13600000002", "13600000003")


async def prepare(town: Township, elder_id: UUID, *, committee: Viewer, county: Viewer) -> None:
    """Everything of this module, in its order."""
    township = await town.viewer((await town.person("township")).id, Role.TOWNSHIP)
    for official, phone in zip((committee, township, county), _PHONES, strict=True):
        assert official.division_id is not None
        await name_duty_holder(
            town.kernel,
            division_id=official.division_id,
            account_id=official.account_id,
            phone=phone,
            watches=Watch,
            by=official,
        )
    volunteer = await town.viewer((await town.person("volunteer")).id, Role.VOLUNTEER)
    await _raise_two(town.kernel, elder_id, volunteer=volunteer, committee=committee)


async def _raise_two(kernel: Kernel, elder_id: UUID, *, volunteer: Viewer, committee: Viewer) -> None:
    """One that was handed over and closed, one just raised."""
    now = kernel.clock.now()
    fell = NewConcern(elder_id=elder_id, kind=ConcernKind.CRITICAL_ILLNESS, noticed_at=now, words="摔在院子里，起不来")
    first = await raise_concern(kernel, concern=fell, by=volunteer)
    for taken in (
        StepTaken(step=IncidentStep.ACKNOWLEDGE),
        StepTaken(
            step=IncidentStep.HAND_OVER,
            service=Service.AMBULANCE,
            at=now,
            taken_by="县医院急救车",
            words="送到县医院，没有骨折",
        ),
        StepTaken(step=IncidentStep.CLOSE, outcome=IncidentOutcome.SETTLED, words="已经回家，邻居陪着"),
    ):
        await take_step(kernel, incident_id=first, taken=taken, by=committee)
    ill = NewConcern(elder_id=elder_id, kind=ConcernKind.ILLNESS, noticed_at=now, words="两天没好好吃饭，说头晕")
    await raise_concern(kernel, concern=ill, by=volunteer)
