"""Reading what a file says of an elder. Each takes a Scope; the caller logs the reading."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.consents.queries import health_seen, sees
from backend.consents.rules import Matter
from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.elders import queries as register
from backend.kit.kernel import Kernel
from backend.profiles.rules import SENSITIVE, CapacitySource, DecisionCapacity, Part


class PartRow(msgspec.Struct, frozen=True):
    """One entry. `text` is null where the part is sensitive and was not asked for, or may not be shown."""

    id: UUID
    part: Part
    text: str | None
    observed_on: date
    recorded_by: str
    recorded_at: datetime


class ContactRow(msgspec.Struct, frozen=True):
    """Whom to ring, and who wrote the list down when."""

    id: UUID
    name: str
    relation: str
    phone: str
    recorded_by: str
    recorded_at: datetime


class CapacityRow(msgspec.Struct, frozen=True):
    """A finding about the elder's capacity to decide."""

    capacity: DecisionCapacity
    source: CapacitySource | None
    found_by: str | None
    found_on: date
    recorded_by: str
    recorded_at: datetime


class HouseholdRow(msgspec.Struct, frozen=True):
    """Who lived in the home on a day; `people` counts the elder too."""

    people: int
    spouse: bool | None
    minors: int
    observed_on: date
    recorded_by: str
    recorded_at: datetime


async def profile(kernel: Kernel, scope: Scope, elder_id: UUID, *, health: bool) -> list[PartRow]:
    """What holds of each part of which anything is known, in the parts' order; health and mind opened for `health`,
    unless the elder took back the consent to it.

    Raises LevelTooLow, ElderNotFound.
    """
    rows = await _parts(scope, elder_id, None)
    shown = await _shown(scope, elder_id, health)
    newest: dict[str, _PartRow] = {}
    for row in rows:
        newest.setdefault(row.part, row)
    return [_opened(kernel, newest[part], shown) for part in Part if part in newest]


async def part_history(kernel: Kernel, scope: Scope, elder_id: UUID, part: Part) -> list[PartRow]:
    """Every entry of one part, the one that holds first. Raises LevelTooLow, ElderNotFound."""
    rows, shown = await _parts(scope, elder_id, part), await _shown(scope, elder_id, True)
    return [_opened(kernel, row, shown) for row in rows]


async def _shown(scope: Scope, elder_id: UUID, health: bool) -> frozenset[Part]:
    """The parts whose words are opened, health and mind only for `health` and while the elder consents to it."""
    if not await sees(scope, elder_id, Matter.LIFE):
        return frozenset()
    return frozenset(Part) if health and await health_seen(scope, elder_id) else frozenset(Part) - SENSITIVE


async def contacts(kernel: Kernel, scope: Scope, elder_id: UUID) -> list[ContactRow]:
    """The emergency contacts in their order, for those who see cards only with the telephones' middle left out.

    Raises LevelTooLow, ElderNotFound.
    """
    scope.require(Level.CARD)
    await register.elder(scope, elder_id)
    found = []
    for row in await fetch(_ContactRow, _CONTACTS, elder_id):
        phone = kernel.keys.decrypt(bytes(row.phone), f"emergency_contacts|phone|{row.id}").decode()
        if scope.level < Level.FULL:
            phone = f"{phone[:3]}****{phone[-4:]}"
        found.append(ContactRow(row.id, row.name, row.relation, phone, row.recorded_by, row.recorded_at))
    return found


async def capacity_history(scope: Scope, elder_id: UUID) -> list[CapacityRow]:
    """Every finding, the one that holds first. Raises LevelTooLow, ElderNotFound."""
    scope.require(Level.FULL)
    await register.elder(scope, elder_id)
    return [msgspec.convert(msgspec.to_builtins(row), CapacityRow) for row in await fetch(_Finding, _FOUND, elder_id)]


async def household_history(scope: Scope, elder_id: UUID) -> list[HouseholdRow]:
    """Who lived in the home, the latest first; nothing for those it is hidden from.

    Raises LevelTooLow, ElderNotFound.
    """
    scope.require(Level.FULL)
    await register.elder(scope, elder_id)
    if not await sees(scope, elder_id, Matter.WHEREABOUTS):
        return []
    return await fetch(HouseholdRow, _HOUSEHOLDS, elder_id)


class _PartRow(msgspec.Struct, frozen=True):
    id: UUID
    part: str
    text: bytes
    observed_on: date
    recorded_by: str
    recorded_at: datetime


async def _parts(scope: Scope, elder_id: UUID, part: Part | None) -> list[_PartRow]:
    scope.require(Level.FULL)
    await register.elder(scope, elder_id)
    narrowed, params = ("AND p.part = $2", (elder_id, str(part))) if part else ("", (elder_id,))
    return await fetch(_PartRow, _PARTS.format(narrowed=narrowed), *params)


_PARTS = """
SELECT p.id, p.part, p.text, p.observed_on, a.name AS recorded_by, p.recorded_at
FROM profile_parts p JOIN accounts a ON a.id = p.recorded_by
WHERE p.elder_id = $1 {narrowed} ORDER BY p.observed_on DESC, p.recorded_at DESC, p.id DESC
"""


def _opened(kernel: Kernel, row: _PartRow, shown: frozenset[Part]) -> PartRow:
    part, place = Part(row.part), f"profile_parts|text|{row.id}"
    text = kernel.keys.decrypt(bytes(row.text), place).decode() if part in shown else None
    return PartRow(row.id, part, text, row.observed_on, row.recorded_by, row.recorded_at)


class _ContactRow(msgspec.Struct, frozen=True):
    id: UUID
    name: str
    relation: str
    phone: bytes
    recorded_by: str
    recorded_at: datetime


_CONTACTS = """
SELECT c.id, c.name, c.relation, c.phone, a.name AS recorded_by, c.recorded_at
FROM emergency_contacts c JOIN accounts a ON a.id = c.recorded_by
WHERE c.elder_id = $1 AND c.ended_at IS NULL ORDER BY c.position
"""


class _Finding(msgspec.Struct, frozen=True):
    capacity: str
    source: str | None
    found_by: str | None
    found_on: date
    recorded_by: str
    recorded_at: datetime


_FOUND = """
SELECT c.capacity, c.source, c.found_by, c.found_on, a.name AS recorded_by, c.recorded_at
FROM capacity_findings c JOIN accounts a ON a.id = c.recorded_by
WHERE c.elder_id = $1 ORDER BY c.found_on DESC, c.recorded_at DESC, c.id DESC
"""
_HOUSEHOLDS = """
SELECT h.people, h.spouse, h.minors, h.observed_on, a.name AS recorded_by, h.recorded_at
FROM household_findings h JOIN accounts a ON a.id = h.recorded_by
WHERE h.elder_id = $1 ORDER BY h.observed_on DESC, h.recorded_at DESC, h.id DESC
"""
