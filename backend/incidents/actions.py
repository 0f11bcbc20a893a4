"""Raising a concern, and leading the incident it opens."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.divisions.scope import Level
from backend.elders.queries import elder
from backend.families.queries import confirmed_accounts
from backend.families.rules import Duty
from backend.incidents import clock
from backend.incidents.concerned import concerned_levels, not_hidden, who_sees
from backend.incidents.errors import (
    CannotBeNamed,
    ConcernNamesOneself,
    IncidentNotFound,
    IncidentStepNotPossible,
    PhotoNotYours,
)
from backend.incidents.facts import IncidentMoved, IncidentRaised
from backend.incidents.models import Incident, IncidentName, IncidentNotice, IncidentReview, IncidentStepRecord
from backend.incidents.naming import accounts_of
from backend.incidents.queries import sees, standing
from backend.incidents.rules import (
    LEVELS,
    ConcernKind,
    IncidentState,
    IncidentStep,
    NamedPart,
    Service,
    StepTaken,
    check,
    check_reviewer,
    first_level,
    move,
    next_level,
)
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.storage.models import Upload
from backend.tasks.actions import settle_task
from backend.tasks.rules import Settlement, TaskKind

GROUP = (Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE, Role.TOWNSHIP)
OFFICE = (Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY)


class NewConcern(msgspec.Struct, frozen=True, kw_only=True):
    """What one tap tells (R095): about whom, of which kind, when it was noticed; all else may be left out."""

    elder_id: UUID
    kind: ConcernKind
    noticed_at: datetime
    words: str | None = None
    photo_id: UUID | None = None
    accounts: tuple[UUID, ...] = ()
    parts: tuple[NamedPart, ...] = ()


async def raise_concern(kernel: Kernel, *, concern: NewConcern, by: Viewer) -> UUID:
    """Open an incident: the first level that may know is asked and the family told, in one transaction.

    A concern that waited in a phone is never refused for its age or for the phone's clock.
    Raises RoleCannot, ElderNotFound, ConcernNamesOneself, CannotBeNamed, PhotoNotYours.
    """
    by.require(*GROUP)
    now, made, words = kernel.clock.now(), uuid7(), (concern.words or "").strip()
    async with transaction():
        await elder(by.scope, concern.elder_id)
        await _check_named(concern, by)
        incident = await Incident.create(
            id=made,
            elder_id=concern.elder_id,
            kind=concern.kind,
            state=IncidentState.RAISED,
            first_level=LEVELS[0],
            level=LEVELS[0],
            raised_by=by.account_id,
            raised_as=by.role,
            noticed_at=min(concern.noticed_at, now),
            raised_at=now,
            words=kernel.keys.encrypt(words.encode(), f"incidents|words|{made}") if words else None,
            photo_id=concern.photo_id,
        )
        await _name(incident, concern, by)
        await clock.write_step(made, IncidentStep.RAISE, due_at=now, done_at=now, taken_by_id=by.account_id)
        ids = {"elder": str(concern.elder_id), "kind": concern.kind, "level": incident.first_level}
        await record(kernel, Subject("incident", made), Tag.INCIDENT_RAISED, by=by.actor, **ids)
        await box.put(kernel, IncidentRaised(incident_id=made))
        await clock.ask(kernel, incident, incident.first_level)
        await _tell_family(kernel, incident, by)
    return made


async def _check_named(concern: NewConcern, by: Viewer) -> None:
    if by.account_id in concern.accounts:
        raise ConcernNamesOneself(field="accounts")
    named = set(concern.accounts)
    if await Account.filter(id__in=list(named)).count() != len(named):
        raise CannotBeNamed(field="accounts")
    photo = concern.photo_id
    if photo is not None and not await Upload.exists(id=photo, account_id=by.account_id):
        raise PhotoNotYours(field="photo_id")


async def _name(incident: Incident, concern: NewConcern, by: Viewer) -> None:
    """Hide it from whom it names. A part the raiser has too stands for the others who have it now."""
    accounts = dict.fromkeys(concern.accounts)
    for part in dict.fromkeys(concern.parts):
        those = await accounts_of(part, concern.elder_id, by.today)
        if by.account_id not in those:
            await IncidentName.create(incident_id=incident.id, part=part)
        accounts |= dict.fromkeys(each for each in those if each != by.account_id)
    for account_id in accounts:
        await IncidentName.create(incident_id=incident.id, account_id=account_id)
    if accounts or concern.parts:
        levels = await concerned_levels(incident.id, by.today)
        if NamedPart.COMMITTEE in concern.parts:
            levels.append(LEVELS[0])
        incident.first_level = incident.level = first_level(levels)
        await Incident.filter(id=incident.id).update(first_level=incident.first_level, level=incident.level)


async def _tell_family(kernel: Kernel, incident: Incident, by: Viewer) -> None:
    """The elder's children, but those whom it names and the one who raised it (R094)."""
    children = await confirmed_accounts(incident.elder_id, Duty.SUPPORTER)
    told = [each for each in await not_hidden(incident.id, children) if each != by.account_id]
    await clock.tell(incident.id, told, kernel.clock.now(), family=True)
    if told:
        await clock.ring_later(kernel, incident)


async def take_step(kernel: Kernel, *, incident_id: UUID, taken: StepTaken, by: Viewer) -> IncidentState:
    """An office leads an incident on; returns where it stands then. Of two at once the later is told it has moved.

    Raises RoleCannot, IncidentNotFound, IncidentStepNotPossible, ReviewByAnother and the refusals of `rules.check`.
    """
    by.require(*OFFICE)
    now = kernel.clock.now()
    async with transaction():
        if not await standing(by.scope, by, incident_id):
            raise IncidentNotFound
        incident = await Incident.filter(id=incident_id).select_for_update().get()
        after = move(taken.step, incident.state)
        police_told = await IncidentStepRecord.exists(incident_id=incident_id, service=Service.POLICE)
        check(taken, kind=incident.kind, raised_at=incident.noticed_at, now=now, police_told=police_told)
        await _write(kernel, incident, taken, by)
        await _take_effect(kernel, incident, taken, after, by)
        told = {"step": taken.step, "state": after}
        await record(kernel, Subject("incident", incident_id), Tag.INCIDENT_MOVED, by=by.actor, **told)
        await box.put(kernel, IncidentMoved(incident_id=incident_id, step=taken.step))
    return after


async def _take_effect(kernel: Kernel, incident: Incident, taken: StepTaken, after: IncidentState, by: Viewer) -> None:
    now, changed = kernel.clock.now(), dict[str, object](state=after)
    match taken.step:
        case IncidentStep.ACKNOWLEDGE:
            changed["owner_id"] = by.account_id
            await clock.stop_climbing(incident.id, now)
            await _read(incident.id, by, now)
        case IncidentStep.PASS_UP:
            changed["owner_id"] = None
            above = next_level(incident.level)
            if above is None:
                raise IncidentStepNotPossible
            await clock.ask(kernel, incident, above)
        case IncidentStep.CLOSE:
            changed |= {"outcome": taken.outcome, "closed_by": by.account_id, "closed_at": now}
            await clock.stop(incident.id, now)
            await settle_task(
                kernel,
                kind=TaskKind.INCIDENT_CALL,
                subject_id=incident.id,
                by=by.actor,
                settlement=Settlement.NO_LONGER,
            )
        case IncidentStep.REVIEW:
            await _review(kernel, incident, taken, by)
    await Incident.filter(id=incident.id).update(**changed)


async def _write(kernel: Kernel, incident: Incident, taken: StepTaken, by: Viewer) -> None:
    now, made = kernel.clock.now(), uuid7()

    def sealed(column: str, text: str | None) -> bytes | None:
        return kernel.keys.encrypt(text.strip().encode(), f"incident_steps|{column}|{made}") if text else None

    await clock.write_step(
        incident.id,
        taken.step,
        due_at=now,
        step_id=made,
        done_at=now,
        taken_by_id=by.account_id,
        service=taken.service,
        happened_at=taken.at,
        taken_by=sealed("taken_by", taken.taken_by),
        words=sealed("words", taken.words),
    )


async def _review(kernel: Kernel, incident: Incident, taken: StepTaken, by: Viewer) -> None:
    """By another than who handled or closed it, where somebody else could see it (R090)."""
    handlers = {each for each in (incident.owner_id, incident.closed_by) if each is not None}
    others = await who_sees(incident.id, by.today, incident.first_level, incident.level)
    check_reviewer(by.account_id, handlers=handlers, others=others)
    made = uuid7()

    def sealed(column: str, text: str | None) -> bytes:
        return kernel.keys.encrypt((text or "").strip().encode(), f"incident_reviews|{column}|{made}")

    await IncidentReview.create(
        id=made,
        incident_id=incident.id,
        happened=sealed("happened", taken.happened),
        done=sealed("done", taken.done),
        change=sealed("change", taken.change),
        reviewed_by=by.account_id,
        reviewed_at=kernel.clock.now(),
    )


async def mark_seen(kernel: Kernel, *, incident_id: UUID, by: Viewer) -> None:
    """The receipt of one who was told (R094); the first counts. Raises IncidentNotFound."""
    by.scope.require(Level.COUNTS)
    async with transaction():
        if not await sees(by.scope, by, incident_id):
            raise IncidentNotFound
        await _read(incident_id, by, kernel.clock.now())


async def _read(incident_id: UUID, by: Viewer, now: datetime) -> None:
    await IncidentNotice.filter(incident_id=incident_id, account_id=by.account_id, read_at=None).update(read_at=now)
