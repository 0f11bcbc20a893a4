"""A county large enough to measure on: thousands of elders, 100,000 reports, families and volunteers signed in."""

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg

from backend.kit.ids import uuid7

ELDERS = 6_000
REPORTS = 100_000
# These elders have a child signed in, and more reports than a page shows.
WITH_FAMILY = 500
REPORTS_WITH_FAMILY = 40
ELDERS_PER_VOLUNTEER = 5
SINCE = date(2025, 1, 1)


@dataclass(frozen=True)
class SignedIn:
    """An account with an open session and the elders it is tied to."""

    account_id: UUID
    token: str
    elders: tuple[UUID, ...]


@dataclass(frozen=True)
class County:
    """Who may ask what of the seeded database."""

    supporters: tuple[SignedIn, ...]
    volunteers: tuple[SignedIn, ...]


async def settle(url: str, now: datetime) -> County:
    """Fill a migrated PostgreSQL database."""
    connection = await asyncpg.connect(url)
    try:
        village = await _divisions(connection)
        elders = [uuid7() for _ in range(ELDERS)]
        await _elders(connection, village, elders, now)
        supporters = [SignedIn(uuid7(), secrets.token_urlsafe(32), (elder,)) for elder in elders[:WITH_FAMILY]]
        volunteers = [
            SignedIn(uuid7(), secrets.token_urlsafe(32), tuple(elders[start : start + ELDERS_PER_VOLUNTEER]))
            for start in range(0, ELDERS, ELDERS_PER_VOLUNTEER)
        ]
        await _accounts(connection, [(each, "supporter") for each in supporters], now)
        await _accounts(connection, [(each, "volunteer") for each in volunteers], now)
        await _copy(connection, "visit_reports", _REPORT, _reports(volunteers, now))
        await connection.execute("ANALYZE")
    finally:
        await connection.close()
    return County(tuple(supporters), tuple(volunteers))


async def _copy(connection: Any, table: str, columns: str, rows: Iterator[tuple[object, ...]]) -> None:
    await connection.copy_records_to_table(table, records=rows, columns=columns.split())


async def _divisions(connection: Any) -> UUID:
    places = [("530722000000", "县", "county"), ("530722100000", "乡", "township"), ("530722100201", "村", "village")]
    ids = [uuid7() for _ in places]
    parents = [None, *ids]
    await _copy(
        connection,
        "divisions",
        "id code name level parent_id starts_on",
        ((own, *place, parent, SINCE) for own, place, parent in zip(ids, places, parents, strict=False)),
    )
    spans = [(above, under) for depth, under in enumerate(ids) for above in ids[: depth + 1]]
    await _copy(
        connection,
        "division_spans",
        "id ancestor_id descendant_id starts_on",
        ((uuid7(), above, under, SINCE) for above, under in spans),
    )
    return ids[-1]


async def _elders(connection: Any, village: UUID, elders: Sequence[UUID], now: datetime) -> None:
    columns = "id village_id name gender born_on address living_alone ability_level tier registered_at"
    place, born, registered = "村东头第三家", date(1945, 3, 4), datetime(2025, 1, 1, tzinfo=UTC)
    await _copy(
        connection,
        "elders",
        columns,
        ((each, village, "和桂英", "female", born, place, True, "intact", "routine", registered) for each in elders),
    )
    due, visited = now.date(), now - timedelta(days=20)
    await _copy(connection, "visits_due", "elder_id due_on last_visit_at", ((each, due, visited) for each in elders))
    await _copy(
        connection,
        "chain_heads",
        "subject_id subject_kind number link",
        ((each, "elder", 1, secrets.token_bytes(32)) for each in elders),
    )


async def _accounts(connection: Any, people: Sequence[tuple[SignedIn, str]], now: datetime) -> None:
    held = [(each, role, uuid7()) for each, role in people]
    accounts = ((each.account_id, "和丽华", now) for each, _, _ in held)
    await _copy(connection, "accounts", "id name created_at", accounts)
    memberships = ((membership, each.account_id, role, SINCE) for each, role, membership in held)
    await _copy(connection, "memberships", "id account_id role starts_on", memberships)
    ties = ((uuid7(), membership, elder, SINCE) for each, _, membership in held for elder in each.elders)
    await _copy(connection, "ties", "id membership_id elder_id starts_on", ties)
    columns = "id token_hash account_id membership_id channel created_at expires_at"
    until = now + timedelta(days=30)
    sessions = (
        (uuid7(), hashlib.sha256(each.token.encode()).digest(), each.account_id, membership, "wechat", now, until)
        for each, _, membership in held
    )
    await _copy(connection, "sessions", columns, sessions)


_REPORT = """id elder_id visitor_id mode visited_at received_at late
  health economy family_duty safety needs note photo_ids form minutes place present people visitor_role"""


def _reports(volunteers: Sequence[SignedIn], now: datetime) -> Iterator[tuple[object, ...]]:
    visits = [(each.account_id, elder) for each in volunteers for elder in each.elders]
    rest = (REPORTS - WITH_FAMILY * REPORTS_WITH_FAMILY) // (ELDERS - WITH_FAMILY) + 1
    made = 0
    for number, (visitor, elder) in enumerate(visits):
        for back in range(REPORTS_WITH_FAMILY if number < WITH_FAMILY else rest):
            at = now - timedelta(days=20 + 12 * back, seconds=number)
            photos = f'["{uuid7()}"]' if back % 2 else "[]"
            note = secrets.token_bytes(120)
            findings = ("good", "good", "watch", "good", "help" if back % 7 == 0 else "good")
            told = ("later/1", 25, "at_home", '["elder"]', 1, "volunteer")
            yield (uuid7(), elder, visitor, "home", at, at + timedelta(hours=1), False, *findings, note, photos, *told)
            if (made := made + 1) == REPORTS:
                return
