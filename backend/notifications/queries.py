"""Reading one's own inbox."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor
from backend.notifications.rules import Kind


class _Row(msgspec.Struct, frozen=True):
    id: UUID
    kind: str
    title: bytes
    body: bytes
    page: str
    created_at: datetime
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class Told:
    """One message as its reader sees it."""

    id: UUID
    kind: Kind
    title: str
    body: str
    page: str
    created_at: datetime
    read_at: datetime | None


async def inbox(kernel: Kernel, account_id: UUID, *, cursor: str | None = None, limit: int = 20) -> Page[Told]:
    """A page of the account's messages, newest first."""
    params: list[object] = [account_id, limit + 1]
    before = ""
    if cursor:
        params.extend(decode_time_cursor(cursor))
        before = "AND (n.created_at, n.id) < ($3, $4)"
    rows = await fetch(_Row, _INBOX.format(before=before), *params)
    shown = tuple(_told(kernel, row) for row in rows[:limit])
    return Page(shown, encode_time_cursor(shown[-1].created_at, shown[-1].id) if len(rows) > limit else None)


_INBOX = """
SELECT n.id, n.kind, n.title, n.body, n.page, n.created_at, n.read_at FROM notifications n
WHERE n.account_id = $1 {before} ORDER BY n.created_at DESC, n.id DESC LIMIT $2
"""


class _Count(msgspec.Struct, frozen=True):
    unread: int


async def unread(account_id: UUID) -> int:
    """How many messages the account has not opened."""
    return (await fetch(_Count, _UNREAD, account_id))[0].unread


_UNREAD = "SELECT COUNT(*) AS unread FROM notifications WHERE account_id = $1 AND read_at IS NULL"


def _told(kernel: Kernel, row: _Row) -> Told:
    def plain(column: str, blob: bytes) -> str:
        return kernel.keys.decrypt(bytes(blob), f"notifications|{column}|{row.id}").decode()

    return Told(
        id=row.id,
        kind=Kind(row.kind),
        title=plain("title", row.title),
        body=plain("body", row.body),
        page=row.page,
        created_at=row.created_at,
        read_at=row.read_at,
    )
