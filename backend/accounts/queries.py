"""Reading accounts: the session of every request, memberships, and names."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.accounts.errors import NoWeChat
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.db import any_of, fetch, fetch_one, on_postgres
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel


class _SessionRow(msgspec.Struct, frozen=True):
    session_id: UUID
    account_id: UUID
    name: str
    membership_id: UUID | None
    role: str | None
    division_id: UUID | None
    elders: list[UUID]


def hash_token(token: str) -> bytes:
    """What the database keeps of a token: 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).digest()


async def viewer_of(token: str, now: datetime) -> Viewer | None:
    """The viewer of an open session, in one round trip; None when there is none."""
    today = shanghai_day(now)
    rows = await fetch(_SessionRow, _SESSION_PG if on_postgres() else _SESSION_LITE, hash_token(token), now, today)
    if not rows:
        return None
    row = rows[0]
    return Viewer(
        account_id=row.account_id,
        session_id=row.session_id,
        name=row.name,
        role=Role(row.role) if row.role else None,
        membership_id=row.membership_id if row.role else None,
        division_id=row.division_id,
        elders=tuple(row.elders),
        today=today,
    )


_SESSION = """
SELECT s.id AS session_id, s.account_id, a.name, m.id AS membership_id, m.role, m.division_id,
  {list}t.elder_id{end} FROM ties t
   WHERE t.membership_id = m.id AND t.starts_on <= $3 AND (t.ends_on IS NULL OR t.ends_on > $3)) AS elders
FROM sessions s
JOIN accounts a ON a.id = s.account_id
LEFT JOIN memberships m ON m.id = s.membership_id AND m.starts_on <= $3 AND (m.ends_on IS NULL OR m.ends_on > $3)
WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2
"""
_SESSION_PG = _SESSION.format(list="ARRAY(SELECT ", end="")
_SESSION_LITE = _SESSION.format(list="(SELECT json_group_array(", end=")")


class MembershipRow(msgspec.Struct, frozen=True):
    """One role the account holds today."""

    id: UUID
    role: str
    division_id: UUID | None
    division_name: str | None


async def memberships(account_id: UUID, today: date) -> list[MembershipRow]:
    """The account's roles in force, oldest first."""
    return await fetch(MembershipRow, _MEMBERSHIPS, account_id, today)


_MEMBERSHIPS = """
SELECT m.id, m.role, m.division_id, d.name AS division_name
FROM memberships m LEFT JOIN divisions d ON d.id = m.division_id
WHERE m.account_id = $1 AND m.starts_on <= $2 AND (m.ends_on IS NULL OR m.ends_on > $2)
ORDER BY m.starts_on, m.id
"""


class _NameRow(msgspec.Struct, frozen=True):
    id: UUID
    name: str


async def names(account_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names of accounts the caller already sees by another way (a report's visitor, a call's host)."""
    wanted = list(set(account_ids))
    if not wanted:
        return {}
    rows = await fetch(_NameRow, f"SELECT a.id, a.name FROM accounts a WHERE {any_of('a.id', 1)}", wanted)
    return {row.id: row.name for row in rows}


async def accounts_of_division(division_id: UUID, roles: Iterable[Role], today: date) -> list[UUID]:
    """Accounts that hold one of `roles` in exactly this division today."""
    rows = await fetch(_IdRow, _OF_DIVISION.format(roles=any_of("role", 2)), division_id, [*roles], today)
    return [row.account_id for row in rows]


class _IdRow(msgspec.Struct, frozen=True):
    account_id: UUID


_OF_DIVISION = """
SELECT DISTINCT account_id FROM memberships
WHERE division_id = $1 AND {roles} AND starts_on <= $3 AND (ends_on IS NULL OR ends_on > $3)
"""


async def accounts_tied(elder_id: UUID, roles: Iterable[Role], today: date) -> list[UUID]:
    """Accounts tied to the elder today under one of `roles`."""
    rows = await fetch(_IdRow, _TIED.format(roles=any_of("m.role", 2)), elder_id, [*roles], today)
    return [row.account_id for row in rows]


_TIED = """
SELECT DISTINCT m.account_id FROM ties t JOIN memberships m ON m.id = t.membership_id
WHERE t.elder_id = $1 AND {roles} AND t.starts_on <= $3 AND (t.ends_on IS NULL OR t.ends_on > $3)
  AND m.starts_on <= $3 AND (m.ends_on IS NULL OR m.ends_on > $3)
"""


class _OpenidRow(msgspec.Struct, frozen=True):
    openid: bytes | None


async def openid_of(kernel: Kernel, account_id: UUID) -> str:
    """The account's WeChat identity. Raises NoWeChat."""
    row = await fetch_one(_OpenidRow, "SELECT openid FROM accounts WHERE id = $1", account_id)
    if row is None or row.openid is None:
        raise NoWeChat
    return kernel.keys.decrypt(bytes(row.openid), f"accounts|openid|{account_id}").decode()
