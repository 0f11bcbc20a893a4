"""Reading families."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.db import fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.families.errors import FamilyMemberNotFound


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


_COLUMNS = """f.id, f.elder_id, f.duty, f.name, f.relation, f.city, f.account_id, f.claimed_at, f.confirmed_at
FROM family_members f JOIN elders e ON e.id = f.elder_id"""


async def members(scope: Scope, elder_id: UUID) -> list[MemberRow]:
    """Those named for one elder in sight, supporters last named first."""
    scope.require(Level.CARD)
    params: list[object] = [elder_id]
    sql = f"SELECT {_COLUMNS} WHERE f.elder_id = $1 AND f.ended_at IS NULL AND {scope.clause(params)}"
    return await fetch(MemberRow, f"{sql} ORDER BY f.duty DESC, f.named_at, f.id", *params)


async def member(scope: Scope, member_id: UUID) -> MemberRow:
    """One place in sight. Raises FamilyMemberNotFound."""
    scope.require(Level.CARD)
    params: list[object] = [member_id]
    sql = f"SELECT {_COLUMNS} WHERE f.id = $1 AND f.ended_at IS NULL AND {scope.clause(params)}"
    row = await fetch_one(MemberRow, sql, *params)
    if row is None:
        raise FamilyMemberNotFound
    return row


async def claimed(scope: Scope) -> list[MemberRow]:
    """Claimed places that wait for the committee, oldest first."""
    scope.require(Level.FULL)
    params: list[object] = []
    where = f"f.claimed_at IS NOT NULL AND f.confirmed_at IS NULL AND f.ended_at IS NULL AND {scope.clause(params)}"
    return await fetch(MemberRow, f"SELECT {_COLUMNS} WHERE {where} ORDER BY f.claimed_at, f.id LIMIT 100", *params)


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
