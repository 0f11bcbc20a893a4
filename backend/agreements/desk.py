"""The committee's desk: what was handed in, beside what the register says of those it names."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.agreements.comparing import Beside, Carer
from backend.agreements.queries import COLUMNS, AgreementRow
from backend.db import Row, any_of, fetch
from backend.divisions.scope import Level, Scope
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor
from backend.profiles.rules import DecisionCapacity


async def waiting(scope: Scope, *, cursor: str | None = None, limit: int = 20) -> Page[AgreementRow]:
    """A page of what was handed in and is neither filed nor returned, the longest waiting first.

    Raises LevelTooLow, CursorNotReadable.
    """
    scope.require(Level.CARD)
    params: list[object] = []
    where = f"a.state = 'handed_in' AND {scope.clause(params)}"
    if cursor:
        params.extend(decode_time_cursor(cursor))
        where += f" AND (a.handed_in_at, a.id) > (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    order = f"ORDER BY a.handed_in_at, a.id LIMIT ${len(params)}"
    rows = await fetch(AgreementRow, f"SELECT {COLUMNS} WHERE {where} {order}", *params)
    more = rows[limit - 1] if len(rows) > limit else None
    cursor = encode_time_cursor(more.handed_in_at, more.id) if more and more.handed_in_at else None
    return Page(tuple(rows[:limit]), cursor)


class RegisterRow(msgspec.Struct, frozen=True):
    """The elder as the register has them today; `*_then` when they consented."""

    agreement_id: UUID
    born_on: date
    tier: str
    ability_level: str
    left_on: date | None
    tier_since: date | None
    capacity: str | None
    capacity_then: str | None
    consented_at: datetime | None
    witness: str | None
    open_questions: int


class _CarerRow(msgspec.Struct, frozen=True):
    agreement_id: UUID
    name: str
    area: str | None
    serves_here: bool
    load: int
    accepted_id: UUID | None
    statement: bytes | None


class _NameRow(msgspec.Struct, frozen=True):
    agreement_id: UUID
    name: str
    role: str | None


class Compared(msgspec.Struct, frozen=True):
    """One agreement beside the register."""

    register: RegisterRow
    beside: Beside


async def beside(kernel: Kernel, scope: Scope, agreement_ids: Sequence[UUID]) -> dict[UUID, Compared]:
    """By agreement in sight what the register says. Raises LevelTooLow."""
    scope.require(Level.CARD)
    if not agreement_ids:
        return {}
    elders = await _of(RegisterRow, _ELDERS, scope, agreement_ids)
    carers = await _of(_CarerRow, _CARERS, scope, agreement_ids)
    named = await _of(_NameRow, _NAMED, scope, agreement_ids)
    not_told = await _of(_NameRow, _NOT_TOLD, scope, agreement_ids)
    return {
        row.agreement_id: Compared(
            row,
            _beside(
                row,
                tuple(_carer(kernel, each) for each in carers if each.agreement_id == row.agreement_id),
                [each for each in named if each.agreement_id == row.agreement_id],
                tuple(each.name for each in not_told if each.agreement_id == row.agreement_id),
            ),
        )
        for row in elders
    }


async def _of(kind: type[Row], sql: str, scope: Scope, agreement_ids: Sequence[UUID]) -> list[Row]:
    params: list[object] = [list(agreement_ids)]
    within = f"{any_of('a.id', 1)} AND {scope.clause(params)}"
    return await fetch(kind, sql.format(within=within), *params)


def _beside(
    row: RegisterRow, carers: tuple[Carer, ...], named: Sequence[_NameRow], not_told: tuple[str, ...]
) -> Beside:
    return Beside(
        gone=row.left_on is not None,
        capacity=DecisionCapacity(row.capacity or DecisionCapacity.UNKNOWN),
        capacity_then=DecisionCapacity(row.capacity_then) if row.capacity_then else None,
        has_agent=any(each.role == "legal_agent" for each in named),
        tier_since=row.tier_since,
        consented_on=shanghai_day(row.consented_at) if row.consented_at else None,
        witness=row.witness,
        party_names=tuple(each.name for each in named),
        carers=carers,
        not_told=not_told,
        open_questions=row.open_questions,
    )


def _carer(kernel: Kernel, row: _CarerRow) -> Carer:
    """Where a caregiver lives is known where they have said so, or serve as a volunteer of the village."""
    said = kernel.keys.decrypt(bytes(row.statement), f"acts|words|{row.accepted_id}") if row.statement else b""
    near = True if row.serves_here else None if row.area is None else row.area == "village"
    return Carer(name=row.name, near=near, load=row.load, statement=said.decode() or None)


_ELDERS = """
SELECT a.id AS agreement_id, e.born_on, e.tier, e.ability_level, e.left_on,
  (SELECT MAX(s.starts_on) FROM tier_spans s WHERE s.elder_id = e.id) AS tier_since,
  (SELECT c.capacity FROM capacity_findings c WHERE c.elder_id = e.id
    ORDER BY c.found_on DESC, c.recorded_at DESC, c.id DESC LIMIT 1) AS capacity,
  t.capacity AS capacity_then, t.received_at AS consented_at, w.witness,
  (SELECT COUNT(*) FROM agreement_questions q WHERE q.agreement_id = a.id AND q.answered_at IS NULL) AS open_questions
FROM agreements a JOIN elders e ON e.id = a.elder_id
LEFT JOIN acts t ON t.agreement_id = a.id AND t.kind = 'consent' AND NOT t.void
LEFT JOIN acts w ON w.attests_id = t.id AND NOT w.void
WHERE {within}
"""
# Whose load it is: one account, or one phone named twice. Counted everywhere, and nothing but the number is told.
_CARERS = """
SELECT a.id AS agreement_id, p.name,
  (SELECT x.area FROM whereabouts x WHERE x.family_member_id = m.id ORDER BY x.told_at DESC, x.id DESC LIMIT 1) AS area,
  EXISTS (SELECT 1 FROM volunteers v WHERE v.account_id = m.account_id AND v.village_id = e.village_id) AS serves_here,
  (SELECT COUNT(DISTINCT o.elder_id) FROM family_members n JOIN parties r ON r.member_id = n.id AND r.role = 'caregiver'
    JOIN agreements o ON o.id = r.agreement_id
    WHERE (n.account_id = m.account_id OR n.phone_hash = m.phone_hash) AND o.elder_id <> a.elder_id
      AND o.state IN ('filed', 'suspended')) AS load,
  t.id AS accepted_id, t.words AS statement
FROM agreements a JOIN elders e ON e.id = a.elder_id JOIN parties p ON p.agreement_id = a.id AND p.role = 'caregiver'
JOIN family_members m ON m.id = p.member_id
LEFT JOIN acts t ON t.agreement_id = a.id AND t.party_id = p.id AND t.kind = 'accept' AND NOT t.void
WHERE {within} ORDER BY p.place
"""
_NAMED = """
SELECT a.id AS agreement_id, p.name, p.role
FROM agreements a JOIN elders e ON e.id = a.elder_id JOIN parties p ON p.agreement_id = a.id WHERE {within}
ORDER BY p.place
"""
# Every confirmed child hears of a draft; these are on the file and do not.
_NOT_TOLD = """
SELECT a.id AS agreement_id, m.name, NULL AS role
FROM agreements a JOIN elders e ON e.id = a.elder_id
JOIN family_members m ON m.elder_id = e.id AND m.duty = 'supporter' AND m.ended_at IS NULL AND m.confirmed_at IS NULL
WHERE {within} AND NOT EXISTS (SELECT 1 FROM parties p WHERE p.agreement_id = a.id AND p.member_id = m.id)
ORDER BY m.named_at, m.id
"""


class _QuestionColumns(msgspec.Struct, frozen=True):
    id: UUID
    asked: str
    words: bytes
    asked_by: str | None
    asked_at: datetime
    answer: bytes | None
    answered_by: str | None
    answered_at: datetime | None


class QuestionRow(msgspec.Struct, frozen=True):
    """What the committee asked, and what was said; who by name."""

    id: UUID
    asked: str
    words: str
    asked_by: str | None
    asked_at: datetime
    answer: str | None
    answered_by: str | None
    answered_at: datetime | None


async def questions(kernel: Kernel, scope: Scope, agreement_id: UUID) -> list[QuestionRow]:
    """About an agreement in sight, the first asked first. Raises LevelTooLow."""
    scope.require(Level.CARD)
    params: list[object] = [agreement_id]
    rows = await fetch(_QuestionColumns, _QUESTIONS.format(within=scope.clause(params)), *params)

    def opened(column: str, row: _QuestionColumns) -> str:
        return kernel.keys.decrypt(bytes(getattr(row, column)), f"agreement_questions|{column}|{row.id}").decode()

    return [
        QuestionRow(
            id=row.id,
            asked=row.asked,
            words=opened("words", row),
            asked_by=row.asked_by,
            asked_at=row.asked_at,
            answer=opened("answer", row) if row.answer else None,
            answered_by=row.answered_by,
            answered_at=row.answered_at,
        )
        for row in rows
    ]


_QUESTIONS = """
SELECT q.id, q.asked, q.words, b.name AS asked_by, q.asked_at, q.answer, c.name AS answered_by, q.answered_at
FROM agreement_questions q JOIN agreements a ON a.id = q.agreement_id JOIN elders e ON e.id = a.elder_id
LEFT JOIN accounts b ON b.id = q.asked_by LEFT JOIN accounts c ON c.id = q.answered_by
WHERE q.agreement_id = $1 AND {within} ORDER BY q.asked_at, q.id
"""
