"""After the call: what the host noticed and taught (R084), minutes on an ordinary telephone, hours given."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

import msgspec

from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.calls import rules
from backend.calls.actions import HOSTS
from backend.calls.errors import NotInvited
from backend.calls.holding import hosted, tell
from backend.calls.models import Call
from backend.calls.planning import Skill, suggested
from backend.calls.queries import CallRow, people
from backend.calls.rules import CallState, Seat, Step
from backend.db import execute, fetch, fetch_one, transaction
from backend.divisions.scope import Level, Scope
from backend.elders.models import Elder
from backend.families.rules import ContactKind
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.policies.queries import policy
from backend.policies.rules import ContactRhythm

CHECKLIST = timedelta(hours=2)
"""The visit's checklist is gone through from so long before the call until so long after it."""


class NewOutcome(msgspec.Struct, frozen=True):
    """What came of a call, beside the minutes."""

    skill: Skill
    noticed: str | None = None
    taught: str | None = None


async def note_outcome(kernel: Kernel, *, call_id: UUID, outcome: NewOutcome, by: Viewer) -> None:
    """The host writes down what was noticed and taught, and how far the elder came; written again it is corrected.

    Raises RoleCannot, CallNotFound, NotTheHost, CallStateChanged.
    """
    by.require(*HOSTS)
    async with transaction():
        found = await hosted(call_id, by)
        rules.move(Step.NOTE, found.state)
        row = await fetch_one(_Id, "SELECT id FROM call_outcomes WHERE call_id = $1", call_id)
        made = row.id if row else uuid7()

        def sealed(column: str, text: str | None) -> bytes | None:
            words = (text or "").strip()
            return kernel.keys.encrypt(words.encode(), f"call_outcomes|{column}|{made}") if words else None

        noticed, taught = sealed("noticed", outcome.noticed), sealed("taught", outcome.taught)
        told = (found.elder_id, outcome.skill, noticed, taught, by.account_id, kernel.clock.now())
        await execute(_NOTE, made, call_id, *told)
        await tell(kernel, found, Tag.CALL_NOTED, by.actor, skill=outcome.skill)


_NOTE = """
INSERT INTO call_outcomes (id, call_id, elder_id, skill, noticed, taught, noted_by, noted_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (call_id) DO UPDATE SET skill = excluded.skill, noticed = excluded.noticed, taught = excluded.taught,
  noted_by = excluded.noted_by, noted_at = excluded.noted_at
"""


class _Id(msgspec.Struct, frozen=True):
    id: UUID


async def declare_phone(kernel: Kernel, *, call_id: UUID, with_id: UUID, minutes: int, by: Viewer) -> None:
    """The network gave out and they went on by ordinary telephone: still one call, its minutes the host's word.

    They enter that child's log of contacts as telephone, never as measured talk. Said again, the later counts.
    Raises RoleCannot, CallNotFound, NotTheHost, CallStateChanged, NotInvited.
    """
    by.require(*HOSTS)
    async with transaction():
        found = await hosted(call_id, by)
        if found.state is not CallState.OPEN:
            rules.move(Step.NOTE, found.state)
        if not any(each.account_id == with_id and each.seat is Seat.GUEST for each in await people(call_id)):
            raise NotInvited(field="with_id")
        await Call.filter(id=call_id).update(phone_minutes=minutes, phoned_by=by.account_id)
        at, source = found.opened_at or kernel.clock.now(), uuid5(call_id, "phone")
        await execute(_CONTACT, uuid7(), found.elder_id, with_id, ContactKind.PHONE, source, at, minutes * 60)
        await tell(kernel, found, Tag.CALL_PHONED, by.actor, minutes=minutes)


_CONTACT = """
INSERT INTO contacts (id, elder_id, account_id, kind, source_id, at, seconds) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (source_id, account_id) DO UPDATE SET at = excluded.at, seconds = excluded.seconds
"""


class Aftermath(msgspec.Struct, frozen=True):
    """What came of a call. `counts_as_visit`: the checklist of a video visit was done around it (R070).

    The host's words are for those who see whole files. `suggested_at`: when to call next.
    """

    skill: Skill | None
    noticed: str | None
    taught: str | None
    counts_as_visit: bool
    suggested_at: datetime | None


class _Outcome(msgspec.Struct, frozen=True):
    id: UUID
    skill: str
    noticed: bytes | None
    taught: bytes | None


async def aftermath(kernel: Kernel, scope: Scope, found: CallRow) -> Aftermath:
    """Of a call already found in scope."""
    if found.state is not CallState.CLOSED or found.opened_at is None:
        return Aftermath(None, None, None, False, None)
    row = await fetch_one(_Outcome, _OUTCOME, found.id)
    shown = row if scope.level >= Level.FULL else None
    elder = await Elder.get(id=found.elder_id)
    now = kernel.clock.now()
    rhythm = await policy(ContactRhythm, division_id=elder.village_id, day=shanghai_day(now))
    return Aftermath(
        skill=Skill(row.skill) if row else None,
        noticed=_opened(kernel, shown, "noticed"),
        taught=_opened(kernel, shown, "taught"),
        counts_as_visit=await _is_visit(found),
        suggested_at=suggested(found.starts_at or found.opened_at, rhythm.usual_days, now),
    )


def _opened(kernel: Kernel, row: _Outcome | None, column: str) -> str | None:
    sealed: bytes | None = getattr(row, column, None)
    return kernel.keys.decrypt(sealed, f"call_outcomes|{column}|{row.id}").decode() if row and sealed else None


_OUTCOME = "SELECT id, skill, noticed, taught FROM call_outcomes WHERE call_id = $1"


async def _is_visit(found: CallRow) -> bool:
    assert found.opened_at is not None
    until = (found.closed_at or found.opened_at) + CHECKLIST
    return bool(await fetch(_Id, _VISIT, found.elder_id, found.host_id, found.opened_at - CHECKLIST, until))


_VISIT = """
SELECT r.id FROM visit_reports r
WHERE r.elder_id = $1 AND r.visitor_id = $2 AND r.mode = 'video' AND r.visited_at >= $3 AND r.visited_at <= $4
"""


class Hosted(msgspec.Struct, frozen=True):
    """What an account gave as a host: calls that were held, and seconds in their rooms as the media node counted."""

    calls: int
    seconds: int


async def hours(account_id: UUID) -> Hosted:
    """The asker's own hours (志愿服务条例 art. 19)."""
    [row] = await fetch(Hosted, _HOURS, account_id)
    return row


_HOURS = """
SELECT COUNT(DISTINCT c.id) AS calls, COALESCE(SUM(t.seconds), 0) AS seconds FROM calls c
JOIN attendances t ON t.call_id = c.id AND t.account_id = c.host_id WHERE c.host_id = $1 AND c.talk_seconds > 0
"""
