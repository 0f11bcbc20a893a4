"""The register as a spreadsheet for those who answer for it (R019, R144); every elder in it is logged as read.

One Reading for each elder, not one for the export: the reading log answers an elder, or the audit PIPL art. 54 asks
for, to "who has seen this file?", and it is kept by elder. `subject_id` ties those of one export together.
"""

import asyncio
from collections.abc import AsyncIterator, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.trail import record_readings
from backend.consents.queries import health_hidden
from backend.db import fetch, fetch_one
from backend.divisions.errors import DivisionNotFound
from backend.divisions.queries import sees_division
from backend.divisions.scope import Level, Scope
from backend.elders.classifying import HEALTH_UNTOLD
from backend.elders.errors import ExportTooLong
from backend.elders.exporting import PROVINCIAL, RegisterRow, write_layout, write_register
from backend.elders.imports.entries import ElderEntry, SupporterEntry
from backend.elders.imports.values import Hardship
from backend.elders.imports.vetting import MAY_BE_HEALTH, SENSITIVE_NOTES, Noted, Notes, Supporters
from backend.elders.rules import AbilityLevel, Gender, PriorityTier
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel

MOST_ROWS = 20_000
_CHUNK = 200


class ExportForm(StrEnum):
    """Our own columns, the provincial layout, or what each elder lacks for that layout."""

    REGISTER = "register"
    PROVINCIAL = "provincial"
    LACKING = "lacking"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which elders: of all in sight who have not left, those of one tier, of one village."""

    form: ExportForm = ExportForm.REGISTER
    tier: PriorityTier | None = None
    village_id: UUID | None = None


async def export_register(kernel: Kernel, supporters: Supporters, notes: Notes, *, wanted: Wanted, by: Viewer) -> bytes:
    """An .xlsx file of the elders wanted, without what is written of their health and mind.

    Raises RoleCannot, DivisionNotFound, ExportTooLong.
    """
    by.require(Role.TOWNSHIP, Role.COMMITTEE)
    scope = _whole_files(by)
    if wanted.village_id and not await sees_division(scope, wanted.village_id):
        raise DivisionNotFound(field="village_id")
    export = _Export(kernel, supporters, notes, wanted, by, scope, uuid7())
    if await export.count() > MOST_ROWS:
        raise ExportTooLong
    return await _written(export)


def _whole_files(by: Viewer) -> Scope:
    """A township sees cards by day; to hand its register on it needs whole files, and the log says what for."""
    return msgspec.structs.replace(by.scope, level=Level.FULL, purpose="export")


async def _written(export: "_Export") -> bytes:
    """The file; written in a thread that asks this loop for its rows, a chunk in memory at a time."""
    loop, chunks = asyncio.get_running_loop(), export.chunks()

    def rows() -> Iterator[RegisterRow]:
        while chunk := asyncio.run_coroutine_threadsafe(_next(chunks), loop).result():
            yield from chunk

    def write() -> bytes:
        target, other = BytesIO(), BytesIO()
        if export.wanted.form is ExportForm.REGISTER:
            write_register(rows(), target)
        else:
            write_layout(rows(), PROVINCIAL, target, other)
        return (other if export.wanted.form is ExportForm.LACKING else target).getvalue()

    return await asyncio.to_thread(write)


async def _next(chunks: AsyncIterator[list[RegisterRow]]) -> list[RegisterRow]:
    return await anext(chunks, [])


class _Place(msgspec.Struct, frozen=True):
    """By what the rows are ordered."""

    township: str
    village_code: str
    name: str
    id: UUID


class _Row(_Place, frozen=True):
    village: str
    gender: Gender
    born_on: date
    id_number: bytes | None
    phone: bytes | None
    address: str
    living_alone: bool
    ability_level: AbilityLevel
    tier: PriorityTier
    mobility: Mobility
    disability: DisabilityGrade
    dementia: bool | None
    seriously_ill: bool | None
    poor: bool | None
    minor_at_home: bool | None
    registered_here: bool | None
    accepts_services: bool | None
    confirmed_on: date | None


class _Count(msgspec.Struct, frozen=True):
    found: int


@dataclass(frozen=True, slots=True)
class _Export:
    kernel: Kernel
    supporters: Supporters
    notes: Notes
    wanted: Wanted
    by: Viewer
    scope: Scope
    id: UUID

    async def count(self) -> int:
        params: list[object] = []
        found = await fetch_one(_Count, f"SELECT COUNT(*) AS found FROM elders e WHERE {self._which(params)}", *params)
        return found.found if found else 0

    async def chunks(self) -> AsyncIterator[list[RegisterRow]]:
        """The rows by township, village and name; a chunk is logged as read before anybody has it."""
        last: _Place | None = None
        while rows := await self._rows_after(last):
            last = rows[-1]
            ids = [row.id for row in rows]
            what = f"export_{self.wanted.form}"
            await record_readings(
                self.kernel,
                by=self.by.actor,
                purpose=self.scope.purpose,
                elder_ids=ids,
                what=what,
                subject_id=self.id,
            )
            named, noted, hidden = await self.supporters.of(ids), await self.notes.of(ids), await health_hidden(ids)
            told = [_without_health(row) if row.id in hidden else row for row in rows]
            yield [
                _exported(
                    self.kernel,
                    row,
                    named.get(row.id, ()),
                    noted.get(row.id, Noted()),
                    without=MAY_BE_HEALTH if row.id in hidden else SENSITIVE_NOTES,
                )
                for row in told
            ]

    async def _rows_after(self, last: _Place | None) -> list[_Row]:
        params: list[object] = []
        where = self._which(params)
        if last:
            first = len(params) + 1
            params.extend((last.township, last.village_code, last.name, last.id))
            keys = ", ".join(f"${first + at}" for at in range(4))
            where += f" AND (COALESCE(t.name, ''), d.code, e.name, e.id) > ({keys})"
        params.append(_CHUNK)
        return await fetch(_Row, _ROWS.format(where=where, limit=f"${len(params)}"), *params)

    def _which(self, params: list[object]) -> str:
        where = f"e.left_on IS NULL AND {self.scope.clause(params)}"
        for column, value in (("tier", self.wanted.tier), ("village_id", self.wanted.village_id)):
            if value is not None:
                params.append(value)
                where += f" AND e.{column} = ${len(params)}"
        return where


_ROWS = """
SELECT COALESCE(t.name, '') AS township, d.code AS village_code, e.name, e.id, d.name AS village, e.gender, e.born_on,
  e.id_number, e.phone, e.address, e.living_alone, e.ability_level, e.tier, e.mobility, e.disability, e.dementia,
  e.seriously_ill, e.poor, e.minor_at_home, e.registered_here, e.accepts_services, e.confirmed_on
FROM elders e JOIN divisions d ON d.id = e.village_id LEFT JOIN divisions t ON t.id = d.parent_id
WHERE {where} ORDER BY COALESCE(t.name, ''), d.code, e.name, e.id LIMIT {limit}
"""


def _without_health(row: _Row) -> _Row:
    return msgspec.structs.replace(row, **HEALTH_UNTOLD)


def _exported(
    kernel: Kernel, row: _Row, supporters: Sequence[SupporterEntry], noted: Noted, *, without: Collection[str]
) -> RegisterRow:
    def opened(column: str, sealed: bytes | None) -> str | None:
        return kernel.keys.decrypt(bytes(sealed), f"elders|{column}|{row.id}").decode() if sealed else None

    entry = ElderEntry(
        township=row.township or None,
        village=row.village,
        name=row.name,
        gender=Gender(row.gender),
        born_on=row.born_on,
        id_number=opened("id_number", row.id_number),
        phone=opened("phone", row.phone),
        address=row.address or None,
        living_alone=row.living_alone,
        # Of the kind of hardship only that there is one is known.
        hardship=None if row.poor is None else Hardship.OTHER if row.poor else Hardship.NONE,
        ability=AbilityLevel(row.ability_level),
        mobility=Mobility(row.mobility),
        disability=DisabilityGrade(row.disability),
        dementia=row.dementia,
        seriously_ill=row.seriously_ill,
        minor_at_home=row.minor_at_home,
        registered_here=row.registered_here,
        accepts_services=row.accepts_services,
        supporters=tuple(supporters),
        contact_name=noted.contact[0] if noted.contact else None,
        contact_phone=noted.contact[1] if noted.contact else None,
        notes={column: text for column, text in noted.texts.items() if column not in without},
    )
    return RegisterRow(entry, PriorityTier(row.tier), row.village_code, row.confirmed_on)
