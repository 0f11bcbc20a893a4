"""Reading families."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.consents.queries import SHOWN, hiding, sees
from backend.consents.rules import Matter
from backend.db import fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.families.errors import FamilyMemberNotFound
from backend.kit.kernel import Kernel


class MemberRow(msgspec.Struct, frozen=True):
    """A supporter or caregiver on an elder's file."""

    id: UUID
    elder_id: UUID
    duty: str
    name: str
    relation: str
    city: str | None
    account_id: UUID | None
    claimed_at: datetime | None
    confirmed_at: datetime | None


_COLUMNS = """f.id, f.elder_id, f.duty, f.name, f.relation, {city}, f.account_id, f.claimed_at, f.confirmed_at
FROM family_members f JOIN elders e ON e.id = f.elder_id"""


async def members(scope: Scope, elder_id: UUID) -> list[MemberRow]:
    """Those named for one elder in sight, supporters last named first; cities as far as the asker may see them."""
    scope.require(Level.CARD)
    params: list[object] = [elder_id]
    within = scope.clause(params)
    hidden = hiding(Matter.WHEREABOUTS, scope, "f.elder_id", len(params))
    columns = _COLUMNS.format(city="f.city" if hidden == SHOWN else f"CASE WHEN NOT {hidden} THEN f.city END AS city")
    sql = f"SELECT {columns} WHERE f.elder_id = $1 AND f.ended_at IS NULL AND {within}"
    return await fetch(MemberRow, f"{sql} ORDER BY f.duty DESC, f.named_at, f.id", *params)


async def member(scope: Scope, member_id: UUID) -> MemberRow:
    """One place in sight. Raises FamilyMemberNotFound."""
    scope.require(Level.CARD)
    params: list[object] = [member_id]
    sql = f"SELECT {_COLUMNS.format(city='f.city')} WHERE f.id = $1 AND f.ended_at IS NULL AND {scope.clause(params)}"
    row = await fetch_one(MemberRow, sql, *params)
    if row is None:
        raise FamilyMemberNotFound
    return row


async def claimed(scope: Scope) -> list[MemberRow]:
    """Claimed places that wait for the committee, oldest first."""
    scope.require(Level.FULL)
    params: list[object] = []
    where = f"f.claimed_at IS NOT NULL AND f.confirmed_at IS NULL AND f.ended_at IS NULL AND {scope.clause(params)}"
    return await fetch(
        MemberRow,
        f"SELECT {_COLUMNS.format(city='f.city')} WHERE {where} ORDER BY f.claimed_at, f.id LIMIT 100",
        *params,
    )


class OwnPlaceRow(msgspec.Struct, frozen=True):
    """Where a supporter told to be, beside one elder; `told_at` is null where nothing was told yet."""

    member_id: UUID
    elder_id: UUID
    elder: str
    home: str
    known_on: date | None
    id: UUID | None
    province: str | None
    city: str | None
    area: str | None
    employer: bytes | None
    since: date | None
    for_work: bool | None
    told_at: datetime | None


async def own_whereabouts(scope: Scope, account_id: UUID) -> list[OwnPlaceRow]:
    """What is on file of the account's holder, beside each elder in sight; `home`: the code of the elder's village."""
    params: list[object] = [account_id]
    return await fetch(OwnPlaceRow, _OWN.format(within=scope.clause(params), last=LAST_TOLD), *params)


LAST_TOLD = """LEFT JOIN whereabouts w ON w.id = (
  SELECT n.id FROM whereabouts n WHERE n.family_member_id = f.id ORDER BY n.told_at DESC, n.id DESC LIMIT 1)"""
"""To join a supporter `f` with the whereabouts told last, `w`."""
AWAY = "(w.area IS NULL OR w.area NOT IN ('village', 'township'))"
"""SQL true of a supporter who is not known to live within reach of the elder: the same village or township."""
_OWN = """
SELECT f.id AS member_id, f.elder_id, e.name AS elder, d.code AS home, f.whereabouts_on AS known_on,
  w.id, w.province, w.city, w.area, w.employer, w.since, w.for_work, w.told_at
FROM family_members f JOIN elders e ON e.id = f.elder_id JOIN divisions d ON d.id = e.village_id {last}
WHERE f.account_id = $1 AND f.duty = 'supporter' AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL
  AND e.left_on IS NULL AND {within} ORDER BY e.name, f.id
"""


class SupporterRow(msgspec.Struct, frozen=True):
    """One of the family on an elder's file, with the last whereabouts; `phone` for those who administer the file."""

    id: UUID
    duty: str
    name: str
    relation: str
    phone: str | None
    able: bool | None
    account_id: UUID | None
    claimed_at: datetime | None
    confirmed_at: datetime | None
    known_on: date | None
    province: str | None
    city: str | None
    area: str | None
    since: date | None
    for_work: bool | None
    employer: str | None
    told_by: str | None
    told_at: datetime | None


async def supporters(kernel: Kernel, scope: Scope, elder_id: UUID, *, phones: bool) -> list[SupporterRow]:
    """The family of one elder in sight, in `members`' order, with whereabouts (R015) for those who may see them."""
    scope.require(Level.FULL)
    params: list[object] = [elder_id]
    rows = await fetch(_FileRow, _ON_FILE.format(within=scope.clause(params), last=LAST_TOLD), *params)
    where = await sees(scope, elder_id, Matter.WHEREABOUTS)
    return [_on_file(kernel, row if where else msgspec.structs.replace(row, **_NOWHERE), phones) for row in rows]


_NOWHERE: Mapping[str, None] = dict.fromkeys(
    ("known_on", "whereabouts_id", "province", "city", "area", "since", "for_work", "employer")
)


class _FileRow(msgspec.Struct, frozen=True):
    id: UUID
    duty: str
    name: str
    relation: str
    phone: bytes
    able: bool | None
    account_id: UUID | None
    claimed_at: datetime | None
    confirmed_at: datetime | None
    known_on: date | None
    whereabouts_id: UUID | None
    province: str | None
    city: str | None
    area: str | None
    since: date | None
    for_work: bool | None
    employer: bytes | None
    told_by: str | None
    told_at: datetime | None


_ON_FILE = """
SELECT f.id, f.duty, f.name, f.relation, f.phone, f.able, f.account_id, f.claimed_at, f.confirmed_at,
  f.whereabouts_on AS known_on, w.id AS whereabouts_id, w.province, COALESCE(w.city, f.city) AS city, w.area, w.since,
  w.for_work, w.employer, t.name AS told_by, w.told_at
FROM family_members f JOIN elders e ON e.id = f.elder_id {last} LEFT JOIN accounts t ON t.id = w.told_by
WHERE f.elder_id = $1 AND f.ended_at IS NULL AND {within} ORDER BY f.duty DESC, f.named_at, f.id
"""


def _on_file(kernel: Kernel, row: _FileRow, phones: bool) -> SupporterRow:
    known = msgspec.structs.asdict(row)
    made, sealed, phone = (known.pop(name) for name in ("whereabouts_id", "employer", "phone"))
    opened = kernel.keys.decrypt(bytes(phone), f"family_members|phone|{row.id}").decode() if phones else None
    return SupporterRow(**known, phone=opened, employer=employer(kernel, made, sealed))


def employer(kernel: Kernel, whereabouts_id: UUID | None, sealed: bytes | None) -> str | None:
    """The employer of whereabouts already found in scope."""
    if whereabouts_id is None or sealed is None:
        return None
    return kernel.keys.decrypt(bytes(sealed), f"whereabouts|employer|{whereabouts_id}").decode()


class ToldRow(msgspec.Struct, frozen=True):
    """Where a supporter told to be, and who wrote it down when; null what a spreadsheet did not tell."""

    province: str | None
    city: str | None
    area: str | None
    since: date | None
    for_work: bool | None
    told_by: str
    told_at: datetime


async def whereabouts_history(scope: Scope, member_id: UUID) -> list[ToldRow]:
    """Everything told of one supporter in sight, the last first. Raises LevelTooLow, FamilyMemberNotFound."""
    scope.require(Level.FULL)
    await member(scope, member_id)
    return await fetch(ToldRow, _TOLD, member_id)


_TOLD = """
SELECT w.province, w.city, w.area, w.since, w.for_work, a.name AS told_by, w.told_at
FROM whereabouts w JOIN accounts a ON a.id = w.told_by
WHERE w.family_member_id = $1 ORDER BY w.told_at DESC, w.id DESC
"""


class _RelationRow(msgspec.Struct, frozen=True):
    elder_id: UUID
    relation: str


async def relations(scope: Scope, account_id: UUID) -> dict[UUID, str]:
    """What the account's holder is to each elder in sight, as the committee confirmed it."""
    params: list[object] = [account_id]
    rows = await fetch(_RelationRow, _RELATIONS.format(within=scope.clause(params)), *params)
    return {row.elder_id: row.relation for row in rows}


_RELATIONS = """
SELECT f.elder_id, f.relation FROM family_members f JOIN elders e ON e.id = f.elder_id
WHERE f.account_id = $1 AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL AND {within}
"""


class _AccountRow(msgspec.Struct, frozen=True):
    account_id: UUID


async def confirmed_accounts(elder_id: UUID, duty: str) -> list[UUID]:
    """Accounts confirmed for the duty. For telling people and letting guests in, after the elder was seen in scope."""
    rows = await fetch(_AccountRow, _CONFIRMED, elder_id, duty)
    return [row.account_id for row in rows]


_CONFIRMED = """
SELECT DISTINCT account_id FROM family_members
WHERE elder_id = $1 AND duty = $2 AND confirmed_at IS NOT NULL AND ended_at IS NULL
"""
