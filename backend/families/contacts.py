"""The contact log of each child (R043): family calls enter by themselves, what the child declares stands apart."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import fetch, transaction
from backend.divisions.scope import Level, Scope
from backend.elders.errors import ElderNotOnRegister
from backend.elders.models import Elder
from backend.elders.queries import elder
from backend.families.errors import NoPlaceConfirmed
from backend.families.models import FamilyMember
from backend.families.rules import ContactKind, Duty, check_declared, contact_is_due, rhythm_days
from backend.kit.clock import shanghai_day, shanghai_midnight
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.policies.queries import in_force
from backend.policies.rules import ContactRhythm, read

NOON = timedelta(hours=12)
SHOWN = 60
"""So many of the latest contacts a log shows."""


async def declare_contact(
    kernel: Kernel, *, elder_id: UUID, kind: ContactKind, day: date, minutes: int | None, by: Viewer
) -> bool:
    """The supporter says that he or she was in touch; False when the same of that day was said before.

    Raises RoleCannot, ElderNotFound, NoPlaceConfirmed, ElderNotOnRegister, ContactMeasured, ContactNotPossible.
    """
    by.require(Role.SUPPORTER)
    check_declared(kind, day, by.today)
    async with transaction():
        await own_place(by, elder_id)
        made = await fetch(
            _Id,
            _DECLARE,
            uuid7(),
            elder_id,
            by.account_id,
            kind,
            uuid5(elder_id, f"{kind}|{day}"),
            min(shanghai_midnight(day) + NOON, kernel.clock.now()),
            60 * (minutes or 0),
        )
        if made:
            ids = {"contact": str(made[0].id), "kind": kind, "day": day}
            await record(kernel, Subject("elder", elder_id), Tag.CONTACT_DECLARED, by=by.actor, **ids)
    return bool(made)


async def own_place(by: Viewer, elder_id: UUID) -> FamilyMember:
    """The viewer's place as the supporter of an elder on the register, locked, in the caller's transaction.

    Raises ElderNotFound, NoPlaceConfirmed, ElderNotOnRegister.
    """
    await elder(by.scope, elder_id)
    held = FamilyMember.filter(
        elder_id=elder_id, account_id=by.account_id, duty=Duty.SUPPORTER, ended_at=None, confirmed_at__isnull=False
    )
    place = await held.order_by("id").select_for_update(no_key=True).first()
    if place is None:
        raise NoPlaceConfirmed
    if not await Elder.exists(id=elder_id, left_on=None):
        raise ElderNotOnRegister
    return place


class _Id(msgspec.Struct, frozen=True):
    id: UUID


_DECLARE = """
INSERT INTO contacts (id, elder_id, account_id, kind, source_id, at, seconds) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (source_id, account_id) DO NOTHING RETURNING id
"""


class ContactEntry(msgspec.Struct, frozen=True):
    """One contact. `seconds`: of talk, 0 where nobody said; `measured`: by the room, not by the child's word."""

    id: UUID
    kind: ContactKind
    at: datetime
    seconds: int
    measured: bool


class KeepingTouch(msgspec.Struct, frozen=True):
    """How one supporter keeps in touch with one elder: every `every_days`, `chosen` or the usual; the latest contacts.

    `last_on` is the day of the last one, measured or declared. Whoever has not come yet has no log.
    """

    member_id: UUID
    elder_id: UUID
    elder: str
    supporter: str
    relation: str
    usual_days: int
    longest_days: int
    chosen_days: int | None
    every_days: int
    last_on: date | None
    due: bool
    contacts: list[ContactEntry]


async def own_contacts(scope: Scope, account_id: UUID) -> list[KeepingTouch]:
    """The account's holder and each of the elders in sight that stand on a register."""
    params: list[object] = [scope.today, account_id]
    where = f"f.account_id = $2 AND f.confirmed_at IS NOT NULL AND e.left_on IS NULL AND {scope.clause(params)}"
    return await _keeping(where, scope.today, params)


async def contacts_of(scope: Scope, elder_id: UUID) -> list[KeepingTouch]:
    """Every supporter of one elder in sight, for the office. Raises LevelTooLow, ElderNotFound."""
    scope.require(Level.FULL)
    await elder(scope, elder_id)
    return await _keeping("f.elder_id = $2", scope.today, [scope.today, elder_id])


async def _keeping(where: str, today: date, params: list[object]) -> list[KeepingTouch]:
    places = await fetch(_Place, _PLACES.format(where=where), *params)
    return [_kept(place, await _latest(place), today) for place in places]


async def _latest(place: "_Place") -> list["_Contact"]:
    return await fetch(_Contact, _LATEST, place.elder_id, place.account_id, SHOWN) if place.account_id else []


def _kept(place: "_Place", contacts: list["_Contact"], today: date) -> KeepingTouch:
    policy = read(ContactRhythm, place.policy)
    every = rhythm_days(place.contact_days, policy)
    last_on = shanghai_day(contacts[0].at) if contacts else None
    since = last_on or (shanghai_day(place.confirmed_at) if place.confirmed_at else None)
    return KeepingTouch(
        member_id=place.id,
        elder_id=place.elder_id,
        elder=place.elder,
        supporter=place.name,
        relation=place.relation,
        usual_days=policy.usual_days,
        longest_days=policy.longest_days,
        chosen_days=place.contact_days,
        every_days=every,
        last_on=last_on,
        due=since is not None and contact_is_due(since, every, today),
        contacts=[
            ContactEntry(each.id, each.kind, each.at, each.seconds, each.kind == ContactKind.FAMILY_CALL)
            for each in contacts
        ],
    )


class _Place(msgspec.Struct, frozen=True):
    id: UUID
    elder_id: UUID
    elder: str
    name: str
    relation: str
    account_id: UUID | None
    confirmed_at: datetime | None
    contact_days: int | None
    policy: str | None


class _Contact(msgspec.Struct, frozen=True):
    id: UUID
    kind: ContactKind
    at: datetime
    seconds: int


_PLACES = f"""
SELECT f.id, f.elder_id, e.name AS elder, f.name, f.relation, f.account_id, f.confirmed_at, f.contact_days,
  {in_force(ContactRhythm.name, "e.village_id", "$1")} AS policy
FROM family_members f JOIN elders e ON e.id = f.elder_id
WHERE f.duty = 'supporter' AND f.ended_at IS NULL AND {{where}} ORDER BY e.name, f.named_at, f.id
"""
_LATEST = """
SELECT c.id, c.kind, c.at, c.seconds FROM contacts c
WHERE c.elder_id = $1 AND c.account_id = $2 ORDER BY c.at DESC, c.id DESC LIMIT $3
"""
